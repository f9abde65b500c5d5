// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/probeservice.h"
#include "tests/directors/machinefixture.h"
#include "tests/helper/webservers.h"

#include <QTemporaryFile>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What a director sees of its servers through the probe service of its bus.
class TestProbeClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_bus = std::make_unique<PrivateBus>(); }
    void findsTheService();
    void looksInPieces();
    void refusalsComeThrough();
    void withoutTheServiceItSaysSo();
    void withoutAHelperThereIsNobody();

private:
    std::unique_ptr<PrivateBus> m_bus;
};

namespace {

/// The service as a program of its own would be, for a table with 127.0.0.1 in it.
struct Probe {
    explicit Probe(const PrivateBus &bus, Verdict verdict = Verdict::Allowed)
        : connection(QDBusConnection::connectToBus(bus.address(), name))
    {
        authority.verdict = verdict;
        if (!table.open() || table.write(QByteArray(procTable).replace("C0A80A0B", "7F000001")) < 0 || !table.flush())
            qFatal("no table");
        service = std::make_unique<ProbeService>(connection, connection, authority, journal, table.fileName());
        if (!service->registerObject() || !connection.registerService(bus::probeServiceName))
            qFatal("no service");
    }
    ~Probe()
    {
        service.reset();
        QDBusConnection::disconnectFromBus(name);
    }

    static inline int count = 0;
    QString name = u"probe%1"_s.arg(++count);
    QDBusConnection connection;
    QTemporaryFile table;
    FixedAuthority authority;
    NoJournal journal;
    std::unique_ptr<ProbeService> service;
};

} // namespace

void TestProbeClient::findsTheService()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    QCOMPARE(there.wait(there.director->findProbe()).error().code, ErrorCode::NoProbe);
    const Probe probe(*m_bus);
    QVERIFY(there.wait(there.director->findProbe()));
}

void TestProbeClient::looksInPieces()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    const Probe probe(*m_bus);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const TextServer web("HTTP/1.0 200 OK\r\n\r\nrs1\n");
    const ServerKey closed = closedPort();
    ProbeRequest request{.connections = std::vector(std::size_t(lvs::bus::bounds::targetsPerProbe) + 10, web.key()),
                         .pages = {{.server = web.key()}, {.server = closed}}};
    request.connections.back() = closed;
    const auto report = there.wait(there.director->probe(request, Asking::Allowed)); // a locked director looks too
    QVERIFY(report);
    QVERIFY(report->pings.empty());
    QCOMPARE(report->connections.size(), request.connections.size());
    QCOMPARE(std::ranges::count_if(report->connections, &ProbeResult::isAnswered),
             qsizetype(request.connections.size()) - 1);
    QCOMPARE(report->connections.back().outcome, ProbeOutcome::Refused);
    QCOMPARE(report->pages.at(0).status, quint16(200));
    QCOMPARE(report->pages.at(1).result.outcome, ProbeOutcome::Refused);
    QVERIFY(there.wait(there.director->probe({}, Asking::Never))); // nothing to ask
}

void TestProbeClient::refusalsComeThrough()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Probe probe(*m_bus, Verdict::NeedsPassword);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const IpAddress local = IpAddress::fromIPv4(0x7f000001);
    const ProbeRequest request{.connections = {{.address = local, .port = 1}}};
    QCOMPARE(there.wait(there.director->probe(request, Asking::Never)).error().code, ErrorCode::NotAuthorized);
    there.machine->agentFailure = ErrorCode::AuthenticationDismissed;
    probe.authority.verdict = Verdict::Denied;
    QCOMPARE(there.wait(there.director->takeCensus(local, {}, Asking::Allowed)).error().code, ErrorCode::NotAuthorized);

    probe.authority.verdict = Verdict::Allowed;
    const IpAddress stranger = ip(u"10.0.0.1");
    QCOMPARE(there.wait(there.director->probe({.pings = {stranger}}, Asking::Never)).error(),
             (Error{.code = ErrorCode::NotATarget, .values = {stranger.toString()}}));
    QCOMPARE(there.wait(there.director->takeCensus(stranger, {}, Asking::Never)).error().code, ErrorCode::NotATarget);
    QCOMPARE(there.director->status().link, LinkState::Live);
}

void TestProbeClient::withoutTheServiceItSaysSo()
{
    const Helper helper(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address());
    QVERIFY(there.opens());
    const ProbeRequest request{.pings = {web.address}};
    QCOMPARE(there.wait(there.director->probe(request, Asking::Never)).error().code, ErrorCode::NoProbe);
    QCOMPARE(there.wait(there.director->takeCensus(web.address, {}, Asking::Allowed)).error().code, ErrorCode::NoProbe);
    QCOMPARE(there.director->status().link, LinkState::Live);
}

void TestProbeClient::withoutAHelperThereIsNobody()
{
    Opened there(QString(), false);
    there.machine->table = procTable;
    QVERIFY(there.opens());
    QCOMPARE(there.wait(there.director->findProbe()).error().code, ErrorCode::NoHelper);
    QCOMPARE(there.wait(there.director->probe({.pings = {web.address}}, Asking::Never)).error().code,
             ErrorCode::NoHelper);
}

QTEST_GUILESS_MAIN(TestProbeClient)
#include "tst_probeclient.moc"
