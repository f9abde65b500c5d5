// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/labclusters.h"
#include "tests/support/objects.h"
#include "tests/topology/labwalk.h"

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Each of the usual ways in which set-ups fail, on real kernels: a connection is seen on every wire up to the step
/// where its walk ends, and on none behind it. Refusals (RST, ICMP) are no answers, and no walk tells of them. With
/// LVS_TEST_FULL also those of other methods than direct routing.
class TestWalkBreaks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void theRedHopIsWhereTheCaptureEnds_data();
    void theRedHopIsWhereTheCaptureEnds();

private:
    void setUp(const LabCase &tried);
    std::vector<LabLine> weighing(int others) const;

    std::unique_ptr<LabClusters> m;
    std::unique_ptr<LabCapture> m_capture;
    std::map<QString, QString> m_forwarding; ///< of the real servers, as it was
    const LabCase *m_tried = nullptr;        ///< what is set up
    QString m_server;                        ///< which alone gets connections
    const LabFault *m_fault = nullptr;       ///< what is broken
};

namespace {

using Step = WalkStep::Code;

const IpAddress client = ip(u"10.1.1.10");
const IpAddress vip = ip(u"172.18.100.20");

/// Where the walk by way of a real server ends.
struct End {
    QString server{};
    Step step{};
    std::vector<LabLine> besides{}; ///< what else has to be so for the fault to show
    std::vector<LabLine> stirs{};   ///< the same, of what lasts for seconds: right before the connection
    std::vector<LabLine> calms{};   ///< takes both back
    /// The machine that gets the packet in the director's place has the VIP, too, and answers: past the director, where
    /// nothing is seen.
    bool isAnswered = false;
};

const LabLine routerForgetsVip{u"router"_s, u"ip neighbour flush to 172.18.100.20 dev outside"_s};

const std::map<QLatin1StringView, End> &ends()
{
    static const std::map<QLatin1StringView, End> ends{
        // Both answer who asks, and the first answer counts. The director's is held back, so that it is not.
        {"arp_ignore 0"_L1,
         {u"rs1"_s,
          Step::ArrivesAtVip,
          {},
          {{u"director"_s, u"modprobe sch_netem && tc qdisc replace dev outside root netem delay 300ms"_s},
           routerForgetsVip},
          {{u"director"_s, u"tc qdisc del dev outside root || true"_s}, routerForgetsVip},
          true}},
        // The VIP is made known by the answer to a connection before, if the real server has to ask for the router.
        {"arp_announce 0"_L1,
         {u"rs2"_s,
          Step::ArrivesAtVip,
          {},
          {{u"rs2"_s, u"ip neighbour flush dev eth1"_s},
           {u"client"_s, u"curl -sS -m 10 --noproxy '*' --interface 10.1.1.11 http://172.18.100.20/ >/dev/null"_s}},
          {routerForgetsVip},
          true}},
        {"VIP missing on one server"_L1, {u"rs2"_s, Step::ServerReceives}},
        // What has been learnt lasts for a while.
        {"VIP missing on the director"_L1,
         {u"rs1"_s, Step::RouterForwards, {}, {routerForgetsVip}, {routerForgetsVip}}},
        {"VIP with /24 on lo"_L1,
         {u"rs1"_s,
          Step::LeavesDirector,
          {},
          {{u"director"_s, u"ip neighbour flush to 172.18.100.11 dev outside"_s}},
          {{u"director"_s, u"ip neighbour flush to 172.18.100.11 dev outside"_s}}}},
        {"gateway = DIP under DR"_L1, {u"rs1"_s, Step::ReplyTranslated}},
        // The router sends it to whom the VIP belongs, the director, and so on until its time to live is over.
        {"real server on another segment under DR"_L1, {u"rs2"_s, Step::ServerReceives}},
        {"nothing listening"_L1, {u"rs2"_s, Step::ServerReceives}}, // which refuses, and that is no answer
        {"a firewall drop on the director"_L1, {u"rs1"_s, Step::TakenByIpvs}},
        {"a firewall drop of what the director sends"_L1, {u"rs1"_s, Step::SentOn}},
        {"a firewall drop of what a real server sends"_L1, {u"rs2"_s, Step::ServerAnswers}},
        {"rp_filter 1 on a tunnel"_L1, {u"rs1"_s, Step::ServerReceives}},
        {"gateway is not the DIP under NAT"_L1, {u"rs1"_s, Step::ClientReceives}},
        {"ip_forward 0"_L1, {u"rs1"_s, Step::ReplyTranslated}},
        // What then is left is NAT, which works where the gateway is the director.
        {"conntrack 0 under FullNAT"_L1,
         {u"rs1"_s,
          Step::ClientReceives,
          {{u"rs1"_s, u"ip route replace default via 192.168.10.254"_s}},
          {},
          {{u"rs1"_s, u"ip route replace default via 192.168.10.1"_s}}}},
        {"mark rule with the wrong port"_L1, {u"rs1"_s, Step::TakenByIpvs}},
    };
    return ends;
}

std::vector<LabLine> joined(std::vector<LabLine> lines, const std::vector<LabLine> &more)
{
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}

/// A connection from that port of the client.
LabLine fetch(quint16 from, const ServerKey &to, int seconds)
{
    return {u"client"_s, fetching({client, from}, to, seconds)};
}

QByteArray told(const WalkStep *failure)
{
    if (!failure)
        return "nothing fails";
    return describe(*failure) + ", by check " +
           (failure->finding ? QByteArray::number(int(failure->finding->code)) : QByteArray("none"));
}

} // namespace

