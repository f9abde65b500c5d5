// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/draft.h"
#include "core/change/workingtable.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lvs::ChangePlan)

namespace {

const VirtualService rr = service(web, u"rr");
const VirtualService wrr = service(web, u"wrr");
const VirtualService wlc = service(web, u"wlc");

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void merging_data()
    {
        QTest::addColumn<ChangePlan>("changes");
        QTest::addColumn<ChangePlan>("drafted");
        const auto row = [](const char *name, const ChangePlan &changes, const ChangePlan &drafted) {
            QTest::newRow(name) << changes << drafted;
        };
        row("edits of a server join",
            plan({EditServer{web, server(1, 1), server(1, 2)}, EditServer{web, server(1, 2), server(1, 3)}}),
            plan({EditServer{web, server(1, 1), server(1, 3)}}));
        row("edit back",
            plan({EditServer{web, server(1, 1), server(1, 2)}, EditServer{web, server(1, 2), server(1, 1)}}), {});
        row("edit of nothing", plan({EditServer{web, server(1), server(1)}, EditService{rr, rr}}), {});
        row("edit of an added server",
            plan({AddServer{web, server(1, 1)}, EditServer{web, server(1, 1), server(1, 5)}}),
            plan({AddServer{web, server(1, 5)}}));
        row("removal of an added server", plan({AddServer{web, server(1)}, RemoveServer{web, server(1)}}), {});
        row("removal of an edited server",
            plan({EditServer{web, server(1, 1), server(1, 2)}, RemoveServer{web, server(1, 2)}}),
            plan({RemoveServer{web, server(1, 1)}}));
        row("return of a removed server", plan({RemoveServer{web, server(1)}, AddServer{web, server(1)}}), {});
        row("return of a removed server, changed",
            plan({RemoveServer{web, server(1, 1)}, AddServer{web, server(1, 2)}}),
            plan({EditServer{web, server(1, 1), server(1, 2)}}));
        row("same server, two services", plan({RemoveServer{web, server(1)}, RemoveServer{database, server(1)}}),
            plan({RemoveServer{web, server(1)}, RemoveServer{database, server(1)}}));

        row("edits of a service join", plan({EditService{rr, wrr}, EditService{wrr, wlc}}),
            plan({EditService{rr, wlc}}));
        row("edit of an added service", plan({AddService{rr}, EditService{rr, wrr}}), plan({AddService{wrr}}));
        row("removal of an added service",
            plan({AddService{rr}, AddServer{web, server(1)}, RemoveService{rr, {server(1)}}}), {});
        row("removal of an edited service",
            plan({EditService{rr, wrr}, EditServer{web, server(1, 1), server(1, 2)}, AddServer{web, server(2)},
                  RemoveServer{web, server(3)}, RemoveService{wrr, {server(2), server(1, 2)}}}),
            plan({RemoveService{rr, {server(1, 1), server(3)}}}));
        row("return of a removed service", plan({RemoveService{rr, {server(1)}}, AddService{wrr}}),
            plan({EditService{rr, wrr}, RemoveServer{web, server(1)}}));
        row("clearing takes the rest",
            plan({AddService{rr}, EditServer{database, server(1, 1), server(1, 2)}, ClearTable{"x"}}),
            plan({ClearTable{"x"}}));

        row("timeouts join",
            plan({SetTimeouts{{900, 120, 300}, {600, 0, 0}}, SetTimeouts{{900, 120, 300}, {0, 0, 200}}}),
            plan({SetTimeouts{{900, 120, 300}, {600, 0, 200}}}));
        row("timeouts back",
            plan({SetTimeouts{{900, 120, 300}, {600, 0, 0}}, SetTimeouts{{900, 120, 300}, {900, 0, 0}}}), {});
        const QString mode = QStringLiteral("ipv4/vs/drop_entry");
        const auto tune = [](const QString &name, int before, int after) {
            return SetSysctl{name, QString::number(before), QString::number(after)};
        };
        row("tunable twice", plan({tune(mode, 0, 1), tune(mode, 1, 3)}), plan({tune(mode, 0, 3)}));
        row("tunable back", plan({tune(mode, 0, 1), tune(mode, 1, 0)}), {});
        row("tunable to its other automatic mode", plan({tune(mode, 2, 1)}), {});
        row("two tunables", plan({tune(mode, 0, 1), tune(QStringLiteral("ipv4/vs/drop_packet"), 0, 1)}),
            plan({tune(mode, 0, 1), tune(QStringLiteral("ipv4/vs/drop_packet"), 0, 1)}));
        const SyncDaemon master{.role = SyncRole::Master, .interface = *InterfaceName::fromText(u"eth0")};
        const SyncDaemon backup{.role = SyncRole::Backup, .interface = master.interface};
        SyncDaemon other = master;
        other.syncId = 7;
        row("daemon started and stopped", plan({StartSyncDaemon{master}, StopSyncDaemon{master}}), {});
        row("daemon stopped and started", plan({StopSyncDaemon{master}, StartSyncDaemon{master}}), {});
        row("both daemons stopped, one started",
            plan({StopSyncDaemon{master}, StopSyncDaemon{backup}, StartSyncDaemon{master}}),
            plan({StopSyncDaemon{backup}}));
        row("daemon changed", plan({StopSyncDaemon{master}, StartSyncDaemon{other}}),
            plan({StopSyncDaemon{master}, StartSyncDaemon{other}}));
        SyncDaemon filled = master; // as the kernel does
        filled.maxLength = 1472;
        filled.group = IpAddress::fromIPv4(0xe0000051);
        filled.port = 8848;
        filled.ttl = 1;
        row("daemon stopped and started as it ran", plan({StopSyncDaemon{filled}, StartSyncDaemon{master}}), {});
        row("zeroed twice", plan({ZeroCounters{web}, ZeroCounters{}, ZeroCounters{web}, ZeroCounters{}}),
            plan({ZeroCounters{web}, ZeroCounters{}}));
        row("zeroed again after the service was removed and added",
            plan({ZeroCounters{web}, RemoveService{rr, {}}, AddService{rr}, ZeroCounters{web}}),
            plan({ZeroCounters{web}}));
        row("added service zeroed", plan({AddService{rr}, ZeroCounters{web}}), plan({AddService{rr}}));
        row("removal of a service whose servers are drafted for, and of another",
            plan({AddServer{database, server(1)}, EditServer{web, server(1, 1), server(1, 2)},
                  RemoveServer{database, server(2)}, AddServer{web, server(5)},
                  RemoveService{rr, {server(5), server(1, 2)}}}),
            plan({AddServer{database, server(1)}, RemoveServer{database, server(2)},
                  RemoveService{rr, {server(1, 1)}}}));
    }
    void merging()
    {
        QFETCH(ChangePlan, changes);
        QFETCH(ChangePlan, drafted);
        Draft draft;
        for (const Operation &operation : changes.operations)
            QVERIFY(draft.add(operation));
        QCOMPARE(draft.plan(), drafted);
    }

