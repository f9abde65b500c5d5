// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/workingtable.h"
#include "core/compare/takeover.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Two states, object by object and field by field, and what makes one like the other.
class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objects();
    void fields_data();
    void fields();
    void takenFields_data() { fields_data(); }
    void takenFields();
    void settings();
    void whatTheKernelFilledInIsNoDifference();
    void unknownSettings();
    void serverOrderIsNoDifference();
    void serverBringsItsService();
    void partsOfOneObjectJoin();
    void generatedTables();
};

namespace {

RuleState stateOf(const VirtualService &service, const std::vector<RealServer> &servers)
{
    RuleState state;
    state.table.setService(service);
    state.table.setServers(service.key, servers);
    return state;
}

IpvsTable takenOver(const Comparison &comparison, const IpvsTable &table, std::vector<ComparedPart> parts, Side target)
{
    return applied(table, takingOver(comparison, parts, target));
}

} // namespace

void TestComparison::objects()
{
    RuleState left = stateOf(service(web), {server(11), server(12, 3)});
    RuleState right = stateOf(service(web, u"wrr"), {server(12, 4), server(13)});
    left.table.setService(service(database));
    const Comparison comparison = compare(left, right);
    QCOMPARE(comparison.services.size(), 2u);
    const ComparedService &changed = *comparison.find(web);
    QCOMPARE(changed.service.standing(), Standing::Changed);
    QCOMPARE(changed.service.fields(), std::vector{Field::Scheduler});
    QCOMPARE(changed.servers.size(), 3u);
    QCOMPARE(changed.servers[0].standing(), Standing::OnlyLeft);
    QCOMPARE(changed.servers[1].standing(), Standing::Changed);
    QCOMPARE(changed.servers[1].fields(), std::vector{Field::Weight});
    QCOMPARE(changed.servers[2].standing(), Standing::OnlyRight);
    QVERIFY(!changed.isEqual);
    QCOMPARE(comparison.find(database)->service.standing(), Standing::OnlyLeft);
    QVERIFY(!comparison.find(tcp(u"10.0.0.1", 1)));
    QCOMPARE(comparison.counts, (Comparison::Counts{.equal = 1, .onlyLeft = 2, .onlyRight = 1, .changed = 2}));
}

void TestComparison::fields_data()
{
    QTest::addColumn<std::function<void(VirtualService &, RealServer &)>>("change");
    QTest::addColumn<Field>("field");
    using Change = std::function<void(VirtualService &, RealServer &)>;
    const auto row = [](const char *name, Field field, const Change &change) {
        QTest::newRow(name) << change << field;
    };
    row("scheduler", Field::Scheduler, [](auto &s, auto &) { s.scheduler = *SchedulerName::fromText(u"sh"); });
    row("persistence", Field::Persistence, [](auto &s, auto &) {
        s.flags |= ServiceFlag::Persistent;
        s.persistenceTimeout = 300;
    });
    row("timeout", Field::Persistence, [](auto &s, auto &) { s.persistenceTimeout = 300; });
    row("netmask", Field::Netmask, [](auto &s, auto &) { s.netmask = 0xffffff00; });
    row("engine", Field::Engine, [](auto &s, auto &) { s.engine = *PersistenceEngine::fromText(u"sip"); });
    row("one packet", Field::OnePacket, [](auto &s, auto &) { s.flags |= ServiceFlag::OnePacket; });
    row("scheduler flags", Field::SchedulerFlags, [](auto &s, auto &) { s.flags |= ServiceFlag::Scheduler2; });
    row("other flags", Field::OtherFlags, [](auto &s, auto &) { s.flags |= ServiceFlags::fromInt(0x100); });
    row("forwarding", Field::Forwarding, [](auto &, auto &r) { r.forwarding = Forwarding::Tunnelling; });
    row("weight", Field::Weight, [](auto &, auto &r) { r.weight = 0; });
    row("upper threshold", Field::UpperThreshold, [](auto &, auto &r) { r.upperThreshold = 9; });
    row("lower threshold", Field::LowerThreshold, [](auto &, auto &r) { r.lowerThreshold = 9; });
    row("tunnel type", Field::TunnelType, [](auto &, auto &r) { r.tunnel.type = TunnelType::Gre; });
    row("tunnel port", Field::TunnelPort, [](auto &, auto &r) { r.tunnel.port = 9; });
    row("checksum", Field::TunnelChecksum, [](auto &, auto &r) { r.tunnel.checksum = TunnelChecksum::Checksum; });
}