void TestWalkBreaks::initTestCase()
{
    m = std::make_unique<LabClusters>();
    // Of the lab's director the real servers have inherited that they pass on what is not for them: without the VIP
    // they would send packets for it back.
    for (const QString &server : {u"rs1"_s, u"rs2"_s}) {
        m_forwarding[server] = lab::need(server, u"sysctl -n net.ipv4.ip_forward"_s);
        lab::need(server, u"sysctl -qw net.ipv4.ip_forward=0"_s);
    }
    m_capture = std::make_unique<LabCapture>();
}

void TestWalkBreaks::cleanupTestCase()
{
    m_capture.reset();
    if (m)
        m->takeBack();
    m.reset();
    for (const auto &[server, forwarding] : m_forwarding)
        lab::need(server, u"sysctl -qw net.ipv4.ip_forward="_s + forwarding);
    lab::clearTable();
}

void TestWalkBreaks::cleanup()
{
    if (m_server.isEmpty())
        return;
    std::vector<LabLine> lines = weighing(1);
    m_server.clear();
    const LabFault *fault = std::exchange(m_fault, nullptr);
    if (fault)
        lines = joined(ends().at(QLatin1StringView(fault->name)).calms, lines);
    run(lines);
    if (fault)
        m->mends(*fault);
}

void TestWalkBreaks::setUp(const LabCase &tried)
{
    if (m_tried == &tried)
        return;
    m_tried = nullptr;
    m->takeBack();
    m->setUp(m->wishFor(tried));
    m_tried = &tried;
}

/// All real servers but the one get the weight.
std::vector<LabLine> TestWalkBreaks::weighing(int others) const
{
    const QString service = m_tried->isMarked ? u"-f 20"_s : u"-t 172.18.100.20:80"_s;
    const QString method = m_tried->method == SetupMethod::DirectRouting ? u"-g"_s
                           : m_tried->method == SetupMethod::Tunnelling  ? u"-i"_s
                                                                         : u"-m"_s;
    std::vector<LabLine> lines;
    for (const SetupServer &server : m->wishFor(*m_tried).servers) {
        if (server.host != m->id(m_server))
            lines.push_back({u"director"_s, u"ipvsadm -e %1 -r %2 %3 -w %4"_s.arg(service, server.server.key.toString(),
                                                                                  method, QString::number(others))});
    }
    return lines;
}

void TestWalkBreaks::theRedHopIsWhereTheCaptureEnds_data()
{
    QTest::addColumn<std::size_t>("place");
    QTest::addColumn<std::size_t>("number");
    std::size_t faults = 0;
    for (std::size_t place = 0; place < labCases().size(); ++place) {
        for (std::size_t number = 0; number < labCases()[place].faults.size(); ++number, ++faults) {
            if (place == 0 || qEnvironmentVariableIsSet("LVS_TEST_FULL")) // half a minute for a set-up
                QTest::newRow(labCases()[place].faults[number].name) << place << number;
        }
    }
    QCOMPARE(faults, ends().size());
}

void TestWalkBreaks::theRedHopIsWhereTheCaptureEnds()
{
    QFETCH(const std::size_t, place);
    QFETCH(const std::size_t, number);
    const LabCase &tried = labCases()[place];
    const LabFault &fault = tried.faults[number];
    const End &end = ends().at(QLatin1StringView(fault.name));
    setUp(tried);
    const SetupWish wish = m->wishFor(tried);
    const auto server = std::ranges::find(wish.servers, m->id(end.server), &SetupServer::host);
    m_server = end.server;
    QCOMPARE(run(joined(weighing(0), {fetch(0, {vip, 80}, 10)})), end.server); // it works
    m_fault = &fault;
    m->breaks(fault);
    run(joined(end.besides, {fetch(0, {vip, 80}, 1)})); // so that all have learnt who is where

    const ServerKey from{client, quint16(40200 + 20 * place + number)};
    const SetupFacts facts = readLab({&m->director, &m->first, &m->second});
    const auto steps = walkPacket({wish, facts}, *server, from);
    const WalkStep *failure = failureOf(steps);
    QVERIFY2(failure && failure->code == end.step, told(failure));
    QVERIFY2(failure->finding && failure->finding->code == fault.code, told(failure));
    QCOMPARE(failure->finding->host, m->id(fault.host));

    const QString answer = run(joined(end.stirs, {fetch(from.port, steps.front().packet.destination, 2)}));
    QCOMPARE(answer, end.isAnswered ? end.server : QString());
    m_capture->look(from.port);
    WalkComparison comparison(steps, *m_capture);
    if (end.isAnswered)
        comparison.expectAnswer();
    QVERIFY2(comparison.missing().isEmpty(), "missing:\n" + comparison.missing().join(u'\n').toUtf8());
    QVERIFY2(comparison.strange().isEmpty(), "strange:\n" + comparison.strange().join(u'\n').toUtf8());
    const QStringList hooks = m_capture->hooks();
    const bool isTold = hooks == comparison.hooks(true) || hooks == comparison.hooks(false);
    QVERIFY2(isTold, hooks.join(u'\n').toUtf8());
}

QTEST_GUILESS_MAIN(TestWalkBreaks)
#include "tst_walkbreaks.moc"
