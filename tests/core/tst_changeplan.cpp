// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"
#include "core/change/workingtable.h"
#include "core/types/numbers.h"
#include "tests/support/hostobjects.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lvs::ChangePlan)

namespace {

constexpr int accepted = -1;

SyncDaemon daemon(SyncRole role, const QString &interface = QStringLiteral("eth0"))
{
    return {.role = role, .interface = *InterfaceName::fromText(interface)};
}

} // namespace

class ChangePlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phasesServeTraffic()
    {
        const ChangePlan ordered = inApplyOrder(plan({
            RemoveServer{web, server(1)},
            AddServer{database, server(2)},
            EditServer{web, server(3, 1), server(3, 2)},
            StartSyncDaemon{daemon(SyncRole::Master, QStringLiteral("eth1"))},
            AddService{service(database)},
            StopSyncDaemon{daemon(SyncRole::Master)},
            AddServer{database, server(4)},
            SetTimeouts{{900, 120, 300}, {600, 0, 0}},
            SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s},
        }));
        QCOMPARE(ordered, plan({
                              SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s},
                              SetTimeouts{{900, 120, 300}, {600, 0, 0}},
                              StopSyncDaemon{daemon(SyncRole::Master)},
                              StartSyncDaemon{daemon(SyncRole::Master, QStringLiteral("eth1"))},
                              AddService{service(database)},
                              AddServer{database, server(2)},
                              AddServer{database, server(4)},
                              EditServer{web, server(3, 1), server(3, 2)},
                              RemoveServer{web, server(1)},
                          }));
        QVERIFY(std::ranges::is_sorted(ordered.operations, {}, phaseOf));
    }

    void validity_data()
    {
        QTest::addColumn<ChangePlan>("changes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("index");
        const auto row = [](const char *name, const ChangePlan &changes, int code, const QString &index = {}) {
            QTest::newRow(name) << changes << code << index;
        };
        const QString first = QStringLiteral("0");
        const QString second = QStringLiteral("1");
        const int contradicts = int(ErrorCode::PlanContradicts);
        const VirtualService webRr = service(web);
        const VirtualService webWrr = service(web, u"wrr");

        row("nothing", {}, accepted);
        row("service and its server", plan({AddService{webRr}, AddServer{web, server(1)}}), accepted);
        row("server before its service", plan({AddServer{web, server(1)}, AddService{webRr}}), accepted);
        row("bad service",
            plan({AddServer{web, server(1)},
                  AddService{VirtualService::withDefaults(ServiceKey::forMark(0, Family::IPv4))}}),
            int(ErrorCode::FirewallMarkZero), second);
        row("bad server", plan({AddServer{web, server(1, limits::largestWeight + 1)}}), int(ErrorCode::OutOfRange),
            first);
        row("edit to a bad server", plan({EditServer{web, server(1), server(1, limits::largestWeight + 1)}}),
            int(ErrorCode::OutOfRange), first);

        RealServer odd = server(1, 1, 8080); // DR on another port, as another program may have left it
        odd.forwarding = Forwarding::Gatewaying;
        RealServer drained = odd;
        drained.weight = 0;
        row("drain of an odd server", plan({EditServer{web, odd, drained}}), accepted);
        row("removal of an odd server", plan({RemoveServer{web, odd}}), accepted);
        row("edit that makes a server odd", plan({EditServer{web, server(1, 1, 8080), odd}}),
            int(ErrorCode::PortMustMatchService), first);

        RealServer unnamed = server(1); // nor has every value a name
        unnamed.forwarding = Forwarding(5);
        unnamed.tunnel = {.type = TunnelType(9), .checksum = TunnelChecksum(77)};
        drained = unnamed;
        drained.weight = 0;
        RealServer other = unnamed;
        other.forwarding = Forwarding(6);
        RealServer otherTunnel = unnamed;
        otherTunnel.tunnel.type = TunnelType(8);
        row("drain of an unnamed forwarding", plan({EditServer{web, unnamed, drained}}), accepted);
        row("removal of an unnamed forwarding", plan({RemoveServer{web, unnamed}}), accepted);
        row("edit to a name", plan({EditServer{web, unnamed, server(1)}}), accepted);
        row("addition of an unnamed forwarding", plan({AddServer{web, unnamed}}), int(ErrorCode::UnsupportedForwarding),
            first);
        row("edit to another unnamed forwarding", plan({EditServer{web, unnamed, other}}),
            int(ErrorCode::UnsupportedForwarding), first);
        row("edit to another unnamed tunnel", plan({EditServer{web, unnamed, otherTunnel}}),
            int(ErrorCode::UnsupportedForwarding), first);
        VirtualService flagged = webRr;
        flagged.flags = ServiceFlags::fromInt(0x40);
        VirtualService flaggedWrr = flagged;
        flaggedWrr.scheduler = webWrr.scheduler;
        VirtualService otherFlag = flagged;
        otherFlag.flags = ServiceFlags::fromInt(0x80);
        row("edit that keeps an unnamed flag", plan({EditService{flagged, flaggedWrr}}), accepted);
        row("edit that clears an unnamed flag", plan({EditService{flagged, webRr}}), accepted);
        row("removal of an unnamed flag", plan({RemoveService{flagged, {unnamed}}}), accepted);
        row("addition of an unnamed flag", plan({AddService{flagged}}), int(ErrorCode::NotSupported), first);
        row("edit to another unnamed flag", plan({EditService{flagged, otherFlag}}), int(ErrorCode::NotSupported),
            first);

        row("edit with another key", plan({EditServer{web, server(1), server(2)}}), contradicts, first);
        row("service edit with another key", plan({EditService{webRr, service(database)}}), contradicts, first);
        row("same service added twice", plan({AddService{webRr}, AddService{webWrr}}), contradicts, second);
        row("service removed and added", plan({RemoveService{webRr, {}}, AddService{webWrr}}), contradicts, second);
        row("same server edited twice",
            plan({EditServer{web, server(1, 1), server(1, 2)}, EditServer{web, server(1, 1), server(1, 3)}}),
            contradicts, second);
        row("same server in two services", plan({RemoveServer{web, server(1)}, RemoveServer{database, server(1)}}),
            accepted);
        row("server of a removed service", plan({AddServer{web, server(1)}, RemoveService{webRr, {}}}), contradicts,
            first);
        row("old server of a new service", plan({AddService{webRr}, RemoveServer{web, server(1)}}), contradicts,
            second);
        row("service and server edited",
            plan({EditService{webRr, webWrr}, EditServer{web, server(1, 1), server(1, 2)}}), accepted);
        row("cleared alone", plan({ClearTable{tableDigest({})}}), accepted);
        row("cleared and added", plan({ClearTable{tableDigest({})}, AddService{webRr}}), contradicts, second);
        row("cleared twice", plan({ClearTable{}, ClearTable{}}), contradicts, second);
        row("zeroed and edited", plan({ZeroCounters{web}, EditService{webRr, webWrr}}), accepted);
        row("zeroed and removed", plan({ZeroCounters{web}, RemoveService{webRr, {}}}), contradicts, first);

        row("longest timeout", plan({SetTimeouts{{}, {limits::largestTimeout, 0, 0}}}), accepted);
        row("timeout too long", plan({SetTimeouts{{}, {0, 0, limits::largestTimeout + 1}}}), int(ErrorCode::OutOfRange),
            first);
        row("tunable", plan({SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s}}), accepted);
        row("two tunables",
            plan({SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s},
                  SetSysctl{u"ipv4/vs/drop_entry"_s, u"0"_s, u"1"_s}}),
            accepted);
        row("one tunable twice",
            plan(
                {SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s}, SetSysctl{u"ipv4/vs/conntrack"_s, u"1"_s, u"0"_s}}),
            contradicts, second);
        row("tunable of no row", plan({SetSysctl{u"../ip_forward"_s, u"0"_s, u"1"_s}}), int(ErrorCode::NotSupported),
            first);
        row("tunable out of range", plan({SetSysctl{u"ipv4/vs/drop_entry"_s, u"0"_s, u"4"_s}}),
            int(ErrorCode::OutOfRange), first);
        row("both daemons",
            plan({StartSyncDaemon{daemon(SyncRole::Master)}, StartSyncDaemon{daemon(SyncRole::Backup)}}), accepted);
        row("one daemon twice",
            plan({StartSyncDaemon{daemon(SyncRole::Master)}, StartSyncDaemon{daemon(SyncRole::Master)}}), contradicts,
            second);
        row("daemon started anew",
            plan({StopSyncDaemon{daemon(SyncRole::Master)}, StartSyncDaemon{daemon(SyncRole::Master)}}), accepted);
        row("daemon without interface", plan({StartSyncDaemon{}}), int(ErrorCode::Empty), first);
        SyncDaemon changed = daemon(SyncRole::Master);
        changed.syncId = 255;
        row("largest sync id", plan({StartSyncDaemon{changed}}), accepted);
        changed.syncId = 256;
        row("sync id too large", plan({StartSyncDaemon{changed}}), int(ErrorCode::OutOfRange), first);
        changed = daemon(SyncRole::Backup);
        changed.group = ip(u"224.0.0.81");
        row("multicast group", plan({StartSyncDaemon{changed}}), accepted);
        changed.group = ip(u"10.0.0.1");
        row("unicast group", plan({StartSyncDaemon{changed}}), int(ErrorCode::BadAddress), first);
        changed = daemon(SyncRole(3));
        row("unknown role", plan({StartSyncDaemon{changed}}), int(ErrorCode::NotSupported), first);
    }
    void validity()
    {
        QFETCH(ChangePlan, changes);
        QFETCH(int, code);
        QFETCH(QString, index);
        const Result<void> verdict = validate(changes);
        QCOMPARE(verdict ? accepted : int(verdict.error().code), code);
        if (!verdict)
            QCOMPARE(verdict.error().values.first(), index);
    }

    void sizeIsLimited()
    {
        ChangePlan changes;
        changes.operations.assign(std::size_t(ChangePlan::largestSize) + 1, ZeroCounters{});
        QCOMPARE(validate(changes).error().code, ErrorCode::PlanTooLarge);
    }

    void operationsOnTheMachineAreFewer()
    {
        ChangePlan changes;
        for (qsizetype i = 0; i <= ChangePlan::mostOnHost; ++i) {
            HostAddress address = loopbackVip();
            address.address.address = IpAddress::fromIPv4(0x0a000001u + quint32(i));
            changes.operations.emplace_back(AddAddress{address});
        }
        const Error tooLarge{.code = ErrorCode::PlanTooLarge, .values = {QString::number(ChangePlan::mostOnHost)}};
        QCOMPARE(validate(changes).error(), tooLarge);
        changes.operations.back() = AddService{service(web)};
        QVERIFY(validate(changes));
    }

    void differenceIsMinimal()
    {
        IpvsTable actual;
        actual.setService(service(web));
        actual.setServers(web, {server(2), server(1)});
        QVERIFY(difference(actual, actual).isEmpty());

        IpvsTable wanted;
        wanted.setService(service(web, u"wrr"));
        wanted.setServers(web, {server(3), server(2, 10)});
        QCOMPARE(difference(actual, wanted), plan({
                                                 AddServer{web, server(3)},
                                                 EditService{service(web), service(web, u"wrr")},
                                                 EditServer{web, server(2), server(2, 10)},
                                                 RemoveServer{web, server(1)},
                                             }));
        QCOMPARE(difference(actual, {}), plan({RemoveService{service(web), {server(2), server(1)}}}));
        // The kernel lists the newest first, so the oldest is added first.
        QCOMPARE(difference({}, actual),
                 plan({AddService{service(web)}, AddServer{web, server(1)}, AddServer{web, server(2)}}));
    }

    void listOrderIsNoDifference()
    {
        IpvsTable one;
        one.setService(service(web));
        one.setServers(web, {server(1), server(2)});
        IpvsTable other = one;
        other.setServers(web, {server(2), server(1)});
        QVERIFY(difference(one, other).isEmpty());
        QCOMPARE(tableDigest(one), tableDigest(other));
        other.setServers(web, {server(2), server(1, 2)});
        QVERIFY(tableDigest(one) != tableDigest(other));
    }

    void differenceLeadsThere()
    {
        RandomTable random(7);
        for (int i = 0; i < 4000; ++i) {
            const IpvsTable actual = random.table();
            const IpvsTable wanted = i % 2 ? random.table() : random.variationOf(actual);
            const ChangePlan changes = difference(actual, wanted);
            QVERIFY2(validate(changes), qPrintable(QString::number(i)));
            QCOMPARE(inApplyOrder(changes), changes);
            const IpvsTable reached = applied(actual, changes);
            QCOMPARE(withoutListOrder(reached), withoutListOrder(wanted));
            QVERIFY(difference(reached, wanted).isEmpty());
        }
    }

    void inverseLeadsBack()
    {
        RandomTable random(11);
        for (int i = 0; i < 4000; ++i) {
            const IpvsTable before = random.table();
            const ChangePlan changes = difference(before, random.variationOf(before));
            const ChangePlan back = inverse(changes);
            QVERIFY(validate(back));
            QCOMPARE(inApplyOrder(back), back);
            const IpvsTable restored = applied(applied(before, changes), back);
            QCOMPARE(withoutListOrder(restored), withoutListOrder(before));
            for (const Operation &operation : changes.operations) {
                if (const auto *removed = std::get_if<RemoveService>(&operation))
                    QCOMPARE(restored.find(removed->before.key)->servers, removed->servers); // with its list order
            }
        }
    }

    void inverseOfAnAddedServiceIsOneRemoval()
    {
        const ChangePlan added = plan({AddService{service(web)}, AddServer{web, server(1)}, AddServer{web, server(2)}});
        QCOMPARE(inverse(added), plan({RemoveService{service(web), {server(2), server(1)}}}));
    }

    void inverseOfSettings()
    {
        const ChangePlan changed = plan({SetTimeouts{{900, 120, 300}, {600, 0, 300}}});
        QCOMPARE(inverse(changed), plan({SetTimeouts{{600, 120, 300}, {900, 0, 0}}}));
        QVERIFY(inverse(plan({SetTimeouts{{900, 120, 300}, {900, 0, 0}}})).isEmpty());
        QCOMPARE(inverse(plan({SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s}})),
                 plan({SetSysctl{u"ipv4/vs/conntrack"_s, u"1"_s, u"0"_s}}));
        const SyncDaemon master = daemon(SyncRole::Master);
        QCOMPARE(inverse(plan({StartSyncDaemon{master}})), plan({StopSyncDaemon{master}}));
        QCOMPARE(inverse(plan({StopSyncDaemon{master}})), plan({StartSyncDaemon{master}}));
        QVERIFY(inverse(plan({ZeroCounters{}})).isEmpty());
    }
};

QTEST_APPLESS_MAIN(ChangePlanTest)
#include "tst_changeplan.moc"
