// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverdialog.h"
#include "tests/app/dialogfields.h"
#include "tests/support/objects.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What can be entered for a real server, what is said about what can't, and what the dialog gives back.
class TestServerDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void namesTheRange();
    void errorsStandAtTheirField_data();
    void errorsStandAtTheirField();
    void warnings_data();
    void warnings();
    void portFollowsTheMethod();
    void tunnelFieldsFitTheType();
    void weightMeansWhatTheSchedulerMakesOfIt();
    void refusesWhatExists();
    void offersWhatIsKnown();
    void showsTheCommand();
    void aChangeLeavesTheRest();
    void keepsWhatAnotherProgramMadeOfIt();
    void byKeyboard();
};

namespace {

const QString address = u"address"_s;
const QString port = u"port"_s;
const QString forwarding = u"forwarding"_s;
const QString weight = u"weight"_s;
const QString upper = u"upperThreshold"_s;
const QString lower = u"lowerThreshold"_s;
const QString tunnelType = u"tunnelType"_s;
const QString tunnelPort = u"tunnelPort"_s;
const QString checksum = u"tunnelChecksum"_s;
const QString nat = u"Masquerading (NAT)"_s;
const QString dr = u"Gatewaying (DR)"_s;
const QString tun = u"Tunnelling (TUN)"_s;

/// A new masquerading server 192.168.10.11, then `entries`.
std::unique_ptr<ServerDialog> adding(const Entries &entries, const VirtualService &to = service(web))
{
    auto dialog = std::make_unique<ServerDialog>(to, Forwarding::Masquerading, KnownObjects(), nullptr);
    enter(*dialog, address, u"192.168.10.11"_s);
    for (const auto &[field, value] : entries)
        enter(*dialog, field, value);
    return dialog;
}

std::unique_ptr<ServerDialog> editing(const RealServer &server, const VirtualService &of = service(web))
{
    return std::make_unique<ServerDialog>(of, server, nullptr);
}

RealServer tunnelled(const Tunnel &tunnel)
{
    RealServer server = test::server(11);
    server.forwarding = Forwarding::Tunnelling;
    server.tunnel = tunnel;
    return server;
}

VirtualService persistent(const ServiceKey &key)
{
    VirtualService service = VirtualService::withDefaults(key);
    service.flags = ServiceFlag::Persistent;
    service.persistenceTimeout = 300;
    return service;
}

const ServiceKey mark = ServiceKey::forMark(1, Family::IPv4);
const ServiceKey everyPort = tcp(u"172.18.100.6", 0);

} // namespace

void TestServerDialog::values_data()
{
    addValueColumns();
    addValues(
        "RIP", {}, address,
        {u"0.0.0.1"_s, u"1.0.0.0"_s, u"10.0.0.1"_s, u"192.168.10.11"_s, u"223.255.255.255"_s, u"255.255.255.254"_s},
        {u"0.0.0.0"_s, u"224.0.0.0"_s, u"239.255.255.255"_s, u"255.255.255.255"_s, u"192.168.10"_s, u"192.168.10.256"_s,
         u"192.168.10.011"_s, u"rs1"_s, u"2001:db8::11"_s, u"192.168.10.11:80"_s});
    addValues("RIP behind a tunnel", {{forwarding, tun}}, address,
              {u"192.168.10.11"_s, u"::1"_s, u"2001:db8::11"_s, u"fc00::1"_s, u"fec0::1"_s, u"2001:DB8::B"_s},
              {u"::"_s, u"fe80::1"_s, u"febf::1"_s, u"ff02::1"_s, u"[2001:db8::11]"_s, u"2001:db8::11%eth0"_s});
    addValues("port", {}, port, {u"0"_s, u"1"_s, u"80"_s, u"8080"_s, u"65534"_s, u"65535"_s},
              {QString(), u"65536"_s, u"-1"_s, u"080"_s, u"80 "_s, u"http"_s});
    addValues("weight", {}, weight, {u"0"_s, u"1"_s, u"2"_s, u"65535"_s, u"65536"_s, u"2147483646"_s, u"2147483647"_s},
              {QString(), u"2147483648"_s, u"4294967296"_s, u"-1"_s, u"01"_s, u"1.5"_s, u"many"_s});
    addValues("upper threshold", {}, upper, {u"0"_s, u"1"_s, u"2"_s, u"1000"_s, u"2147483646"_s, u"2147483647"_s},
              {QString(), u"2147483648"_s, u"4294967296"_s, u"-1"_s, u"0100"_s, u"1e3"_s});
    addValues("lower threshold", {{upper, u"100"_s}}, lower, {u"0"_s, u"1"_s, u"2"_s, u"75"_s, u"99"_s, u"100"_s},
              {QString(), u"101"_s, u"2147483647"_s, u"2147483648"_s, u"-1"_s, u"075"_s});
    addValues("tunnel port", {{forwarding, tun}, {tunnelType, u"GUE"_s}, {tunnelPort, u"9"_s}}, tunnelPort,
              {u"1"_s, u"2"_s, u"5555"_s, u"6080"_s, u"65534"_s, u"65535"_s},
              {u"0"_s, u"65536"_s, u"-1"_s, u"06080"_s, u"6080 "_s, u"gue"_s});
}

