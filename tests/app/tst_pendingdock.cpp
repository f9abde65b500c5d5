// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/directorsession.h"
#include "app/widgets/pendingdock.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestPendingDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowAnApplyEnded_data();
    void tellsHowAnApplyEnded();
};

void TestPendingDock::tellsHowAnApplyEnded_data()
{
    QTest::addColumn<ApplyOutcome>("outcome");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("applied") << ApplyOutcome::Applied << QStringList{u"applied and verified"_s};
    QTest::newRow("already so") << ApplyOutcome::AlreadySo << QStringList{u"already so"_s};
    QTest::newRow("refused") << ApplyOutcome::Refused << QStringList{u"nothing was changed"_s};
    QTest::newRow("undone") << ApplyOutcome::UndoneAfterFailure
                            << QStringList{u"taken back"_s, u"a new reading confirms it"_s,
                                           u"connections do not come back"_s};
    QTest::newRow("undone in part") << ApplyOutcome::UndoIncomplete
                                    << QStringList{u"not everything could be taken back"_s, u"the list shows what"_s,
                                                   u"connections do not come back"_s};
}

void TestPendingDock::tellsHowAnApplyEnded()
{
    QFETCH(const ApplyOutcome, outcome);
    QFETCH(const QStringList, said);
    FakeDirector director;
    DirectorSession session(&director);
    session.watcher()->watch(this, {.allServers = true});
    director.open();
    director.unlock();
    session.watcher()->refresh();
    QSignalSpy taken(session.watcher(), &TableWatcher::snapshotTaken);
    director.answer(*courseTable().read());
    QTRY_VERIFY(!taken.isEmpty());
    PendingDock dock;
    dock.setSession(&session);
    const ChangePlan plan{{AddService{service(tcp(u"172.18.100.5", 80))}}};
    QVERIFY(session.add(plan));
    session.apply();
    director.answerApply(
        ApplyReport{.outcome = outcome, .plan = plan, .results = std::vector<OperationResult>(plan.operations.size())});
    const auto *summary = dock.findChild<QLabel *>(u"pendingSummary"_s);
    for (const QString &part : said)
        QTRY_VERIFY2(summary->text().contains(part), qPrintable(summary->text()));
}

QTEST_MAIN(TestPendingDock)
#include "tst_pendingdock.moc"
