// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trafficsourcefilter.h"
#include "app/session/directorsession.h"
#include "app/session/trafficrecorder.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

ServiceKey serviceAt(quint32 number)
{
    return ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a000000 + number), 80);
}

/// Services from one number until before another, with servers of their own.
std::shared_ptr<Snapshot> manyServices(quint32 from, quint32 until, quint32 serversEach = 0)
{
    auto snapshot = std::make_shared<Snapshot>();
    for (quint32 i = from; i < until; ++i) {
        snapshot->services.push_back({.config = service(serviceAt(i))});
        ServerList list{.service = serviceAt(i)};
        for (quint32 j = 1; j <= serversEach; ++j) {
            RealServer real = server(1);
            real.key.address = IpAddress::fromIPv4(0x0a800000 + (i << 8) + j);
            list.servers.push_back({.config = real});
        }
        snapshot->servers.push_back(std::move(list));
    }
    snapshot->readAt = QDateTime::currentDateTimeUtc();
    return snapshot;
}

} // namespace

class TestTrafficSourcesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_session = std::make_unique<DirectorSession>(&m_director);
        QVERIFY(m_session->annotations()->set(web, {}));
        m_model = std::make_unique<TrafficSourcesModel>(m_session->traffic(), m_session->annotations());
        m_filter = std::make_unique<TrafficSourceFilter>(m_model.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }
    void cleanup()
    {
        m_tester.reset();
        m_filter.reset();
        m_model.reset();
    }

    void rowsComeAndGo()
    {
        m_model->update(manyServices(0, 100));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = m_model->indexOf(TrafficSource::of(serviceAt(50)));
        auto changed = manyServices(10, 110);
        std::erase_if(changed->services, [](const ServiceState &s) { return s.config.key == serviceAt(60); });
        m_model->update(changed);
        QCOMPARE(m_model->rowCount(), 1 + 99);
        QCOMPARE(kept.row(), 41);
        QVERIFY(m_model->sourceAt(kept) == TrafficSource::of(serviceAt(50)));
        for (int row = 1; row < m_model->rowCount(); ++row)
            QVERIFY(m_model->indexOf(m_model->sourceAt(m_model->index(row, 0))).row() == row);
        QVERIFY(reset.isEmpty());
    }

    /// As many come as go: their number says nothing.
    void thousandsExchangedAreNoStall()
    {
        m_tester.reset(); // takes its time
        m_model->update(manyServices(0, 8000));
        const QModelIndex opened = m_model->indexOf(TrafficSource::of(serviceAt(5000)));
        m_model->setOpened(opened, true);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QElapsedTimer timer;
        timer.start();
        m_model->update(manyServices(4000, 12'000));
        qInfo("%lld ms", timer.elapsed());
        QCOMPARE(reset.size(), 1); // instead of 8,000 rows that come and go one by one
        QCOMPARE(m_model->rowCount(), 8001);
        QVERIFY(m_model->opened() == std::vector{TrafficSource::of(serviceAt(5000))});
    }

    void findsServersOfManyServices()
    {
        m_tester.reset();
        m_model->update(manyServices(0, 1000, 100));
        QCOMPARE(m_model->rowCount(m_model->index(500, 0)), 0); // nobody has opened it
        m_filter->setText(u"10.128.7."_s);
        QTRY_COMPARE(m_filter->rowCount(), 1);
        const QModelIndex service = m_filter->index(0, 0);
        QCOMPARE(service.data().toString(), u"TCP 10.0.0.7:80"_s);
        QCOMPARE(m_filter->rowCount(service), 100);
        QElapsedTimer timer;
        timer.start();
        m_filter->setText(u"10.128.7.9"_s);
        qInfo("%lld ms", timer.elapsed());
        QCOMPARE(m_filter->rowCount(m_filter->index(0, 0)), 11);
        m_filter->setText(u"TCP 10.0.0.7:"_s); // by its own name with all of its servers
        QCOMPARE(m_filter->rowCount(), 1);
        QCOMPARE(m_filter->rowCount(m_filter->index(0, 0)), 100);
        m_filter->setText({});
        QCOMPARE(m_filter->rowCount(), 1001);
    }

    void findsByNamesThatPeopleGave()
    {
        m_model->update(courseTable().read());
        m_filter->setText(u"shop"_s);
        QTest::qWait(50); // all names are made
        QCOMPARE(m_filter->rowCount(), 0);
        QVERIFY(m_session->annotations()->set(web, {.name = u"Web Shop"_s}));
        QTRY_COMPARE(m_filter->rowCount(), 1);
    }

    void serversOfAServiceThatIsGoneGo()
    {
        m_model->update(courseTable().read());
        const QModelIndex service = m_model->indexOf(TrafficSource::of(web));
        m_model->setOpened(service, true);
        QCOMPARE(m_model->rowCount(service), 2);
        m_model->choose(TrafficSource::of(web, server(12).key), true);
        TableOfTest table = courseTable();
        table.remove(web);
        m_model->update(table.read());
        QCOMPARE(m_model->rowCount(m_model->indexOf(TrafficSource::of(web))), 1); // what is drawn stays
        m_model->choose(TrafficSource::of(web, server(12).key), false);
        m_model->update(table.read());
        QVERIFY(!m_model->indexOf(TrafficSource::of(web)).isValid());
    }

    void tellsOfValuesThatChange()
    {
        TableOfTest table = courseTable();
        table[database].traffic.rates.connections = 4;
        take(table);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        take(table);
        QVERIFY(changed.isEmpty());
        table[database].traffic.rates.connections = 5;
        take(table);
        QVERIFY(!changed.isEmpty());
        const auto first = changed.front().at(0).toModelIndex();
        const auto last = changed.back().at(1).toModelIndex();
        const QModelIndex row = m_model->indexOf(TrafficSource::of(database));
        QVERIFY(first.row() <= row.row() && row.row() <= last.row());
        QCOMPARE(last.column(), int(TrafficSourcesModel::Value));
    }

private:
    void take(const TableOfTest &table)
    {
        auto snapshot = std::make_shared<Snapshot>(*table.read());
        snapshot->readAt = QDateTime::fromMSecsSinceEpoch(m_readAt += 1000);
        Q_EMIT m_session->watcher()->snapshotTaken(snapshot);
        m_model->update(snapshot);
    }

    FakeDirector m_director;
    std::unique_ptr<DirectorSession> m_session;
    std::unique_ptr<TrafficSourcesModel> m_model;
    std::unique_ptr<TrafficSourceFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_readAt = QDateTime::currentMSecsSinceEpoch();
};

QTEST_MAIN(TestTrafficSourcesModel)
#include "tst_trafficsourcesmodel.moc"