void TestServerDialog::values()
{
    QFETCH(const Entries, before);
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const bool, good);
    const auto dialog = adding(before);
    enter(*dialog, field, value);
    QCOMPARE(fieldsWithError(*dialog), good ? QStringList() : QStringList{field});
    QCOMPARE(canAccept(*dialog), good);
    QCOMPARE(command(*dialog).isEmpty(), !good);
}

void TestServerDialog::namesTheRange()
{
    const auto dialog =
        adding({{port, u"65536"_s}, {weight, u"2147483648"_s}, {upper, u"2147483648"_s}, {forwarding, nat}});
    QVERIFY(errorAt(*dialog, port).contains(u"between 0 and 65535"));
    QVERIFY(errorAt(*dialog, weight).contains(u"between 0 and 2147483647"));
    QVERIFY(errorAt(*dialog, upper).contains(u"between 0 and 2147483647"));
    QVERIFY(explanationAt(*dialog, weight).contains(u"0 to 2147483647"));
}

void TestServerDialog::errorsStandAtTheirField_data()
{
    QTest::addColumn<RealServer>("before");
    QTest::addColumn<Entries>("entries");
    QTest::addColumn<QString>("field");
    QTest::addRow("mapped port and DR") << test::server(11, 1, 8080) << Entries{{forwarding, dr}} << forwarding;
    QTest::addRow("mapped port and TUN") << test::server(11, 1, 8080) << Entries{{forwarding, tun}} << forwarding;
    QTest::addRow("lower above upper") << test::server(11) << Entries{{upper, u"4"_s}, {lower, u"5"_s}} << lower;
    QTest::addRow("lower without upper") << test::server(11) << Entries{{lower, u"1"_s}} << lower;
    QTest::addRow("GUE without port") << tunnelled({.type = TunnelType::Gue, .port = 6080})
                                      << Entries{{tunnelPort, u"0"_s}} << tunnelPort;
}

void TestServerDialog::errorsStandAtTheirField()
{
    QFETCH(const RealServer, before);
    QFETCH(const Entries, entries);
    QFETCH(const QString, field);
    const auto dialog = editing(before);
    QCOMPARE(fieldsWithError(*dialog), QStringList());
    for (const auto &[name, value] : entries)
        enter(*dialog, name, value);
    QCOMPARE(fieldsWithError(*dialog), QStringList{field});
    QVERIFY(!canAccept(*dialog));
}

void TestServerDialog::warnings_data()
{
    QTest::addColumn<VirtualService>("to");
    QTest::addColumn<Entries>("entries");
    QTest::addColumn<QString>("field"); // empty: nothing to warn of
    const VirtualService plain = service(web);
    QTest::addRow("usual") << plain << Entries() << QString();
    QTest::addRow("mapped port") << plain << Entries{{port, u"8080"_s}} << QString();
    QTest::addRow("loopback") << plain << Entries{{address, u"127.0.0.1"_s}} << address;
    QTest::addRow("the VIP") << plain << Entries{{address, u"172.18.100.6"_s}} << address;
    QTest::addRow("mixed families") << plain << Entries{{address, u"2001:db8::11"_s}, {forwarding, tun}} << address;
    QTest::addRow("drained") << plain << Entries{{weight, u"0"_s}} << weight;
    QTest::addRow("ipvsadm's largest weight") << plain << Entries{{weight, u"65535"_s}} << QString();
    QTest::addRow("weight beyond ipvsadm") << plain << Entries{{weight, u"65536"_s}} << weight;
    QTest::addRow("threshold") << plain << Entries{{upper, u"10"_s}} << QString();
    QTest::addRow("threshold and persistence") << persistent(web) << Entries{{upper, u"10"_s}} << upper;
    const Entries mapped{{port, u"8080"_s}};
    QTest::addRow("port of a mark, NAT") << service(mark) << mapped << QString();
    QTest::addRow("port of a mark, DR") << service(mark) << mapped + Entries{{forwarding, dr}} << port;
    QTest::addRow("no port of a mark, DR") << service(mark) << Entries{{forwarding, dr}} << QString();
    QTest::addRow("port of a persistent mark") << persistent(mark) << mapped << port;
    QTest::addRow("port of every port") << persistent(everyPort) << mapped << port;
    QTest::addRow("no port of every port") << persistent(everyPort) << Entries() << QString();
}

