// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxtable.h"
#include "core/sandbox/schedulerchoice.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

namespace {

using Basis = SchedulerChoice::Basis;

/// A real server with its connections. `last`: of its address, 192.168.10.`last`.
ServerState loaded(quint8 last, quint32 weight, quint32 active = 0, quint32 inactive = 0)
{
    return {.config = server(last, weight), .activeConnections = active, .inactiveConnections = inactive};
}

ScheduleRequest from(QStringView client, quint16 port = 40000)
{
    return {.client = ip(client), .clientPort = port, .destination = web.address};
}

} // namespace

/// What a service's scheduler chooses next, by what can be read of a kernel.
class TestSchedulerChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesAsTheSandboxDoes_data();
    void choosesAsTheSandboxDoes();
    void hashesAreThoseOfTheKernel_data();
    void hashesAreThoseOfTheKernel();
    void sayWhatTheyGoBy_data();
    void sayWhatTheyGoBy();
    void goesByTheConnections();
    void drainedAndFullServersGetNothing();
    void whatIsNeverScheduled();
};

void TestSchedulerChoice::choosesAsTheSandboxDoes_data()
{
    QTest::addColumn<QString>("scheduler");
    for (const QStringView name : kernelSchedulers)
        QTest::addRow("%s", qPrintable(name.toString())) << name.toString();
}

void TestSchedulerChoice::choosesAsTheSandboxDoes()
{
    QFETCH(const QString, scheduler);
    const std::vector servers{loaded(14, 2, 1, 9), loaded(13, 5, 4, 1), loaded(12, 1), loaded(11, 3, 2, 70)};
    for (int last = 1; last < 40; ++last) {
        SandboxClock clock;
        SandboxTable table(clock);
        QCOMPARE(table.add(service(web, scheduler)), 0);
        for (auto state = servers.rbegin(); state != servers.rend(); ++state) { // the newest is the first
            QCOMPARE(table.add(web, state->config, false), 0);
            SandboxServer &added = *table.find(web)->servers.front();
            for (quint32 i = 0; i < state->activeConnections + state->inactiveConnections; ++i)
                added.bindConnection();
            for (quint32 i = 0; i < state->activeConnections; ++i)
                added.setActive(true);
        }
        SandboxService &fresh = *table.find(web);
        fresh.scheduler = makeScheduler(scheduler);
        fresh.scheduler->bind(fresh);
        const ScheduleRequest request = from(QStringLiteral("198.51.100.%1").arg(last));
        const SandboxServer *picked = fresh.scheduler->pick(fresh, request);
        QVERIFY(picked);
        QCOMPARE(nextChoice(service(web, scheduler), servers, request).server, picked->config().key);
    }
}

void TestSchedulerChoice::hashesAreThoseOfTheKernel_data()
{
    QTest::addColumn<QString>("scheduler");
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("last");
    QTest::addRow("sh, first client") << QStringLiteral("sh") << QStringLiteral("192.0.2.1") << 12;
    QTest::addRow("sh, second client") << QStringLiteral("sh") << QStringLiteral("203.0.113.77") << 13;
    QTest::addRow("mh, first client") << QStringLiteral("mh") << QStringLiteral("192.0.2.1") << 13;
    QTest::addRow("mh, second client") << QStringLiteral("mh") << QStringLiteral("203.0.113.77") << 13;
}

/// Tried with a kernel: 10.0.0.11, .12 and .13 of weights 1, 1 and 2 were added one after the other.
void TestSchedulerChoice::hashesAreThoseOfTheKernel()
{
    QFETCH(const QString, scheduler);
    QFETCH(const QString, client);
    QFETCH(const int, last);
    std::vector<ServerState> servers;
    for (const auto &[end, weight] : {std::pair(13, 2), std::pair(12, 1), std::pair(11, 1)}) {
        servers.push_back(loaded(0, quint32(weight)));
        servers.back().config.key.address = IpAddress::fromIPv4(0x0a000000u + quint32(end));
    }
    const SchedulerChoice choice = nextChoice(service(web, scheduler), servers, from(client));
    QVERIFY(choice.server);
    QCOMPARE(choice.server->address, IpAddress::fromIPv4(0x0a000000u + quint32(last)));
    QCOMPARE(choice.basis, Basis::Table);
}

