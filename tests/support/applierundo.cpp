// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Applier takes back after a failure.
#include "core/change/workingtable.h"
#include "tests/support/appliercontract.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

namespace lvs::test {

void ApplierContract::takesBackEveryFailure_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("kernelErrno");
    QTest::addColumn<bool>("anyway");
    for (int step = 0; step < int(bigChange().operations.size()); ++step) {
        for (const int error : {EPERM, ENOENT, ESRCH, EEXIST, EINVAL, ERANGE, ENOMEM, EAFNOSUPPORT}) {
            QTest::addRow("step %d errno %d", step, error) << step << error << false;
            if (error != EEXIST && error != ENOENT && error != ESRCH) // which say that nothing was done
                QTest::addRow("step %d errno %d, done all the same", step, error) << step << error << true;
        }
    }
}

void ApplierContract::takesBackEveryFailure()
{
    QFETCH(int, step);
    QFETCH(int, kernelErrno);
    QFETCH(bool, anyway);
    makeCluster();
    const IpvsTable before = table();
    m_backend->failOperation(step, kernelErrno, anyway ? FaultBackend::Really::Done : FaultBackend::Really::NotDone);
    const ApplyReport report = apply(bigChange());
    QCOMPARE(withoutListOrder(table()), withoutListOrder(before));
    QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
    QCOMPARE(report.error->kernelErrno, kernelErrno);
    QCOMPARE(report.results[std::size_t(step)].status, OperationStatus::Failed);
    QCOMPARE(report.results[std::size_t(step)].error, report.error);
    // Without their service its two servers, sent in the same batch, fail as well.
    QCOMPARE(countOf(report, OperationStatus::Failed), step == 0 && !anyway ? 3 : 1);
    QCOMPARE(countOf(report, OperationStatus::Done), 0);
    QVERIFY(report.undo.isEmpty());
    // Later phases were not begun.
    for (std::size_t i = 0; i < report.results.size(); ++i) {
        if (phaseOf(report.plan.operations[i]) > phaseOf(report.plan.operations[std::size_t(step)]))
            QCOMPARE(report.results[i].status, OperationStatus::NotReached);
    }
}

void ApplierContract::takesBackAfterUnreadableResult()
{
    makeCluster();
    const IpvsTable before = table();
    QCOMPARE(Applier(*m_backend).check(bigChange()).outcome, ApplyOutcome::Applied);
    const qsizetype readsBefore = m_backend->reads();

    for (qsizetype read = 0; read < readsBefore; ++read) {
        m_backend->reset();
        m_backend->failRead(read, ENOBUFS);
        const ApplyReport report = apply(bigChange());
        QCOMPARE(report.outcome, ApplyOutcome::Refused);
        QCOMPARE(report.error->kernelErrno, ENOBUFS);
        QCOMPARE(m_backend->operations(), 0);
    }
    for (qsizetype read = readsBefore; read < 2 * readsBefore; ++read) {
        m_backend->reset();
        m_backend->failRead(read, ENOBUFS);
        const ApplyReport report = apply(bigChange());
        QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
        QCOMPARE(report.error->kernelErrno, ENOBUFS);
        QCOMPARE(countOf(report, OperationStatus::Undone), qsizetype(report.results.size()));
        QCOMPARE(withoutListOrder(table()), withoutListOrder(before));
    }
    m_backend->reset();
    m_backend->failReadsFrom(readsBefore, ENOBUFS);
    const ApplyReport report = apply(bigChange());
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QCOMPARE(countOf(report, OperationStatus::UndoFailed), qsizetype(report.results.size()));
}

void ApplierContract::takesBackWhatDoesNotHold()
{
    makeCluster();
    const IpvsTable before = table();
    for (qsizetype step = 1; step < qsizetype(bigChange().operations.size()); ++step) {
        m_backend->reset();
        m_backend->ignoreOperation(step);
        const ApplyReport report = apply(bigChange());
        QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
        QCOMPARE(report.error->code, ErrorCode::NotVerified);
        QCOMPARE(report.results[std::size_t(step)].status, OperationStatus::Failed);
        QCOMPARE(withoutListOrder(table()), withoutListOrder(before));
    }
}

void ApplierContract::takesBackSettings()
{
    makeCluster();
    Timeouts wanted = m_timeouts;
    wanted.udp += 100;
    const ChangePlan changes =
        plan({SetTimeouts{m_timeouts, wanted}, StartSyncDaemon{master()}, EditServer{web, server(12), server(12, 10)}});
    m_backend->failOperation(2, ENOMEM);
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
    QCOMPARE(*m_inner->readTimeouts(), m_timeouts);
    QVERIFY(m_inner->readSyncDaemons()->empty());
}

void ApplierContract::saysWhatCouldNotBeTakenBack()
{
    const auto steps = qsizetype(bigChange().operations.size());
    for (qsizetype step = 0; step < steps; ++step) {
        m_backend->reset();
        meanwhile(ClearTable{});
        makeCluster();
        const IpvsTable before = table();
        m_backend->failOperationsFrom(step, EPERM); // nothing works any more, nor does the way back
        const ApplyReport report = apply(bigChange());
        const ChangePlan left = difference(before, table());
        QCOMPARE(report.outcome, left.isEmpty() ? ApplyOutcome::UndoneAfterFailure : ApplyOutcome::UndoIncomplete);
        // Exactly the operations whose effect is still there are named.
        QCOMPARE(countOf(report, OperationStatus::UndoFailed), step);
        for (qsizetype i = 0; i < step; ++i) {
            QCOMPARE(report.results[std::size_t(i)].status, OperationStatus::UndoFailed);
            QCOMPARE(report.results[std::size_t(i)].error->kernelErrno, EPERM);
        }
    }
}