void TestServerDialog::warnings()
{
    QFETCH(const VirtualService, to);
    QFETCH(const Entries, entries);
    QFETCH(const QString, field);
    const auto dialog = adding(entries, to);
    QCOMPARE(fieldsWithError(*dialog), QStringList());
    QCOMPARE(fieldsWithWarning(*dialog), field.isEmpty() ? QStringList() : QStringList{field});
    QVERIFY(canAccept(*dialog)); // a warning only warns
}

void TestServerDialog::portFollowsTheMethod()
{
    const auto dialog = adding({{port, u"8080"_s}});
    QCOMPARE(dialog->server().key.port, 8080);
    enter(*dialog, forwarding, dr);
    QCOMPARE(entered(*dialog, port), u"80"_s);
    QCOMPARE(dialog->server().key.port, 80);
    enter(*dialog, forwarding, tun);
    QCOMPARE(dialog->server().key.port, 80);
    enter(*dialog, forwarding, nat);
    QCOMPARE(entered(*dialog, port), u"8080"_s);
    QCOMPARE(dialog->server().key.port, 8080);
}

void TestServerDialog::tunnelFieldsFitTheType()
{
    const auto dialog = adding({});
    const auto shown = [&] {
        QStringList names;
        for (const QString &name : {tunnelType, tunnelPort, checksum}) {
            if (isShown(*dialog, name))
                names << name;
        }
        return names;
    };
    QCOMPARE(shown(), QStringList());
    enter(*dialog, forwarding, tun);
    QCOMPARE(shown(), QStringList{tunnelType});
    QCOMPARE(dialog->server().tunnel, Tunnel());
    enter(*dialog, tunnelType, u"GUE"_s);
    QCOMPARE(shown(), (QStringList{tunnelType, tunnelPort, checksum}));
    QVERIFY(!canAccept(*dialog));
    enter(*dialog, tunnelPort, u"6080"_s);
    enter(*dialog, checksum, u"Remote checksum offload"_s);
    const Tunnel gue{.type = TunnelType::Gue, .port = 6080, .checksum = TunnelChecksum::RemoteChecksum};
    QCOMPARE(dialog->server().tunnel, gue);
    enter(*dialog, tunnelType, u"GRE"_s);
    QCOMPARE(shown(), (QStringList{tunnelType, checksum}));
    QCOMPARE(dialog->server().tunnel, (Tunnel{.type = TunnelType::Gre})); // GRE has no remote checksum
    enter(*dialog, checksum, u"Checksum"_s);
    QCOMPARE(dialog->server().tunnel.checksum, TunnelChecksum::Checksum);
    enter(*dialog, tunnelType, u"IPIP"_s);
    QCOMPARE(dialog->server().tunnel, Tunnel());

    // The kernel keeps them with every method.
    const auto edit = editing(tunnelled(gue));
    enter(*edit, forwarding, dr);
    QVERIFY(!isShown(*edit, tunnelType));
    QCOMPARE(edit->server().tunnel, gue);
}

void TestServerDialog::weightMeansWhatTheSchedulerMakesOfIt()
{
    QVERIFY(explanationAt(*adding({}, service(web, u"rr")), weight).contains(u"rr does not look at weights"));
    QVERIFY(explanationAt(*adding({}, service(web, u"wrr")), weight).contains(u"relative to the other servers"));
    QVERIFY(explanationAt(*adding({}, service(web, u"ovf")), weight).contains(u"Active connections"));
}

void TestServerDialog::refusesWhatExists()
{
    KnownObjects known;
    known.services[web] = {test::server(11).key};
    known.services[database] = {test::server(12).key};
    ServerDialog dialog(service(web), Forwarding::Masquerading, known, nullptr);
    enter(dialog, address, u"192.168.10.11"_s);
    QCOMPARE(fieldsWithError(dialog), QStringList{address});
    enter(dialog, port, u"8080"_s);
    QVERIFY(canAccept(dialog));
    enter(dialog, port, u"80"_s);
    enter(dialog, address, u"192.168.10.12"_s);
    QVERIFY(canAccept(dialog));
}

