// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace lvs;
using namespace lvs::test;

class TestTrafficRecorder : public QObject
{
    Q_OBJECT
    using Kind = TrafficEvent::Kind;

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_director = std::make_unique<FakeDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_director->open();
    }

    void recordsWhatIsRead()
    {
        read();
        QCOMPARE(m_session->traffic()->history().sources().size(), std::size_t(1 + 2 + 3));
    }

    void readsNothingByItself()
    {
        QVERIFY(m_director->asked().empty());
        m_session->traffic()->setInBackground(true);
        QCOMPARE(m_director->asked().size(), std::size_t(1));
        QVERIFY(m_director->asked().back().serversOf.empty());
        m_director->answer(*courseTable().read());
        m_session->traffic()->setPinned(TrafficSource::of(web, server(11).key), true);
        QTRY_VERIFY(m_director->asked().size() > 1); // servers of what is kept
        QCOMPARE(m_director->asked().back().serversOf, std::vector{web});
    }

    void remembersWhatWasApplied()
    {
        read();
        m_director->setAccess(Access::Editable);
        const ChangePlan plan{{EditServer{web, server(11), server(11, 0)}}};
        QVERIFY(m_session->add(plan));
        m_session->apply();
        m_director->answerApply(ApplyReport{.outcome = ApplyOutcome::Applied});
        QTRY_COMPARE(kinds(), (QList<Kind>{Kind::Applied, Kind::Drained}));
    }

    void remembersWhatOthersChanged()
    {
        read();
        TableOfTest table = courseTable();
        table.servers(web).front().config.weight = 7;
        m_session->watcher()->refresh();
        m_director->answer(*table.read());
        QTRY_COMPARE(kinds(), QList<Kind>{Kind::ForeignEdit});
    }

    void remembersThatTheLinkWasLost()
    {
        m_director->setLink(LinkState::Stale);
        m_director->setLink(LinkState::Reconnecting);
        m_director->setLink(LinkState::Connecting);
        m_director->setLink(LinkState::Live);
        QCOMPARE(kinds(), (QList<Kind>{Kind::LinkLost, Kind::LinkBack}));
        m_director->close(); // a person's doing is no loss
        m_director->open();
        QCOMPARE(kinds().size(), 2);
    }

private:
    void read()
    {
        QSignalSpy recorded(m_session->traffic(), &TrafficRecorder::recorded);
        m_session->watcher()->watch(this, {.allServers = true, .serversOf = {}});
        m_director->answer(*courseTable().read());
        QTRY_COMPARE(recorded.size(), 1);
    }
    QList<Kind> kinds() const
    {
        QList<Kind> kinds;
        for (const TrafficEvent &event : m_session->traffic()->events().events())
            kinds.append(event.kind);
        return kinds;
    }

    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
};

QTEST_GUILESS_MAIN(TestTrafficRecorder)
#include "tst_trafficrecorder.moc"