void ApplierContract::saysThatCountersStayZeroed()
{
    makeCluster();
    const ChangePlan changes = plan({EditServer{web, server(12), server(12, 10)}, ZeroCounters{database}});
    m_backend->ignoreOperation(0);
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QCOMPARE(report.results[0].status, OperationStatus::Failed);
    QCOMPARE(report.results[1].status, OperationStatus::UndoFailed);
}

void ApplierContract::leavesEditsBesideAlone()
{
    makeCluster();
    const IpvsTable before = table();
    m_backend->beforeOperation(4, [](Backend &backend) {
        const Operation edits[]{AddServer{web, server(15)},
                                EditServer{database, server(11, 1, 3306), server(11, 8, 3306)}};
        for (const Result<void> &result : backend.execute(edits))
            QVERIFY(result);
    });
    m_backend->failOperation(7, ENOMEM);
    ChangePlan changes = bigChange();
    changes.operations.pop_back(); // the database service stays
    QCOMPARE(apply(changes).outcome, ApplyOutcome::UndoneAfterFailure);
    const IpvsTable expected = applied(
        before, plan({AddServer{web, server(15)}, EditServer{database, server(11, 1, 3306), server(11, 8, 3306)}}));
    QCOMPARE(withoutListOrder(table()), withoutListOrder(expected));
}

void ApplierContract::removedServiceStaysAway()
{
    makeCluster();
    m_backend->beforeOperation(1, [](Backend &backend) {
        const Operation removal = RemoveService{service(web, u"rr"), {}};
        QVERIFY(backend.execute({&removal, 1}).front());
    });
    const ApplyReport report =
        apply(plan({EditServer{web, server(11), server(11, 5)}, EditServer{web, server(12), server(12, 5)}}));
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QCOMPARE(report.error->code, ErrorCode::ServiceMissing);
    QVERIFY(!table().find(web));
}

void ApplierContract::othersWorkSurvivesAFailure_data()
{
    QTest::addColumn<ChangePlan>("ours");
    QTest::addColumn<ChangePlan>("theirs"); // before our first operation
    const ServiceKey mail = tcp(u"172.18.100.6", 25);
    QTest::newRow("service added meanwhile")
        << plan({AddService{service(mail)}, AddServer{mail, server(11, 1, 25)}})
        << plan({AddService{service(mail, u"wlc")}, AddServer{mail, server(13, 1, 25)}});
    QTest::newRow("server added meanwhile")
        << plan({AddServer{web, server(15)}}) << plan({AddServer{web, server(15, 7)}});
    QTest::newRow("server removed meanwhile")
        << plan({EditServer{web, server(11), server(11, 5)}}) << plan({RemoveServer{web, server(11)}});
    QTest::newRow("server drained that was not reached")
        << plan({AddServer{web, server(15)}, RemoveServer{web, server(12)}})
        << plan({AddServer{web, server(15)}, EditServer{web, server(12), server(12, 0)}});
}

void ApplierContract::othersWorkSurvivesAFailure()
{
    QFETCH(const ChangePlan, ours);
    QFETCH(const ChangePlan, theirs);
    makeCluster();
    const IpvsTable expected = applied(table(), theirs);
    m_backend->beforeOperation(0, [&](Backend &backend) {
        for (const Result<void> &result : backend.execute(theirs.operations))
            QVERIFY(result);
    });
    const ApplyReport report = apply(ours);
    QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
    QCOMPARE(withoutListOrder(table()), withoutListOrder(expected));
}

void ApplierContract::overwrittenOperationStaysOverwritten()
{
    makeCluster();
    m_backend->beforeOperation(1, [](Backend &backend) {
        const Operation edit = EditServer{web, server(11, 5), server(11, 0)};
        QVERIFY(backend.execute({&edit, 1}).front());
    });
    const ApplyReport report =
        apply(plan({EditServer{web, server(11), server(11, 5)}, EditServer{web, server(12), server(12, 5)}}));
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(report.error->code, ErrorCode::NotVerified);
    QCOMPARE(report.results[0].error->code, ErrorCode::NotVerified);
    QVERIFY(!report.results[1].error);
    QCOMPARE(report.undo, plan({EditServer{web, server(12, 5), server(12)}}));
    QCOMPARE(table().find(web)->find(server(11).key)->weight, 0u);
}

void ApplierContract::randomPlansWithRandomFailures()
{
    RandomTable random(42);
    QRandomGenerator faults(43);
    for (int i = 0; i < 200; ++i) {
        m_backend->reset();
        const IpvsTable before = table();
        const IpvsTable wanted = random.variationOf(i % 3 ? before : random.table());
        const ChangePlan changes = difference(before, wanted);
        const auto steps = qsizetype(changes.operations.size());
        const bool faulty = steps > 0 && faults.bounded(2) == 0;
        if (faulty)
            m_backend->failOperation(faults.bounded(steps), ENOMEM, FaultBackend::Really(faults.bounded(2)));
        const ApplyReport report = apply(changes);
        if (faulty)
            QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
        else
            QVERIFY(report.outcome == ApplyOutcome::Applied || steps == 0);
        QCOMPARE(withoutListOrder(table()), withoutListOrder(faulty ? before : wanted));
    }
}

} // namespace lvs::test
