// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/firewallwatch.h"
#include "tests/support/fakedirector.h"
#include "tests/support/firewallobjects.h"

#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace lvs::test;

namespace {

/// Reads its rules when the test says so.
class FirewallDirector : public FakeDirector
{
public:
    int readings = 0;

    QFuture<Result<FirewallState>> readFirewall() override
    {
        ++readings;
        m_pending = std::make_shared<PendingResult<FirewallState>>();
        return m_pending->future();
    }
    void answerFirewall(Result<FirewallState> state) { std::exchange(m_pending, {})->finish(std::move(state)); }

private:
    std::shared_ptr<PendingResult<FirewallState>> m_pending;
};

FirewallState withRule(quint32 mark)
{
    FirewallState state;
    state.marks = {{.rule = webMark(mark)}};
    return state;
}

} // namespace

/// When the rules are read, and who waits for that.
class TestFirewallWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatWasNotReadAMomentAgo();
    void readsOnceForEachConnection();
    void settlesWhenItIsRead();
    void settlesWithWhatWasReadAfterAChange();
    void settlesWhereItCantBeRead();
    void settlesWithoutAConnection();
};

void TestFirewallWatch::readsWhatWasNotReadAMomentAgo()
{
    FirewallDirector director;
    FirewallWatch watch(&director);
    const QSignalSpy changed(&watch, &FirewallWatch::changed);
    watch.refresh();
    QCOMPARE(director.readings, 0); // not connected
    director.open();
    watch.refresh();
    watch.refresh();
    QCOMPARE(director.readings, 1);
    QVERIFY(!watch.state());
    director.answerFirewall(withRule(1));
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(*watch.state(), withRule(1));
    QVERIFY(!watch.isOutdated());
    watch.refresh();
    QCOMPARE(director.readings, 1);
    watch.outdate();
    watch.refresh();
    QCOMPARE(director.readings, 2);
    QVERIFY(watch.isOutdated()); // until it has been read
    director.answerFirewall(failure(ErrorCode::FirewallRefused));
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!watch.state());
    QVERIFY(!watch.isOutdated());
}

void TestFirewallWatch::readsOnceForEachConnection()
{
    FirewallDirector director;
    FirewallWatch watch(&director);
    director.open();
    for (int i = 0; i < 3; ++i)
        watch.refreshOnce();
    QCOMPARE(director.readings, 1);
    const QFuture<void> settled = watch.settled();
    director.answerFirewall(failure(ErrorCode::NotSupported));
    QTRY_VERIFY(settled.isFinished());
    watch.refreshOnce();
    QCOMPARE(director.readings, 1);
    director.close();
    director.open();
    watch.refreshOnce();
    QCOMPARE(director.readings, 2);
}

void TestFirewallWatch::settlesWhenItIsRead()
{
    FirewallDirector director;
    FirewallWatch watch(&director);
    director.open();
    const QFuture<void> settled = watch.settled();
    QCOMPARE(director.readings, 1);
    QVERIFY(!settled.isFinished());
    director.answerFirewall(withRule(1));
    QTRY_VERIFY(settled.isFinished());
    QCOMPARE(*watch.state(), withRule(1));
    QTRY_VERIFY(watch.settled().isFinished()); // a moment ago
    QCOMPARE(director.readings, 1);
}

void TestFirewallWatch::settlesWithWhatWasReadAfterAChange()
{
    FirewallDirector director;
    FirewallWatch watch(&director);
    director.open();
    watch.refresh();
    watch.outdate(); // while it is being read
    const QFuture<void> settled = watch.settled();
    director.answerFirewall(withRule(1));
    QTRY_COMPARE(director.readings, 2);
    QVERIFY(!settled.isFinished());
    QVERIFY(watch.isOutdated());
    director.answerFirewall(withRule(2));
    QTRY_VERIFY(settled.isFinished());
    QCOMPARE(*watch.state(), withRule(2));
}

void TestFirewallWatch::settlesWhereItCantBeRead()
{
    FirewallDirector director;
    FirewallWatch watch(&director);
    director.open();
    const QFuture<void> settled = watch.settled();
    director.answerFirewall(failure(ErrorCode::NotSupported));
    QTRY_VERIFY(settled.isFinished());
    QVERIFY(!watch.state());
}

void TestFirewallWatch::settlesWithoutAConnection()
{
    FirewallDirector director;
    FirewallWatch watch(&director);
    QTRY_VERIFY(watch.settled().isFinished());
    director.open();
    const QFuture<void> settled = watch.settled();
    director.close();
    director.answerFirewall(failure(ErrorCode::LinkLost));
    QTRY_VERIFY(settled.isFinished());
    QCOMPARE(director.readings, 1);
}

QTEST_GUILESS_MAIN(TestFirewallWatch)
#include "tst_firewallwatch.moc"
