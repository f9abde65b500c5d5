// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"
#include "tests/support/testcertificate.h"

#include <QCryptographicHash>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The installed probe service on the lab's director, asked by the console over SSH.
class TestLabProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void seesTheRealServers();
    void namesAStoppedWebServer();
    void seesCertificates();
    void otherHostsAreClients();
    void seesWhoHasTheVip();
    void nothingBesideTheTableIsLookedAt();
    void viewersMayNot();

private:
    static void setArp(const QString &host, bool answers);
};

namespace {

const IpAddress rs1 = ip(u"192.168.10.11");
const IpAddress rs2 = ip(u"192.168.10.12");
const IpAddress vip = ip(u"172.18.100.6");
const IpAddress insideVip = ip(u"192.168.10.100");

HttpTarget pageOf(const IpAddress &server)
{
    return {.server = {.address = server, .port = 80}};
}

} // namespace

void TestLabProbe::initTestCase()
{
    lab::clearTable();
    lab::need(u"director"_s, u"ipvsadm -A -t 172.18.100.6:80 -s rr"
                             " && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11 -m"
                             " && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12 -m"
                             " && ipvsadm -A -t 192.168.10.100:80 -s rr"_s);
}

void TestLabProbe::cleanupTestCase()
{
    lab::clearTable();
}

void TestLabProbe::seesTheRealServers()
{
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    QVERIFY(visit.wait(visit.director->findProbe()));
    const auto report = visit.wait(visit.director->probe(
        {.pings = {rs1, rs2}, .connections = {{rs1, 80}, {rs1, 81}}, .pages = {pageOf(rs1), pageOf(rs2)}},
        Asking::Never));
    QVERIFY2(report, report ? "" : qPrintable(QVariant::fromValue(report.error().code).toString()));
    QVERIFY(report->pings.at(0).isAnswered());
    QVERIFY(report->pings.at(1).isAnswered());
    QVERIFY(report->connections.at(0).isAnswered());
    QCOMPARE(report->connections.at(1).outcome, ProbeOutcome::Refused);
    QCOMPARE(report->pages.at(0).status, quint16(200));
    QCOMPARE(report->pages.at(0).bytes, quint32(sizeof "rs1"));
    QVERIFY(report->pages.at(0).firstLine != report->pages.at(1).firstLine); // each says its name
}

void TestLabProbe::namesAStoppedWebServer()
{
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    lab::need(u"rs2"_s, u"systemctl stop lab-web"_s);
    const auto report =
        visit.wait(visit.director->probe({.pings = {rs2}, .connections = {{rs1, 80}, {rs2, 80}}}, Asking::Never));
    lab::need(u"rs2"_s, u"systemctl start lab-web"_s);
    QVERIFY(report);
    QVERIFY(report->pings.at(0).isAnswered());
    QVERIFY(report->connections.at(0).isAnswered());
    QCOMPARE(report->connections.at(1).outcome, ProbeOutcome::Refused);
}

void TestLabProbe::seesCertificates()
{
    // Takes whoever begins TLS on port 8443 with the certificate and key of its arguments.
    const QString server = uR"(
import socket, ssl, tempfile
file = tempfile.NamedTemporaryFile('w')
file.write("""%1""")
file.flush()
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(file.name)
listener = socket.create_server(('', 8443))
while True:
    connection = listener.accept()[0]
    try:
        context.wrap_socket(connection, server_side=True).close()
    except OSError:
        pass
)"_s;
    const auto begin = [&](const QString &host, int number) {
        const TestCertificate &shown = testCertificate(number);
        lab::startScript(host, u"lab-tls"_s,
                         server.arg(QString::fromLatin1(shown.certificate.toPem() + shown.key.toPem())));
        lab::need(host, u"until ss -Hlnt | grep -q :8443; do sleep 0.2; done"_s);
    };
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    begin(u"rs1"_s, 1);
    begin(u"rs2"_s, 2);
    const auto report = visit.wait(
        visit.director->probe({.certificates = {{rs1, 8443}, {rs2, 8443}, {rs1, 443}, {rs1, 8444}}}, Asking::Never));
    lab::stopScript(u"rs1"_s, u"lab-tls"_s);
    lab::stopScript(u"rs2"_s, u"lab-tls"_s);
    QVERIFY(report);
    const auto digest = [](int number) {
        return testCertificate(number).certificate.digest(QCryptographicHash::Sha256);
    };
    QCOMPARE(report->certificates.at(0).certificate, digest(1));
    QCOMPARE(report->certificates.at(0).validUntil, testCertificate(1).certificate.expiryDate());
    QCOMPARE(report->certificates.at(1).certificate, digest(2));
    QCOMPARE(report->certificates.at(2).result.outcome, ProbeOutcome::Garbled); // the lab's web server speaks no TLS
    QCOMPARE(report->certificates.at(3).result.outcome, ProbeOutcome::Refused);
}