void TestComparison::fields()
{
    using Change = std::function<void(VirtualService &, RealServer &)>;
    QFETCH(const Change, change);
    QFETCH(const Field, field);
    VirtualService otherService = service(web);
    RealServer otherServer = server(11);
    change(otherService, otherServer);
    const Comparison comparison = compare(stateOf(service(web), {server(11)}), stateOf(otherService, {otherServer}));
    std::vector<Field> found = comparison.services[0].service.fields();
    std::ranges::copy(comparison.services[0].servers[0].fields(), std::back_inserter(found));
    QCOMPARE(found, std::vector{field});
    QCOMPARE(comparison.counts.changed, 1);
}

/// Of two objects that differ in everything, one field is taken over: then they differ in all others.
void TestComparison::takenFields()
{
    using Change = std::function<void(VirtualService &, RealServer &)>;
    QFETCH(const Change, change);
    QFETCH(const Field, field);
    VirtualService wantedService = service(web);
    RealServer wantedServer = server(11);
    change(wantedService, wantedServer);
    const RuleState left = stateOf(service(web), {server(11)});
    const RuleState right = stateOf(wantedService, {wantedServer});
    const Comparison comparison = compare(left, right);
    const bool isService = comparison.services[0].service.standing() != Standing::Equal;
    const ComparedPart part{ObjectKey{web, isService ? std::nullopt : std::optional(wantedServer.key)}, field};
    QCOMPARE(takenOver(comparison, left.table, {part}, Side::Left), right.table);
    QCOMPARE(takenOver(comparison, right.table, {part}, Side::Right), left.table);
    const ComparedPart other{part.object, field == Field::Weight ? Field::Forwarding : Field::Weight};
    if (!isService)
        QVERIFY(takingOver(comparison, std::span(&other, 1), Side::Left).isEmpty());
}

void TestComparison::settings()
{
    RuleState left;
    RuleState right;
    left.timeouts = {900, 0, 300};
    right.timeouts = {900, 120, 400};
    right.daemons = {{.role = SyncRole::Backup, .interface = *InterfaceName::fromText(u"eth1"), .syncId = 5}};
    const Comparison comparison = compare(left, right);
    QCOMPARE(comparison.timeouts.fields(), std::vector{Field::UdpTimeout}); // a file that sets nothing is no difference
    QCOMPARE(comparison.daemons.size(), 1u);
    QCOMPARE(comparison.daemons[0].standing(), Standing::OnlyRight);
    const ComparedPart timeouts{TimeoutsKey{}, Field::UdpTimeout};
    QCOMPARE(takingOver(comparison, std::span(&timeouts, 1), Side::Right),
             plan({SetTimeouts{{900, 120, 400}, {900, 120, 300}}}));
    const ComparedPart daemon{SyncRole::Backup, {}};
    QCOMPARE(takingOver(comparison, std::span(&daemon, 1), Side::Left), plan({StartSyncDaemon{right.daemons[0]}}));
    QCOMPARE(takingOver(comparison, std::span(&daemon, 1), Side::Right), plan({StopSyncDaemon{right.daemons[0]}}));
}

