// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QDir>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using State = TrafficArchive::State;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
const TrafficSource webSource = TrafficSource::of(web);
const TrafficSource webServer = TrafficSource::of(web, server(11).key);

/// A console with one director, as long as this lives.
class Console
{
public:
    explicit Console(const QString &root)
        : m_session(&m_director)
    {
        m_director.open();
        traffic()->keepOnDisk(root);
        if (!QTest::qWaitFor([this] { return traffic()->archive()->state() != State::Opening; }))
            qFatal("the archive was not opened");
    }

    TrafficRecorder *traffic() const { return m_session.traffic(); }
    State state() const { return traffic()->archive()->state(); }
    /// Readings a few seconds apart, until `end`, with as many connections per second.
    void read(qint64 from, qint64 end, quint64 connections)
    {
        TableOfTest table = courseTable();
        table[web].traffic.rates.connections = connections;
        for (qint64 at = from; at < end; at += 5000) {
            auto snapshot = std::make_shared<Snapshot>(*table.read());
            snapshot->readAt = QDateTime::fromMSecsSinceEpoch(at);
            Q_EMIT m_session.watcher()->snapshotTaken(snapshot);
        }
    }
    Curve curve(const TrafficSource &source, qint64 from, qint64 to) const
    {
        return traffic()->curve(source, TrafficMetric::Connections, from, to, 100'000);
    }

private:
    FakeDirector m_director;
    DirectorSession m_session;
};

qsizetype figures(const Curve &curve)
{
    return std::ranges::count_if(curve.points, [](const CurvePoint &point) { return !point.isGap(); });
}

} // namespace

/// What one console has recorded, the next one shows.
class TestTrafficArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_root = std::make_unique<QTemporaryDir>(); }

    void theLastDayComesBack()
    {
        const qint64 start = m_now - 3 * 60 * minute;
        {
            Console console(root());
            QCOMPARE(console.state(), State::Keeping);
            console.read(start, start + 80 * minute, 40);
        }
        Console console(root());
        const Curve curve = console.curve(webSource, start - day, m_now);
        QVERIFY2(figures(curve) >= 79, qPrintable(QString::number(figures(curve))));
        QCOMPARE(curve.points.front().at, start / minute * minute);
        QCOMPARE(curve.points.front().mean, 40.0F);
        QVERIFY(console.traffic()->history().contains(TrafficSource::machine()));
        QVERIFY(!console.traffic()->history().contains(webServer));
        QVERIFY(console.traffic()->history().memoryUse() > 0);
    }

    void pinnedServersStayPinned()
    {
        const qint64 start = m_now - 3 * 60 * minute;
        {
            Console console(root());
            console.traffic()->setPinned(webServer, true);
            console.read(start, start + 40 * minute, 40);
        }
        Console console(root());
        QVERIFY(console.traffic()->pinned() == std::set{webServer});
        QVERIFY(figures(console.curve(webServer, start, m_now)) >= 39);
    }

    /// Memory has a day; what is before is read when somebody looks at it.
    void olderDaysAreRead()
    {
        const qint64 start = m_now - 5 * day;
        {
            Console console(root());
            console.read(start, start + 70 * minute, 40);
        }
        Console console(root());
        console.read(m_now - 10 * minute, m_now, 5);
        QCOMPARE(figures(console.curve(webSource, start, start + day)), 0);
        const TrafficArchive::CurvesWanted wanted{.sources = {webSource},
                                                  .metric = TrafficMetric::Connections,
                                                  .from = start - day,
                                                  .to = m_now,
                                                  .points = 20'000};
        QSignalSpy recorded(console.traffic(), &TrafficRecorder::recorded);
        console.traffic()->wantOlder(wanted);
        QTRY_VERIFY(!console.traffic()->isReadingOlder());
        QCOMPARE(recorded.size(), 1);
        const Curve curve = console.curve(webSource, wanted.from, m_now);
        QVERIFY(std::ranges::is_sorted(curve.points, {}, &CurvePoint::at));
        QVERIFY(figures(curve) >= 70 + 100);
        QCOMPARE(std::ranges::count_if(curve.points, &CurvePoint::isGap), 1);
        QCOMPARE(curve.points.front().mean, 40.0F);
        QCOMPARE(curve.points.back().mean, 5.0F);
        console.traffic()->wantOlder(wanted); // known
        QTest::qWait(50);
        QCOMPARE(recorded.size(), 1);
    }

    void aSecondConsoleKeepsItsOwnInMemory()
    {
        const Console first(root());
        {
            Console second(root());
            QCOMPARE(first.state(), State::Keeping);
            QCOMPARE(second.state(), State::Elsewhere);
            second.read(m_now - 100 * minute, m_now - 20 * minute, 40);
        }
        const Console third(root());
        QCOMPARE(figures(third.curve(webSource, m_now - day, m_now)), 0);
    }

    void damageIsToldAndNothingElseIsLost()
    {
        const qint64 start = m_now - 3 * 60 * minute;
        {
            Console console(root());
            console.read(start, start + 80 * minute, 40);
        }
        QDir folder(root() + u"/fake"_s);
        const QString name = folder.entryList({u"*.minutes"_s}).value(0);
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write("damage");
        file.close();
        Console console(root());
        QCOMPARE(console.traffic()->archive()->damages(), 1);
        const auto left = figures(console.curve(webSource, start, m_now)) +
                          figures(console.curve(TrafficSource::of(database), start, m_now)) +
                          figures(console.curve(TrafficSource::machine(), start, m_now));
        QVERIFY(left >= 3 * 79 - 2 * 32); // it may reach from one record into the next
    }

    void whereNothingCanBeWritten()
    {
        Console console(u"/proc/nowhere"_s);
        QCOMPARE(console.state(), State::Failed);
        QCOMPARE(console.traffic()->archive()->error()->code, ErrorCode::FileNotWritten);
        console.read(m_now - 100 * minute, m_now, 40); // goes on in memory
        QVERIFY(figures(console.curve(webSource, m_now - day, m_now)) >= 99);
    }

private:
    QString root() const { return m_root->filePath(u"traffic"_s); }

    std::unique_ptr<QTemporaryDir> m_root;
    const qint64 m_now = QDateTime::currentMSecsSinceEpoch();
};

QTEST_GUILESS_MAIN(TestTrafficArchive)
#include "tst_trafficarchive.moc"