void TestLabProbe::otherHostsAreClients()
{
    LabVisit visit(u"root"_s, u"rs1"_s);
    QVERIFY(visit.opens());
    // By DR: rs1 is a neighbour of rs2, which would answer it past a director that translates.
    lab::need(u"director"_s, u"ipvsadm -A -t 172.18.100.7:80 -s rr && "
                             "ipvsadm -a -t 172.18.100.7:80 -r 172.18.100.12 -g"_s);
    lab::need(u"rs2"_s, u"sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2 && "
                        "ip address add 172.18.100.7/32 dev lo"_s);
    const ServerKey web{ip(u"172.18.100.7"), 80};
    const auto open = visit.wait(visit.director->tryConnections(web, 20));
    const auto closed = visit.wait(visit.director->tryConnections({web.address, 81}, 3));
    lab::need(u"rs2"_s, u"ip address del 172.18.100.7/32 dev lo; "
                        "sysctl -qw net.ipv4.conf.all.arp_ignore=0 net.ipv4.conf.all.arp_announce=0"_s);
    QVERIFY2(open, open ? "" : qPrintable(QVariant::fromValue(open.error().code).toString()));
    QCOMPARE(*open, 20u);
    QCOMPARE(closed, Result<quint32>(0));
    const auto counted = [] {
        return lab::need(u"director"_s, u"ipvsadm -Ln --stats -t 172.18.100.7:80 | awk '/^TCP/ { print $3 }'"_s);
    };
    QTRY_COMPARE_WITH_TIMEOUT(counted(), u"20"_s, 20'000);
    lab::need(u"director"_s, u"ipvsadm -D -t 172.18.100.7:80"_s);
}

void TestLabProbe::setArp(const QString &host, bool answers)
{
    lab::need(host, answers ? u"ip address add 192.168.10.100/32 dev lo"_s
                            : u"sysctl -qw net.ipv4.conf.all.arp_ignore=0; ip address del 192.168.10.100/32 dev lo"_s);
}

void TestLabProbe::seesWhoHasTheVip()
{
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    const InterfaceName everywhere;
    const auto alone = visit.wait(visit.director->takeCensus(vip, everywhere, Asking::Never));
    QVERIFY(alone);
    QCOMPARE(alone->asked, std::vector{*InterfaceName::fromText(u"outside")});
    QVERIFY(alone->requests > 1);
    QVERIFY(alone->answers.empty()); // nobody but the director has it

    // A real server whose ARP is not restricted answers for a VIP on its lo; a restricted one does not.
    setArp(u"rs1"_s, true);
    const auto wrong = visit.wait(visit.director->takeCensus(insideVip, everywhere, Asking::Never));
    const QString mac = lab::need(u"rs1"_s, u"cat /sys/class/net/eth0/address"_s);
    lab::need(u"rs1"_s, u"sysctl -qw net.ipv4.conf.all.arp_ignore=1"_s);
    const auto right = visit.wait(visit.director->takeCensus(insideVip, everywhere, Asking::Never));
    setArp(u"rs1"_s, false);
    QVERIFY(wrong);
    QCOMPARE(wrong->asked, std::vector{*InterfaceName::fromText(u"inside")});
    QCOMPARE(wrong->answers.size(), 1u);
    QCOMPARE(QString::fromLatin1(wrong->answers[0].hardwareAddress.toHex(':')), mac);
    QCOMPARE(wrong->answers[0].answers, wrong->requests);
    QVERIFY(right);
    QVERIFY(right->answers.empty());
    QCOMPARE(visit.wait(visit.director->takeCensus(vip, *InterfaceName::fromText(u"lo"), Asking::Never)).error().code,
             ErrorCode::InterfaceMissing);
}

void TestLabProbe::nothingBesideTheTableIsLookedAt()
{
    LabVisit visit(u"root"_s);
    QVERIFY(visit.opens());
    const IpAddress router = ip(u"172.18.100.254");
    QCOMPARE(visit.wait(visit.director->probe({.pings = {rs1, router}}, Asking::Never)).error(),
             (Error{.code = ErrorCode::NotATarget, .values = {router.toString()}}));
    // Who has an address is asked of the table and of the machine's own networks.
    const IpAddress client = ip(u"10.1.1.10");
    QCOMPARE(visit.wait(visit.director->takeCensus(client, {}, Asking::Never)).error().code, ErrorCode::NotATarget);
    QCOMPARE(visit.wait(visit.director->takeCensus(router, {}, Asking::Never))->answers.size(), 1u);
}

void TestLabProbe::viewersMayNot()
{
    LabVisit visit(u"viewer"_s);
    QVERIFY(visit.opens());
    QCOMPARE(visit.wait(visit.director->probe({.pings = {rs1}}, Asking::Never)).error().code, ErrorCode::NotAuthorized);
    QCOMPARE(visit.wait(visit.director->takeCensus(vip, {}, Asking::Never)).error().code, ErrorCode::NotAuthorized);
}

QTEST_GUILESS_MAIN(TestLabProbe)
#include "tst_labprobe.moc"