void TestSchedulerChoice::sayWhatTheyGoBy_data()
{
    QTest::addColumn<QString>("scheduler");
    QTest::addColumn<int>("basis");
    const auto row = [](const char *name, Basis basis) {
        QTest::addRow("%s", name) << QString::fromLatin1(name) << int(basis);
    };
    for (const char *name : {"rr", "wrr"})
        row(name, Basis::FreshStart);
    for (const char *name : {"wlc", "lc", "sed", "nq", "ovf"})
        row(name, Basis::Connections);
    for (const char *name : {"sh", "mh", "dh", "fo"})
        row(name, Basis::Table);
    for (const char *name : {"lblc", "lblcr", "twos"})
        row(name, Basis::LikeWlc);
    for (const char *name : {"none", "random"})
        row(name, Basis::None);
}

void TestSchedulerChoice::sayWhatTheyGoBy()
{
    QFETCH(const QString, scheduler);
    QFETCH(const int, basis);
    const SchedulerChoice choice =
        nextChoice(service(web, scheduler), {loaded(11, 1), loaded(12, 1)}, from(u"198.51.100.7"));
    QCOMPARE(int(choice.basis), basis);
    QCOMPARE(choice.server.has_value(), choice.basis != Basis::None);
    // A drained server of mh keeps the places of a weight that nobody can read.
    const SchedulerChoice drained =
        nextChoice(service(web, scheduler), {loaded(11, 1), loaded(12, 0)}, from(u"198.51.100.7"));
    QCOMPARE(int(drained.basis), scheduler == u"mh" ? int(Basis::LastWeights) : basis);
}

void TestSchedulerChoice::goesByTheConnections()
{
    const auto choice = [](quint32 first, quint32 second) {
        return nextChoice(service(web, u"wlc"), {loaded(11, 1, first), loaded(12, 1, second)}, from(u"198.51.100.7"))
            .server;
    };
    QCOMPARE(choice(4'000'000, 7), server(12).key);
    QCOMPARE(choice(7, 4'000'000), server(11).key);
    // Its weight is what they are divided by.
    QCOMPARE(nextChoice(service(web, u"wlc"), {loaded(11, 10, 90), loaded(12, 1, 10)}, from(u"198.51.100.7")).server,
             server(11).key);
}

void TestSchedulerChoice::drainedAndFullServersGetNothing()
{
    ServerState full = loaded(11, 9, 10, 10);
    full.config.upperThreshold = 20;
    QCOMPARE(nextChoice(service(web, u"wrr"), {full, loaded(12, 1), loaded(13, 0)}, from(u"198.51.100.7")).server,
             server(12).key);
    full.config.upperThreshold = 21;
    QCOMPARE(nextChoice(service(web, u"wrr"), {full, loaded(12, 1), loaded(13, 0)}, from(u"198.51.100.7")).server,
             server(11).key);
    for (const QStringView name : kernelSchedulers) {
        const SchedulerChoice choice = nextChoice(service(web, name), {loaded(11, 0)}, from(u"198.51.100.7"));
        QVERIFY2(!choice.server, qPrintable(name.toString()));
        QVERIFY(choice.basis != Basis::None);
        QVERIFY(!nextChoice(service(web, name), {}, from(u"198.51.100.7")).server);
    }
}

void TestSchedulerChoice::whatIsNeverScheduled()
{
    VirtualService every = service(tcp(u"172.18.100.6", 0), u"rr");
    QVERIFY(!nextChoice(every, {loaded(11, 1)}, from(u"198.51.100.7")).server);
    every.flags = ServiceFlag::Persistent;
    QVERIFY(nextChoice(every, {loaded(11, 1)}, from(u"198.51.100.7")).server);
    const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4), u"rr");
    QVERIFY(nextChoice(marked, {loaded(11, 1)}, from(u"198.51.100.7")).server);
}

QTEST_APPLESS_MAIN(TestSchedulerChoice)
#include "tst_schedulerchoice.moc"