    /// A draft of as many objects as there are in the largest tables, and then none of them.
    void removesMany()
    {
        constexpr int count = 50'000;
        ChangePlan drafted;
        ChangePlan removed;
        ChangePlan expected;
        for (int i = 0; i < count; ++i) {
            const VirtualService each = service(ServiceKey::forMark(quint32(i + 1), Family::IPv4));
            const bool isNew = i % 2 == 0;
            if (isNew)
                drafted.operations.push_back(AddService{each});
            drafted.operations.push_back(AddServer{each.key, server(1)});
            drafted.operations.push_back(ZeroCounters{each.key});
            removed.operations.push_back(RemoveService{each, {server(1)}});
            if (!isNew)
                expected.operations.push_back(RemoveService{each, {}});
        }
        Draft draft;
        QVERIFY(draft.add(drafted));
        QVERIFY(draft.add(removed));
        QVERIFY(draft.plan() == expected);
    }

    void refusals_data()
    {
        QTest::addColumn<ChangePlan>("changes");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const ChangePlan &changes, ErrorCode code) {
            QTest::newRow(name) << changes << int(code);
        };
        row("service added twice", plan({AddService{rr}, AddService{rr}}), ErrorCode::ServiceExists);
        row("server added twice", plan({AddServer{web, server(1)}, AddServer{web, server(1)}}),
            ErrorCode::ServerExists);
        row("edited service added", plan({EditService{rr, wrr}, AddService{rr}}), ErrorCode::ServiceExists);
        row("removed service edited", plan({RemoveService{rr, {}}, EditService{rr, wrr}}), ErrorCode::ServiceMissing);
        row("removed service given a server", plan({RemoveService{rr, {}}, AddServer{web, server(1)}}),
            ErrorCode::ServiceMissing);
        row("removed service removed", plan({RemoveService{rr, {}}, RemoveService{rr, {}}}), ErrorCode::ServiceMissing);
        row("removed server edited", plan({RemoveServer{web, server(1)}, EditServer{web, server(1), server(1, 2)}}),
            ErrorCode::ServerMissing);
        row("removed server removed", plan({RemoveServer{web, server(1)}, RemoveServer{web, server(1)}}),
            ErrorCode::ServerMissing);
        row("cleared table edited", plan({ClearTable{}, EditService{rr, wrr}}), ErrorCode::ServiceMissing);
        row("cleared table added to", plan({ClearTable{}, AddService{rr}}), ErrorCode::PlanContradicts);
    }
    void refusals()
    {
        QFETCH(ChangePlan, changes);
        QFETCH(int, code);
        Draft draft;
        QVERIFY(draft.add(changes.operations[0]));
        const ChangePlan before = draft.plan();
        const Result<void> verdict = draft.add(changes.operations[1]);
        QVERIFY(!verdict);
        QCOMPARE(int(verdict.error().code), code);
        QCOMPARE(draft.plan(), before);
        QVERIFY(!Draft().add(changes)); // nor as one step
    }

    void undoTakesBackOneStep()
    {
        Draft draft;
        QVERIFY(!draft.undo());
        QVERIFY(draft.add(EditServer{web, server(1, 1), server(1, 2)}));
        QVERIFY(draft.add(plan({RemoveServer{web, server(1, 2)}, AddServer{web, server(2)}})));
        draft.removeAt(1);
        QCOMPARE(draft.plan(), plan({RemoveServer{web, server(1, 1)}}));
        QVERIFY(draft.undo());
        QCOMPARE(draft.plan(), plan({RemoveServer{web, server(1, 1)}, AddServer{web, server(2)}}));
        QVERIFY(draft.undo());
        QCOMPARE(draft.plan(), plan({EditServer{web, server(1, 1), server(1, 2)}}));
        QVERIFY(draft.undo());
        QVERIFY(draft.isEmpty());
        QVERIFY(!draft.canUndo());
    }

    void removingAServiceDropsItsServers()
    {
        Draft draft;
        QVERIFY(draft.add(plan(
            {AddServer{database, server(1)}, AddService{rr}, AddServer{web, server(1)}, AddServer{web, server(2)}})));
        draft.removeAt(1);
        QCOMPARE(draft.plan(), plan({AddServer{database, server(1)}}));
    }

    void rebaseKeepsWhatOthersChanged()
    {
        RealServer limited = server(1, 1); // another program set thresholds
        limited.upperThreshold = 100;
        RealServer both = limited;
        both.weight = 10;
        VirtualService persistent = rr;
        persistent.flags = ServiceFlag::Persistent;
        persistent.persistenceTimeout = 60;
        VirtualService persistentWrr = persistent;
        persistentWrr.scheduler = wrr.scheduler;
        IpvsTable actual;
        actual.setService(persistent);
        actual.setServers(web, {server(5, 7), server(4), server(2, 9), limited});
        actual.setService(service(database));

        Draft draft;
        QVERIFY(draft.add(plan({
            AddService{service(database, u"wrr")},
            AddServer{web, server(4)},
            AddServer{web, server(5)},
            AddServer{database, server(1)},
            EditService{rr, wrr},
            EditServer{web, server(1, 1), server(1, 10)},
            EditServer{web, server(3, 1), server(3, 2)},
            RemoveServer{web, server(2)},
            RemoveService{service(tcp(u"172.18.100.9", 25)), {}},
        })));
        draft.rebase(actual);
        QCOMPARE(draft.plan(), plan({
                                   EditService{service(database), service(database, u"wrr")},
                                   EditServer{web, server(5, 7), server(5)},
                                   AddServer{database, server(1)},
                                   EditService{persistent, persistentWrr},
                                   EditServer{web, limited, both},
                                   RemoveServer{web, server(2, 9)},
                               }));
        QVERIFY(!draft.canUndo());
        const ChangePlan base = draft.plan();
        QVERIFY(draft.add(RemoveServer{web, server(4)}));
        QVERIFY(draft.undo());
        QCOMPARE(draft.plan(), base);
    }

    /// A plan that is not stale stays as it is; a stale one leads to the wanted table.
    void rebaseStartsFromPresentTunables()
    {
        const QString name = QStringLiteral("ipv4/vs/drop_entry");
        const SetSysctl drafted{name, QStringLiteral("0"), QStringLiteral("3")};
        const auto rebasedOn = [&](const std::vector<SysctlValue> &present) {
            return rebased(plan({drafted}), {}, HostInfo{.sysctls = present});
        };
        QCOMPARE(rebasedOn({{name, QStringLiteral("1")}}),
                 plan({SetSysctl{name, QStringLiteral("1"), QStringLiteral("3")}}));
        QVERIFY(rebasedOn({{name, QStringLiteral("3")}}).isEmpty());
        QCOMPARE(rebasedOn({}), plan({drafted})); // for the director to refuse
    }

    void rebasedPlanFits()
    {
        RandomTable random(31);
        for (int i = 0; i < 2000; ++i) {
            const IpvsTable seen = random.table();
            const ChangePlan wanted = difference(seen, random.variationOf(seen));
            QCOMPARE(rebased(wanted, seen), wanted);
            const IpvsTable actual = random.variationOf(seen);
            const ChangePlan fresh = rebased(wanted, actual);
            QVERIFY(validate(fresh));
            QVERIFY(rebased(fresh, applied(actual, fresh)).isEmpty());
        }
    }

    /// However two lots of changes merge, the draft is valid and leads to the same table as one lot after the other.
    void mergedDraftLeadsToTheSameTable()
    {
        RandomTable random(23);
        for (int i = 0; i < 3000; ++i) {
            const IpvsTable actual = random.table();
            const IpvsTable between = random.variationOf(actual);
            const IpvsTable wanted = random.variationOf(between);
            Draft draft;
            QVERIFY(draft.add(difference(actual, between)));
            QVERIFY(draft.add(difference(between, wanted)));
            QVERIFY(validate(draft.plan()));
            QCOMPARE(withoutListOrder(applied(actual, draft.plan())), withoutListOrder(wanted));
        }
    }
};

QTEST_APPLESS_MAIN(DraftTest)
#include "tst_draft.moc"
