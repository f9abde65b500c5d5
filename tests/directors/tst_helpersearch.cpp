// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/machinefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using lvs::test::cluster;
using lvs::test::everything;
using lvs::test::Helper;
using lvs::test::Opened;
using lvs::test::procTable;

/// A helper that comes later than the console, and one that does not answer.
class TestHelperSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bus = std::make_unique<test::PrivateBus>(); }
    void laterHelperIsFound_data();
    void laterHelperIsFound();
    void searchDropsNoReading();
    void hangingHelperIsStale();

private:
    std::unique_ptr<test::PrivateBus> m_bus;
};

void TestHelperSearch::laterHelperIsFound_data()
{
    QTest::addColumn<bool>("remote");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<Access>("access");
    QTest::newRow("by itself, remote") << true << false << Access::Locked;
    QTest::newRow("by itself, this computer") << false << false << Access::Editable;
    QTest::newRow("asked to connect") << true << true << Access::Locked;
}

void TestHelperSearch::laterHelperIsFound()
{
    QFETCH(bool, remote);
    QFETCH(bool, asked);
    Opened there(m_bus->address(), remote, {.searchPause = asked ? 1h : 50ms});
    there.machine->table = procTable;
    QVERIFY(there.opens());
    QCOMPARE(there.director->status().access, Access::ReadOnly);
    QSignalSpy status(there.director.get(), &Director::statusChanged);
    const int looks = there.machine->busConnections; // one for the greeting
    if (asked)
        there.director->open();
    QTRY_VERIFY(there.machine->busConnections >= looks + (asked ? 1 : 3)); // in vain, and nobody notices
    QVERIFY(there.wait(there.director->read(everything)));
    QCOMPARE(there.director->status().access, Access::ReadOnly);
    QCOMPARE(status.count(), 0);

    const Helper helper(*m_bus, Verdict::Allowed);
    if (asked)
        there.director->open();
    QFETCH(Access, access);
    QTRY_COMPARE(there.director->status().access, access);
    QVERIFY(!there.director->status().error);
    QCOMPARE(status.count(), 1); // never anything but live
    QVERIFY(there.wait(there.director->read(everything))->hasTraffic);
    there.director->unlock();
    QCOMPARE(there.wait(there.director->apply(cluster()))->outcome, ApplyOutcome::Applied);
}

void TestHelperSearch::searchDropsNoReading()
{
    constexpr auto staleAfter = 50ms;
    Opened there(m_bus->address(), true, {.searchPause = 1h, .staleAfter = staleAfter});
    QVERIFY(there.opens());
    there.machine->slowTable = std::make_unique<QPromise<Result<QByteArray>>>();
    there.machine->slowTable->start();
    const auto reading = there.director->read(everything);
    const Helper helper(*m_bus, Verdict::Allowed);
    there.director->open();
    QTRY_COMPARE(there.director->status().access, Access::Locked);
    QVERIFY(!reading.isFinished());
    there.machine->slowTable->addResult(Result<QByteArray>(procTable));
    there.machine->slowTable->finish();
    const auto read = there.wait(reading);
    QVERIFY(read && !read->hasTraffic); // as it was asked for
    QCOMPARE(read->services.size(), size_t(1));
    // An answer after that of /proc is awaited and counted as the first.
    QVERIFY(there.wait(there.director->read(everything)));
    QVERIFY(!QTest::qWaitFor([&] { return there.director->status().link != LinkState::Live; }, 4 * staleAfter));
}

void TestHelperSearch::hangingHelperIsStale()
{
    QDBusConnection owner = QDBusConnection::connectToBus(m_bus->address(), u"deaf"_s);
    auto helper = std::make_unique<Helper>(*m_bus, Verdict::Allowed);
    Opened there(m_bus->address(), true, {.staleAfter = 50ms});
    QVERIFY(there.opens());
    helper->connection.unregisterService(bus::serviceName);
    struct Deaf : QDBusVirtualObject { // takes calls and never answers
        QString introspect(const QString &) const override { return {}; }
        bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
        {
            message.setDelayedReply(true);
            return true;
        }
    } deaf;
    QVERIFY(owner.registerVirtualObject(bus::objectPath, &deaf));
    QVERIFY(owner.registerService(bus::serviceName));
    auto reading = there.director->read({});
    QVERIFY(there.reaches(LinkState::Stale));
    QVERIFY(there.director->status().lastAnswer.isValid());
    there.director->close();
    QDBusConnection::disconnectFromBus(u"deaf"_s);
}

QTEST_GUILESS_MAIN(TestHelperSearch)
#include "tst_helpersearch.moc"
