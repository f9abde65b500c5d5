// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/objectkey.h"
#include "tests/app/draintest.h"

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Following drained servers, with a director whose answers come when the test lets them.
class TestDrainWatch : public DrainTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(courseTable()); }

    void readsTheServersItFollows()
    {
        m_session->watcher()->unwatch(this);
        m_watch->add({{web, server(11, 1)}});
        m_session->watcher()->refresh();
        QVERIFY(std::ranges::contains(m_director->asked().back().serversOf, web));
    }

    void followsTheDrain()
    {
        drain();
        QCOMPARE(progress(), DrainWatch::Progress::Drafted);
        applied(2, 3, 1);
        QCOMPARE(progress(), DrainWatch::Progress::Draining);
        QCOMPARE(m_watch->drains().front().state.activeConnections, 2u);
        applied(0, 0, 1); // a template still pins a client
        QCOMPARE(progress(), DrainWatch::Progress::Draining);
        applied(0, 0, 0);
        QCOMPARE(progress(), DrainWatch::Progress::Empty);
        QVERIFY(m_session->draft().isEmpty());
    }

    void outlivesAReadingOlderThanTheApply()
    {
        drain();
        m_session->discardDraft(); // as after an apply
        read();                    // still with the old weight
        QCOMPARE(m_watch->drains().size(), 1u);
        applied(0, 1, 0);
        QCOMPARE(progress(), DrainWatch::Progress::Draining);
    }

    void forgetsWhatIsNotDrained()
    {
        drain();
        m_session->discardDraft();
        read();
        read();
        QVERIFY(m_watch->drains().empty());
    }

    void forgetsWhatIsGone()
    {
        drain();
        applied(0, 0, 0);
        m_table.servers(web).erase(m_table.servers(web).begin());
        read();
        QVERIFY(m_watch->drains().empty());
    }

    void draftsTheRemovalWhenEmptyAndOnce()
    {
        drain(true);
        QSignalSpy due(m_watch.get(), &DrainWatch::removalsDue);
        applied(0, 2, 0);
        QCOMPARE(due.size(), 0);
        applied(0, 0, 0);
        QCOMPARE(due.size(), 1);
        QCOMPARE(m_session->draft().plan(), plan({RemoveServer{web, server(11, 0)}}));
        QCOMPARE(progress(), DrainWatch::Progress::RemovalDrafted);
        QVERIFY(m_director->applied().empty()); // the person applies it

        m_session->discardDraft();
        QCOMPARE(progress(), DrainWatch::Progress::Empty);
        read();
        QVERIFY(m_session->draft().isEmpty());
    }

    void draftsTheRemovalAtTheDeadline()
    {
        drain();
        applied(5, 0, 0);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_watch->setDeadline({web, server(11).key}, now.addSecs(60));
        m_watch->update(now.addSecs(59));
        QVERIFY(m_session->draft().isEmpty());
        m_watch->update(now.addSecs(60));
        QCOMPARE(m_session->draft().plan(), plan({RemoveServer{web, server(11, 0)}}));
    }

    void undrainingEndsTheWish()
    {
        drain(true);
        applied(1, 0, 0);
        QVERIFY(m_session->undrain({{web, server(11, 0)}}).result());
        const ChangePlan wanted = m_session->draft().plan();
        QCOMPARE(wanted, plan({EditServer{web, server(11, 0), server(11, 1)}}));
        applied(0, 0, 0); // empty, and still drained in the kernel
        QCOMPARE(m_session->draft().plan(), wanted);
    }

    void draftsNothingOnALockedDirector()
    {
        drain(true);
        m_director->lock();
        applied(0, 0, 0);
        QVERIFY(m_session->draft().isEmpty());
        m_director->unlock();
        read();
        QCOMPARE(m_session->draft().plan().operations.size(), 1u);
    }

    void draftsNothingWhileApplying()
    {
        drain(true);
        applied(0, 0, 1);
        QVERIFY(m_session->add(plan({EditServer{web, server(12, 1), server(12, 5)}})));
        m_session->apply();
        applied(0, 0, 0);
        QCOMPARE(m_session->draft().plan().operations.size(), 1u);
    }

    void removedByHandIsKnown()
    {
        drain();
        applied(1, 0, 0);
        QVERIFY(m_session->add(plan({RemoveService{service(web), {server(11, 0), server(12, 1)}}})));
        QCOMPARE(progress(), DrainWatch::Progress::RemovalDrafted);
    }

private:
    DrainWatch::Progress progress() const { return m_watch->drains().front().progress; }
    void drain(bool removeWhenEmpty = false)
    {
        QVERIFY(m_session->drain({{web, server(11, 1)}}).result());
        m_watch->add({{web, server(11, 1)}}, removeWhenEmpty);
        m_session->watcher()->refresh();
        read();
    }
    /// A reading in which the drain was applied.
    void applied(quint32 active, quint32 inactive, quint32 templates)
    {
        if (!m_session->isApplying() && progress() == DrainWatch::Progress::Drafted)
            m_session->discardDraft();
        ServerState &state = m_table.servers(web).front();
        state.config.weight = 0;
        state.activeConnections = active;
        state.inactiveConnections = inactive;
        state.persistentConnections = templates;
        read();
    }
};

QTEST_GUILESS_MAIN(TestDrainWatch)
#include "tst_drainwatch.moc"