void TestServerDialog::offersWhatIsKnown()
{
    KnownObjects known;
    known.services[web] = {test::server(11).key};
    known.services[database] = {test::server(11).key, test::server(12).key};
    known.services[mark] = {test::server(12).key};
    known.neighbours = {ip(u"192.168.10.12"), ip(u"192.168.10.20")};
    const QList<DescribedItem> servers = serverSuggestions(known, web);
    QCOMPARE(servers.size(), 3);
    QCOMPARE(servers[0], (DescribedItem{u"192.168.10.11"_s, u"server of 1 service(s)"_s}));
    QCOMPARE(servers[1], (DescribedItem{u"192.168.10.12"_s, u"server of 2 service(s)"_s}));
    QCOMPARE(servers[2], (DescribedItem{u"192.168.10.20"_s, u"neighbour of the director"_s}));
}

void TestServerDialog::showsTheCommand()
{
    QCOMPARE(command(*adding({{weight, u"10"_s}})),
             u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 10 -x 0 -y 0"_s);
}

void TestServerDialog::aChangeLeavesTheRest()
{
    QRandomGenerator random(21);
    const auto some = [&](auto... values) {
        const std::array all{values...};
        return all[random.bounded(int(all.size()))];
    };
    for (int round = 0; round < 200; ++round) {
        RealServer before = test::server(11, some(0u, 1u, 10u, 2147483647u));
        before.forwarding = some(Forwarding::Masquerading, Forwarding::Gatewaying, Forwarding::Tunnelling);
        before.upperThreshold = some(0u, 1u, 100u, 2147483647u);
        before.lowerThreshold = some(0u, before.upperThreshold, before.upperThreshold / 2);
        before.tunnel = some(Tunnel(), Tunnel{.type = TunnelType::Gue, .port = 6080},
                             Tunnel{.type = TunnelType::Gue, .port = 1, .checksum = TunnelChecksum::RemoteChecksum},
                             Tunnel{.type = TunnelType::Gre, .checksum = TunnelChecksum::Checksum});
        QVERIFY(validate(before, web));

        const auto changed = [&](const QString &field, const QString &value, const RealServer &wanted) {
            const auto dialog = editing(before);
            QVERIFY(isShown(*dialog, field));
            QCOMPARE(dialog->server(), before);
            enter(*dialog, field, value);
            QVERIFY2(canAccept(*dialog), qPrintable(field));
            QVERIFY2(dialog->server() == wanted, qPrintable(field + u' ' + command(*dialog)));
        };
        RealServer wanted = before;
        wanted.weight = 77;
        changed(weight, u"77"_s, wanted);
        wanted = before;
        wanted.upperThreshold = 2147483646;
        if (before.lowerThreshold <= wanted.upperThreshold)
            changed(upper, u"2147483646"_s, wanted);
        wanted = before;
        wanted.lowerThreshold = before.upperThreshold;
        changed(lower, QString::number(wanted.lowerThreshold), wanted);
        for (const auto &[method, name] :
             {std::pair(Forwarding::Masquerading, nat), std::pair(Forwarding::Gatewaying, dr),
              std::pair(Forwarding::Tunnelling, tun)}) {
            wanted = before;
            wanted.forwarding = method;
            changed(forwarding, name, wanted);
        }
        if (before.forwarding == Forwarding::Tunnelling && before.tunnel.type == TunnelType::Gue) {
            wanted = before;
            wanted.tunnel.port = 77;
            changed(tunnelPort, u"77"_s, wanted);
        }
        if (before.forwarding == Forwarding::Tunnelling && before.tunnel.type != TunnelType::IpIp) {
            wanted = before;
            wanted.tunnel.checksum = TunnelChecksum::None;
            changed(checksum, u"No checksum"_s, wanted);
        }
        if (QTest::currentTestFailed())
            return;
    }
}

void TestServerDialog::keepsWhatAnotherProgramMadeOfIt()
{
    RealServer odd = tunnelled({.type = TunnelType(7), .port = 9, .checksum = TunnelChecksum(5)});
    odd.key.port = 8080; // which a tunnel can't reach
    const auto dialog = editing(odd);
    enter(*dialog, weight, u"0"_s);
    QVERIFY(canAccept(*dialog));
    RealServer wanted = odd;
    wanted.weight = 0;
    QCOMPARE(dialog->server(), wanted);

    RealServer local = test::server(11);
    local.forwarding = Forwarding::Local;
    const auto seen = editing(local);
    enter(*seen, weight, u"5"_s);
    QCOMPARE(seen->server().forwarding, Forwarding::Local);
    QVERIFY(canAccept(*seen));
}

void TestServerDialog::byKeyboard()
{
    const auto dialog = adding({{forwarding, tun}, {tunnelType, u"GUE"_s}});
    QCOMPARE(obstacles(*dialog), QStringList());
}

QTEST_MAIN(TestServerDialog)
#include "tst_serverdialog.moc"