void TestComparison::whatTheKernelFilledInIsNoDifference()
{
    const SyncDaemon written{.role = SyncRole::Master, .interface = *InterfaceName::fromText(u"eth0"), .syncId = 3};
    SyncDaemon running = written;
    running.maxLength = 1472;
    running.group = IpAddress::fromIPv4(0xe0000051);
    running.port = 8848;
    running.ttl = 1;
    QCOMPARE(compare({.daemons = {written}}, {.daemons = {running}}).counts.different(), 0);
    QCOMPARE(compare({.daemons = {running}}, {.daemons = {written}}).counts.different(), 0);

    SyncDaemon other = running;
    other.ttl = 4;
    const Comparison comparison = compare({.daemons = {written}}, {.daemons = {other}});
    QCOMPARE(comparison.daemons.front().fields(), std::vector{Field::SyncTtl});
    const std::vector<ComparedPart> all{{.object = SyncRole::Master}};
    QCOMPARE(takingOver(comparison, all, Side::Left).operations.size(), 2u);
}

void TestComparison::unknownSettings()
{
    RuleState right;
    right.timeouts = {900, 120, 300};
    right.daemons = {{.role = SyncRole::Master}};
    const Comparison comparison = compare({}, right, CompareScope::TableOnly);
    QCOMPARE(comparison.counts, Comparison::Counts());
    QVERIFY(comparison.daemons.empty());
}

void TestComparison::serverOrderIsNoDifference()
{
    const Comparison comparison =
        compare(stateOf(service(web), {server(11), server(12)}), stateOf(service(web), {server(12), server(11)}));
    QCOMPARE(comparison.counts.different(), 0);
    QVERIFY(comparison.services[0].isEqual);
}

void TestComparison::serverBringsItsService()
{
    const RuleState left = stateOf(service(web), {server(11), server(12)});
    const Comparison comparison = compare(left, {});
    const ComparedPart part{ObjectKey{web, server(11).key}, {}};
    QCOMPARE(takenOver(comparison, {}, {part}, Side::Right), stateOf(service(web), {server(11)}).table);
    QCOMPARE(takenOver(comparison, left.table, {part}, Side::Left), stateOf(service(web), {server(12)}).table);
}

void TestComparison::partsOfOneObjectJoin()
{
    RealServer changed = server(11, 7);
    changed.upperThreshold = 100;
    changed.forwarding = Forwarding::Tunnelling;
    const RuleState left = stateOf(service(web), {server(11)});
    const Comparison comparison = compare(left, stateOf(service(web), {changed}));
    const ObjectKey key{web, changed.key};
    const std::vector<ComparedPart> parts{{key, Field::Weight}, {key, Field::UpperThreshold}, {ObjectKey{web, {}}, {}}};
    const ChangePlan joined = takingOver(comparison, std::span(parts).first(2), Side::Left);
    RealServer expected = changed;
    expected.forwarding = Forwarding::Masquerading;
    QCOMPARE(joined, plan({EditServer{web, server(11), expected}}));
    QCOMPARE(takingOver(comparison, parts, Side::Left), plan({EditServer{web, server(11), changed}}));
}

/// All differences taken over, in either direction, leave none.
void TestComparison::generatedTables()
{
    for (quint32 seed = 1; seed <= 500; ++seed) {
        RandomTable random(seed);
        const IpvsTable left = random.table();
        const IpvsTable right = random.variationOf(left);
        const Comparison comparison = compare({.table = left}, {.table = right});
        std::vector<ComparedPart> parts;
        for (const ComparedService &each : comparison.services)
            parts.push_back({ObjectKey{each.key, {}}, {}});
        const auto toRight = takenOver(comparison, left, parts, Side::Left);
        const auto toLeft = takenOver(comparison, right, parts, Side::Right);
        QCOMPARE(withoutListOrder(toRight), withoutListOrder(right));
        QCOMPARE(withoutListOrder(toLeft), withoutListOrder(left));
        QCOMPARE(comparison.counts.different() == 0, withoutListOrder(left) == withoutListOrder(right));
    }
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
