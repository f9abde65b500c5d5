// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/directorsession.h"
#include "tests/app/snapshots.h"
#include "tests/support/busypool.h"
#include "tests/support/fakedirector.h"

#include <QStandardPaths>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// A person's work on a director whose answers come when the test lets them.
class TestDirectorSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_session.reset();
        m_director = std::make_unique<FakeDirector>();
        m_session = std::make_unique<DirectorSession>(m_director.get());
        m_session->watcher()->watch(this, {});
        m_director->open();
        m_director->unlock();
    }

    void nothingIsDraftedBeforeTheTableIsRead()
    {
        QVERIFY(!m_session->isEditable());
        read(courseTable());
        QVERIFY(m_session->isEditable());
        m_director->lock();
        QVERIFY(!m_session->isEditable());
    }

    void undrainKnowsTheWeightHoweverItWasDrained()
    {
        read(courseTable());
        QVERIFY(m_session->setWeight({database, server(13, 5, 3306)}, 0));
        m_session->discardDraft();
        QVERIFY(m_session->undrain({{database, server(13, 0, 3306)}}).result());
        QCOMPARE(m_session->draft().plan(),
                 (ChangePlan{{EditServer{database, server(13, 0, 3306), server(13, 5, 3306)}}}));
    }

    void manyChangesAreOneStep()
    {
        read(courseTable());
        draftWeight(5);
        const ChangePlan before = m_session->draft().plan();
        const ChangePlan many = newServers(20'000);
        const QFuture<Result<void>> added = m_session->addMany(many);
        QVERIFY(!added.isFinished()); // not here, where it would take its time
        QTRY_VERIFY(added.isFinished());
        QVERIFY(added.result());
        QCOMPARE(m_session->draft().plan().operations.size(), many.operations.size() + 1);
        m_session->undoDraft();
        QCOMPARE(m_session->draft().plan(), before);
    }

    void manyChangesMergeWithWhatIsDraftedMeanwhile()
    {
        read(courseTable());
        const QFuture<Result<void>> added = m_session->addMany(newServers(20'000));
        draftWeight(5);
        QTRY_VERIFY(added.isFinished());
        QVERIFY(added.result());
        QCOMPARE(m_session->draft().plan().operations.size(), 20'001u);
        QCOMPARE(m_session->draft().plan().operations.front(),
                 (Operation{EditServer{web, server(11, 1), server(11, 5)}}));
    }

    void manyChangesAreRefusedAsFewAre()
    {
        read(courseTable());
        ChangePlan many = newServers(20'000);
        many.operations.push_back(many.operations.front()); // an object twice
        const QFuture<Result<void>> twice = m_session->addMany(many);
        QTRY_VERIFY(twice.isFinished());
        QCOMPARE(twice.result().error().code, ErrorCode::ServerExists);
        QVERIFY(m_session->draft().isEmpty());

        draftWeight(5);
        QFuture<Result<void>> under;
        {
            const test::BusyPool others;
            under = m_session->addMany(newServers(20'000));
            m_session->apply(); // not without what is being added
            QVERIFY(!m_session->isApplying());
        }
        QTRY_VERIFY(under.isFinished());
        QVERIFY(under.result());
        QVERIFY(m_session->canApply());
        m_session->apply();
        QVERIFY(m_session->isApplying());
        const QFuture<Result<void>> late = m_session->addMany(newServers(20'000));
        QTRY_VERIFY(late.isFinished());
        QCOMPARE(late.result().error().code, ErrorCode::Busy);
    }

    void manyChangesAreTakenBackWhileTheyAreAdded()
    {
        read(courseTable());
        draftWeight(5);
        const ChangePlan before = m_session->draft().plan();
        const QFuture<Result<void>> undone = m_session->addMany(newServers(20'000));
        m_session->undoDraft(); // them, not the weight
        QTRY_VERIFY(undone.isFinished());
        QCOMPARE(undone.result().error().code, ErrorCode::Cancelled);
        QCOMPARE(m_session->draft().plan(), before);
        QVERIFY(m_session->canApply());

        const QFuture<Result<void>> discarded = m_session->addMany(newServers(20'000));
        m_session->discardDraft();
        QTRY_VERIFY(discarded.isFinished());
        QCOMPARE(discarded.result().error().code, ErrorCode::Cancelled);
        QVERIFY(m_session->draft().isEmpty());
    }

    void nothingIsAppliedWithoutALink_data()
    {
        QTest::addColumn<LinkState>("link");
        QTest::addColumn<bool>("possible");
        QTest::newRow("closed") << LinkState::Closed << false;
        QTest::newRow("connecting") << LinkState::Connecting << false;
        QTest::newRow("live") << LinkState::Live << true;
        QTest::newRow("stale") << LinkState::Stale << true;
        QTest::newRow("lost") << LinkState::Lost << false;
        QTest::newRow("reconnecting") << LinkState::Reconnecting << false;
    }
    void nothingIsAppliedWithoutALink()
    {
        QFETCH(const LinkState, link);
        QFETCH(const bool, possible);
        read(courseTable());
        draftWeight(5);
        m_director->setLink(link);
        QCOMPARE(m_session->canApply(), possible);
        m_session->apply();
        QCOMPARE(m_director->applied().size(), size_t(possible));
        QVERIFY(!m_session->draft().isEmpty());
    }

    void staleDraftStartsFromThePresentTable()
    {
        read(courseTable());
        draftWeight(5);
        m_session->apply();
        m_director->answerApply(ApplyReport{.outcome = ApplyOutcome::Refused,
                                            .plan = m_session->draft().plan(),
                                            .results = {{.status = OperationStatus::Stale}},
                                            .error = Error{.code = ErrorCode::Stale}});
        QTRY_VERIFY(m_session->isDraftStale());

        // Somebody gave the server a threshold meanwhile.
        RealServer there = server(11, 1);
        there.upperThreshold = 100;
        RealServer wanted = there;
        wanted.weight = 5;
        m_session->rebaseDraft();
        QCOMPARE(m_director->asked().back().serversOf, std::vector{web});
        TableOfTest table;
        table.add(service(web), {there, server(12, 1)});
        m_director->answer(*table.read());
        QTRY_COMPARE(m_session->draft().plan(), (ChangePlan{{EditServer{web, there, wanted}}}));
        QVERIFY(!m_session->isDraftStale());
    }

    void failedReadingKeepsTheStaleDraft()
    {
        read(courseTable());
        draftWeight(5);
        const ChangePlan drafted = m_session->draft().plan();
        m_session->rebaseDraft();
        m_director->answer(failure(ErrorCode::LinkLost));
        QTRY_VERIFY(m_session->applyError());
        QCOMPARE(m_session->draft().plan(), drafted);
    }

    void undoOfTheLastApplySurvivesADiscard()
    {
        read(courseTable());
        draftWeight(5);
        const ChangePlan plan = m_session->draft().plan();
        m_session->apply();
        m_director->answerApply(ApplyReport{.outcome = ApplyOutcome::Applied,
                                            .plan = plan,
                                            .results = {{.status = OperationStatus::Done}},
                                            .undo = inverse(plan)});
        QTRY_VERIFY(m_session->canUndoLastApply());
        m_session->draftUndoOfLastApply();
        QCOMPARE(m_session->draft().plan(), inverse(plan));
        m_session->discardDraft();
        QVERIFY(m_session->canUndoLastApply());
    }

private:
    void read(const TableOfTest &table)
    {
        m_director->answer(*table.read());
        QTRY_VERIFY(m_session->watcher()->latest());
    }
    static ChangePlan newServers(quint32 count)
    {
        ChangePlan plan;
        for (quint32 i = 0; i < count; ++i)
            plan.operations.emplace_back(AddServer{web, {.key = {IpAddress::fromIPv4(0x0a00'0001 + i), 80}}});
        return plan;
    }
    void draftWeight(quint32 weight) { QVERIFY(m_session->setWeight({web, server(11, 1)}, weight)); }

    std::unique_ptr<FakeDirector> m_director;
    std::unique_ptr<DirectorSession> m_session;
};

QTEST_GUILESS_MAIN(TestDirectorSession)
#include "tst_directorsession.moc"
