// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/workingtable.h"
#include "core/director/snapshotdifference.h"
#include "core/director/tablewatcher.h"
#include "tests/support/fakedirector.h"
#include "tests/support/objects.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;

namespace {

/// What a director shows of a table to somebody interested in `lists`.
Snapshot snapshotOf(const IpvsTable &table, const std::vector<ServiceKey> &lists = {web})
{
    Snapshot snapshot{.readAt = QDateTime::currentDateTimeUtc()};
    for (const auto &[key, entry] : table.entries()) {
        snapshot.services.push_back({.config = entry.service});
        if (!std::ranges::contains(lists, key))
            continue;
        ServerList list{.service = key};
        for (const RealServer &server : entry.servers)
            list.servers.push_back({.config = server});
        snapshot.servers.push_back(list);
    }
    return snapshot;
}

IpvsTable clusterTable()
{
    IpvsTable table;
    table.setService(service(web));
    table.setServers(web, {server(12), server(11)});
    table.setService(service(database));
    table.setServers(database, {server(11, 1, 3306)});
    return table;
}

const ChangePlan weightTen{{EditServer{web, server(11), server(11, 10)}}};
const ChangePlan weightBack{{EditServer{web, server(11, 10), server(11)}}};

} // namespace

class TableWatcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_director = std::make_unique<FakeDirector>();
        m_watcher = std::make_unique<TableWatcher>(m_director.get());
        m_edits = std::make_unique<QSignalSpy>(m_watcher.get(), &TableWatcher::foreignEdits);
        m_taken = std::make_unique<QSignalSpy>(m_watcher.get(), &TableWatcher::snapshotTaken);
        m_table = clusterTable();
    }

    void readsWhileWatchedAndLive()
    {
        QVERIFY(m_director->asked().empty());
        m_watcher->watch(&m_viewer, {.serversOf = m_lists});
        QVERIFY(m_director->asked().empty()); // closed
        m_director->open();
        QCOMPARE(m_director->asked().size(), 1u);
        show();
        QCOMPARE(tableOf(*m_watcher->latest()).find(web)->servers, m_table.find(web)->servers);
        QTRY_COMPARE(m_director->asked().size(), 2u); // by itself, a second later
        m_watcher->unwatch(&m_viewer);
        show();
        QVERIFY(!QTest::qWaitFor([&] { return m_director->asked().size() > 2; }, 1500));
    }

    void readsWhatAllViewersWant()
    {
        start();
        auto other = std::make_unique<QObject>();
        m_watcher->watch(other.get(), {.serversOf = {database, web}});
        QCOMPARE(m_director->asked().back().serversOf, (std::vector{web, database}));
        show();
        other.reset();
        readAgain();
        QCOMPARE(m_director->asked().back().serversOf, m_lists);
        m_watcher->unwatch(&m_viewer);
        m_watcher->watch(&m_viewer, {.allServers = true});
        QVERIFY(m_director->asked().back().allServers);
        show();
    }

    void readsOneAtATime()
    {
        start();
        const auto asked = m_director->asked().size();
        m_watcher->refresh();
        QCOMPARE(m_director->asked().size(), asked + 1);
        m_watcher->refresh();
        m_watcher->watch(&m_viewer, {.allServers = true});
        QCOMPARE(m_director->asked().size(), asked + 1);
        show();
        QTRY_COMPARE_WITH_TIMEOUT(m_director->asked().size(), asked + 2, 500); // at once, with the new interest
        QVERIFY(m_director->asked().back().allServers);
        show();
    }

    void tellsItsPace()
    {
        using namespace std::chrono_literals;
        QSignalSpy changed(m_watcher.get(), &TableWatcher::paceChanged);
        start();
        QVERIFY(m_watcher->pace());
        QCOMPARE(m_watcher->pace()->interval, 1s);
        QVERIFY(!changed.isEmpty());

        m_watcher->refresh();
        QTest::qWait(400ms);
        show(); // slow: it may take a quarter of the time and no more
        QElapsedTimer pause;
        pause.start();
        QCOMPARE_GE(m_watcher->pace()->took, 400ms);
        QCOMPARE_GE(m_watcher->pace()->interval, 1600ms);
        QCOMPARE(m_watcher->pace()->interval, 4 * m_watcher->pace()->took);
        const auto asked = m_director->asked().size();
        QTRY_COMPARE(m_director->asked().size(), asked + 1);
        QCOMPARE_GE(pause.durationElapsed(), 1100ms);
        show();

        changed.clear();
        m_watcher->unwatch(&m_viewer);
        QVERIFY(!m_watcher->pace());
        QCOMPARE(changed.size(), 1);
    }

    void keepsTheLastWhileTheLinkIsBroken()
    {
        start();
        const auto latest = m_watcher->latest();
        QSignalSpy failed(m_watcher.get(), &TableWatcher::readFailed);
        m_watcher->refresh();
        m_director->setLink(LinkState::Reconnecting);
        m_director->answer(failure(ErrorCode::LinkLost));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_watcher->latest(), latest);
        const auto asked = m_director->asked().size();
        m_watcher->refresh();
        QCOMPARE(m_director->asked().size(), asked); // nobody to ask
        m_table = applied(m_table, weightTen);
        m_director->setLink(LinkState::Live);
        QCOMPARE(m_director->asked().size(), asked + 1);
        show();
        QCOMPARE(edits(), weightTen); // made while nobody looked
    }

    void readsWhenTheDirectorSaysSo()
    {
        start();
        const auto asked = m_director->asked().size();
        Q_EMIT m_director->changed();
        QCOMPARE(m_director->asked().size(), asked + 1);
        show();
    }

    void whatProcCantShowIsNoForeignEdit()
    {
        start();
        Snapshot fromProc = snapshotOf(applied(m_table, weightTen), m_lists);
        fromProc.hasTraffic = false; // the helper is gone
        m_watcher->refresh();
        showing(fromProc);
        QVERIFY(m_edits->isEmpty());
    }

    void tellsForeignEdits_data()
    {
        QTest::addColumn<ChangePlan>("foreign");
        QTest::newRow("weight") << weightTen;
        QTest::newRow("scheduler") << ChangePlan{{EditService{service(web), service(web, u"wrr")}}};
        QTest::newRow("server added") << ChangePlan{{AddServer{web, server(13)}}};
        QTest::newRow("server removed") << ChangePlan{{RemoveServer{web, server(12)}}};
        QTest::newRow("service added") << ChangePlan{{AddService{service(tcp(u"172.18.100.9", 25))}}};
        QTest::newRow("service removed") << ChangePlan{{RemoveService{service(web), {server(12), server(11)}}}};
        QTest::newRow("several") << ChangePlan{{AddServer{web, server(13)},
                                                EditService{service(database), service(database, u"wrr")},
                                                RemoveServer{web, server(12)}}};
    }
    void tellsForeignEdits()
    {
        QFETCH(ChangePlan, foreign);
        start();
        m_table = applied(m_table, foreign);
        readAgain();
        QCOMPARE(edits(), foreign);
        readAgain();
        QVERIFY(edits().isEmpty()); // told once
    }

    void tellsForeignEditsOfALargeTable()
    {
        std::vector<RealServer> many;
        for (quint32 i = 0; i < 20'000; ++i)
            many.push_back({.key = {IpAddress::fromIPv4(0x0a00'0001 + i), 80}});
        m_table.setServers(web, many);
        start();
        const ChangePlan foreign{{EditServer{web, many.front(), [&] {
                                                 RealServer heavier = many.front();
                                                 heavier.weight = 10;
                                                 return heavier;
                                             }()}}};
        m_table = applied(m_table, foreign);
        readAgain();
        QTRY_COMPARE(m_edits->size(), 1);
        QCOMPARE(edits(), foreign);

        // What was applied meanwhile does not explain a reading from before.
        m_watcher->applyStarted(weightTen);
        m_table = applied(m_table, inverse(foreign));
        readAgain();
        m_watcher->applyFinished();
        QTRY_COMPARE(m_edits->size(), 1);
        QCOMPARE(edits(), inverse(foreign));
    }

    void listOrderIsNoEdit()
    {
        start();
        m_table.setServers(web, {server(11), server(12)});
        readAgain();
        QVERIFY(edits().isEmpty());
    }

    void interestIsNoEdit()
    {
        start();
        m_lists = {web, database};
        readAgain();
        QVERIFY(edits().isEmpty());
        m_lists = {};
        readAgain();
        QVERIFY(edits().isEmpty());
        m_table = applied(m_table, weightTen); // while nobody looks at its servers
        m_lists = {web};
        readAgain();
        QVERIFY(edits().isEmpty());
    }

    void trafficIsNoEdit()
    {
        start();
        m_watcher->refresh();
        Snapshot busy = snapshotOf(m_table, m_lists);
        busy.services.front().traffic.rates.connections = 100;
        busy.servers.front().servers.front().activeConnections = 7;
        showing(busy);
        QVERIFY(edits().isEmpty());
    }

    void ownPlanIsNoForeignEdit()
    {
        start();
        m_watcher->applyStarted(weightTen);
        m_table = applied(m_table, weightTen);
        readAgain(); // seen before the report
        QVERIFY(edits().isEmpty());
        m_watcher->applyFinished();
        show();
        QVERIFY(edits().isEmpty());

        m_table = applied(m_table, weightBack); // another program takes it back
        readAgain();
        QCOMPARE(edits(), weightBack);
    }

    void ownPlanSeenOnlyAfterItsReport()
    {
        start();
        m_watcher->refresh(); // a reading from before
        m_watcher->applyStarted(weightTen);
        m_watcher->applyFinished();
        show();
        m_table = applied(m_table, weightTen);
        QTRY_VERIFY(m_director->asked().size() >= 3);
        show();
        QVERIFY(edits().isEmpty());
    }

    void ownPlanTakenBack()
    {
        start();
        m_watcher->applyStarted(weightTen);
        m_table = applied(m_table, weightTen);
        readAgain();
        m_table = applied(m_table, weightBack);
        readAgain();
        m_watcher->applyFinished();
        show();
        QVERIFY(edits().isEmpty());
    }

    void foreignEditsDuringAnApply()
    {
        start();
        m_watcher->applyStarted(
            {{weightTen.operations.front(), RemoveService{service(database), {server(11, 1, 3306)}}}});
        m_table =
            applied(m_table,
                    {{weightTen.operations.front(), AddServer{web, server(13)}, RemoveService{service(database), {}}}});
        readAgain();
        QCOMPARE(edits(), (ChangePlan{{AddServer{web, server(13)}}}));
        m_watcher->applyFinished();
        show();
    }

    void survivesItsDirector()
    {
        start();
        m_watcher->refresh();
        m_director.reset();
        QVERIFY(!QTest::qWaitFor([&] { return m_taken->size() > 1; }, 100));
        m_watcher->refresh();
        QVERIFY(m_watcher->latest());
    }

private:
    void start()
    {
        m_watcher->watch(&m_viewer, {.serversOf = m_lists});
        m_director->open();
        show();
        m_edits->clear();
    }
    /// Answers the reading under way with the table.
    void show() { showing(snapshotOf(m_table, m_lists)); }
    void showing(const Snapshot &snapshot)
    {
        const auto before = m_taken->size();
        m_director->answer(snapshot);
        QTRY_VERIFY(m_taken->size() > before);
    }
    void readAgain()
    {
        m_watcher->refresh();
        show();
    }
    /// What was told since the last call.
    ChangePlan edits() { return m_edits->isEmpty() ? ChangePlan() : m_edits->takeFirst().front().value<ChangePlan>(); }

    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<TableWatcher> m_watcher;
    QObject m_viewer;
    std::unique_ptr<QSignalSpy> m_edits;
    std::unique_ptr<QSignalSpy> m_taken;
    IpvsTable m_table;
    std::vector<ServiceKey> m_lists{web};
};

QTEST_GUILESS_MAIN(TableWatcherTest)
#include "tst_tablewatcher.moc"
