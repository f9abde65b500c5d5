// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/directorsession.h"
#include "app/session/presentstate.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QStandardPaths>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

/// What is compared follows what others change, and the table is read no oftener than that takes.
class TestPresentState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    /// The table was watched and read; nobody watches now.
    void init()
    {
        m_present.reset();
        m_session.reset();
        m_director = std::make_unique<FakeDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_present = std::make_unique<PresentState>(m_session.get());
        m_director->open();
        watch({.allServers = true}, courseTable());
        m_session->watcher()->unwatch(this);
        readPresent(courseTable());
        QCOMPARE(weight(), 5);
    }

    void takesWhatTheWatcherHasRead()
    {
        watch({.allServers = true}, edited());
        QTRY_COMPARE(weight(), 7); // no other reading is answered
    }

    void readsWhereTheWatcherKnowsLess()
    {
        watch({.serversOf = {database}}, edited());
        QTRY_COMPARE(wholeReadings(), 3);
    }

    /// The watcher's reading is from before this one.
    void readsWhereTheWatcherKnowsOlder()
    {
        readPresent(edited(), 1ms);
        QTRY_COMPARE(weight(), 7);
        Q_EMIT m_session->watcher()->foreignEdits({});
        QTRY_COMPARE(wholeReadings(), 4);
    }

    void readsAfterAChangeThroughTheHelper()
    {
        Q_EMIT m_director->changed();
        QTRY_COMPARE(wholeReadings(), 3);
    }

private:
    static TableOfTest edited()
    {
        TableOfTest table = courseTable();
        table.servers(database).front().config.weight = 7;
        return table;
    }
    void watch(const Interest &interest, const TableOfTest &table)
    {
        m_session->watcher()->watch(this, interest);
        const auto before = m_session->watcher()->latest();
        m_director->answer(*table.read(interest.allServers ? std::nullopt : std::optional(interest.serversOf)));
        QTRY_VERIFY(m_session->watcher()->latest() != before);
    }
    void readPresent(const TableOfTest &table, std::chrono::milliseconds later = 0ms)
    {
        const auto before = m_present->state();
        m_present->read();
        Snapshot snapshot = *table.read();
        snapshot.readAt = m_session->watcher()->latest()->readAt.addDuration(later);
        m_director->answer(snapshot);
        QTRY_VERIFY(m_present->state() != before);
    }
    int weight() const { return int(m_present->state()->table.find(database)->servers.front().weight); }
    qsizetype wholeReadings() const { return std::ranges::count(m_director->asked(), true, &Interest::allServers); }

    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
    std::unique_ptr<PresentState> m_present;
};

QTEST_GUILESS_MAIN(TestPresentState)
#include "tst_presentstate.moc"
