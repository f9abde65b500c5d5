// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/session/trafficrecorder.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <random>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The table in the order and with the rows a person wants to see, drawn as text.
class TestArrangedServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void filters_data();
    void filters();
    void sortsByValue_data();
    void sortsByValue();
    void sortsByShare();
    void unknownIsLast();
    void fewChangesKeepTheRest();
    void persistentIndexesFollow();
    void newRowsAreFilteredToo();
    void counts();
    void titlesDontNeedRows();
    void randomReadings();
    void secondOrderOvertakesTheFirst();
    void readingInTheMidstOfAnOrder();

private:
    QString draw() const;
    /// More than is arranged in one turn of the event loop.
    void takeLargeTable(quint32 seed);
    void verifyAsArrangedAfresh();
    void sort(ServiceColumn column, Qt::SortOrder order);

    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::unique_ptr<Annotations> m_annotations;
    std::unique_ptr<ServiceTreeModel> m_model;
    std::unique_ptr<ArrangedServices> m_arranged;
    TableOfTest m_table;
};

static const ServiceKey mail = ServiceKey::forMark(25, Family::IPv4);

void TestArrangedServices::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_arrangedservices"_s);
}

void TestArrangedServices::init()
{
    m_arranged.reset();
    m_order = Qt::AscendingOrder;
    m_model = std::make_unique<ServiceTreeModel>();
    m_annotations = std::make_unique<Annotations>(u"sandbox"_s);
    QVERIFY(m_annotations->set(web, {u"Web shop"_s, u"closed on Sundays"_s}));
    QVERIFY(m_annotations->set(server(12).key.address, {u"rack 2"_s, {}}));
    m_model->setAnnotations(m_annotations.get());
    m_arranged = std::make_unique<ArrangedServices>(m_model.get());
    new QAbstractItemModelTester(m_arranged.get(), m_arranged.get());

    RealServer drained = server(13, 0, 8080);
    RealServer routed = server(12, 9, 3306);
    routed.forwarding = Forwarding::Gatewaying;
    m_table = {};
    m_table.add(service(web, u"wrr"), {server(11, 3), server(12, 20), drained});
    m_table.add(service(database, u"rr"), {routed});
    m_table.add(service(mail, u"wlc"), {});
    m_model->setSnapshot(m_table.read());
}

/// "web[11 12 13] database[12]": services with the last numbers of their servers' addresses.
QString TestArrangedServices::draw() const
{
    QStringList services;
    for (int row = 0; row < m_arranged->rowCount(); ++row) {
        const QModelIndex index = m_arranged->index(row, 0);
        const ServiceRow *service = m_model->serviceAt(m_arranged->mapToSource(index));
        QStringList servers;
        for (int place = 0; place < m_arranged->rowCount(index); ++place) {
            const QModelIndex server = m_arranged->index(place, 0, index);
            servers << QString::number(m_model->serverAt(m_arranged->mapToSource(server))->key.address.toIPv4() & 255);
        }
        const QString name = service->key == web ? u"web"_s : service->key == database ? u"database"_s : u"mail"_s;
        services << name + u'[' + servers.join(u' ') + u']';
    }
    return services.join(u' ');
}

void TestArrangedServices::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("rows");
    QTest::newRow("nothing") << u""_s << u"web[11 12 13] database[12] mail[]"_s;
    QTest::newRow("server's address") << u"192.168.10.12"_s << u"web[12] database[12]"_s;
    QTest::newRow("service's address and port") << u"172.18.100.6:3306"_s << u"database[12]"_s;
    QTest::newRow("part of an address") << u"10.1"_s << u"web[11 12 13] database[12]"_s;
    QTest::newRow("service's name") << u"SHOP"_s << u"web[11 12 13]"_s;
    QTest::newRow("note") << u"sunday"_s << u"web[11 12 13]"_s;
    QTest::newRow("server's name") << u"\"rack 2\""_s << u"web[12] database[12]"_s;
    QTest::newRow("service and server") << u"shop 192.168.10.12"_s << u"web[12]"_s;
    QTest::newRow("not") << u"-192.168.10.12"_s << u"web[11 13] database[] mail[]"_s;
    QTest::newRow("drained") << u"state:drained"_s << u"web[13]"_s;
    QTest::newRow("not drained") << u"-state:drained"_s << u"web[11 12] database[12] mail[]"_s;
    QTest::newRow("unknown state") << u"state:unknown"_s << u"mail[]"_s;
    QTest::newRow("port of a service") << u"port:80"_s << u"web[11 12 13]"_s;
    QTest::newRow("port of a server") << u"port:8080"_s << u"web[13]"_s;
    QTest::newRow("scheduler is whole") << u"scheduler:rr"_s << u"database[12]"_s;
    QTest::newRow("method") << u"method:dr"_s << u"database[12]"_s;
    QTest::newRow("ipvsadm's word") << u"method:masq"_s << u"web[11 12 13]"_s;
    QTest::newRow("not by that method") << u"-method:masq"_s << u"database[12]"_s;
    QTest::newRow("name") << u"name:rack"_s << u"web[12] database[12]"_s;
    QTest::newRow("name is no note") << u"name:sunday"_s << u""_s;
    QTest::newRow("note of the service") << u"note:\"on sundays\""_s << u"web[11 12 13]"_s;
    QTest::newRow("protocol") << u"protocol:tcp"_s << u"web[11 12 13] database[12]"_s;
    QTest::newRow("mark") << u"mark:25"_s << u"mail[]"_s;
    QTest::newRow("word of a mark") << u"mark"_s << u"mail[]"_s;
    QTest::newRow("all must hold") << u"scheduler:wrr state:drained"_s << u"web[13]"_s;
    QTest::newRow("what is wrong is left out") << u"colour:red port:3306"_s << u"database[12]"_s;
    QTest::newRow("nothing matches") << u"203.0.113.1"_s << u""_s;
}

void TestArrangedServices::filters()
{
    QFETCH(const QString, filter);
    m_arranged->setFilter(ServiceFilter(filter));
    QTEST(draw(), "rows");
    m_arranged->setFilter({});
    QCOMPARE(draw(), u"web[11 12 13] database[12] mail[]"_s);
}

void TestArrangedServices::sortsByValue_data()
{
    QTest::addColumn<ServiceColumn>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QString>("rows");
    using enum ServiceColumn;
    QTest::newRow("name") << Name << Qt::AscendingOrder << u"web[11 12 13] database[12] mail[]"_s;
    QTest::newRow("name, reversed") << Name << Qt::DescendingOrder << u"mail[] database[12] web[13 12 11]"_s;
    QTest::newRow("weight") << Weight << Qt::AscendingOrder << u"mail[] database[12] web[13 11 12]"_s;
    QTest::newRow("weight, reversed") << Weight << Qt::DescendingOrder << u"web[12 11 13] database[12] mail[]"_s;
    QTest::newRow("scheduler") << Method << Qt::AscendingOrder << u"database[12] mail[] web[11 12 13]"_s;
    QTest::newRow("active") << Active << Qt::DescendingOrder << u"database[12] web[13 11 12] mail[]"_s;
    QTest::newRow("rate") << ConnectionRate << Qt::DescendingOrder << u"mail[] web[11 12 13] database[12]"_s;
}

void TestArrangedServices::sortsByValue()
{
    QFETCH(const ServiceColumn, column);
    QFETCH(const Qt::SortOrder, order);
    m_table.servers(web)[0].activeConnections = 9;
    m_table.servers(web)[2].activeConnections = 10;
    m_table.servers(database)[0].activeConnections = 1000;
    m_table[mail].traffic.rates.connections = 7;
    m_model->setSnapshot(m_table.read());
    sort(column, order);
    QTEST(draw(), "rows");
}

/// Services by how far they are off their promise, servers by what they received.
void TestArrangedServices::sortsByShare()
{
    FakeDirector director;
    TableWatcher watcher(&director);
    TrafficRecorder recorder(&director, &watcher);
    m_model->setTraffic(&recorder);
    const QDateTime begin = QDateTime::currentDateTimeUtc();
    const auto read = [&](int second) {
        const auto snapshot = std::make_shared<Snapshot>(*m_table.read());
        snapshot->readAt = begin.addSecs(second);
        Q_EMIT watcher.snapshotTaken(snapshot);
        m_model->setSnapshot(snapshot);
    };
    read(0);
    m_table.servers(web)[0].traffic.counters.connections = 100;
    m_table.servers(web)[1].traffic.counters.connections = 300;
    m_table.servers(database)[0].traffic.counters.connections = 500;
    read(50);
    sort(ServiceColumn::Share, Qt::DescendingOrder);
    QCOMPARE(draw(), u"web[12 11 13] database[12] mail[]"_s);
    sort(ServiceColumn::Share, Qt::AscendingOrder);
    QCOMPARE(draw(), u"database[12] web[13 11 12] mail[]"_s); // without a promise last in either order
    m_model->setTraffic(nullptr);
}

void TestArrangedServices::unknownIsLast()
{
    ServiceTreeModel model;
    ArrangedServices arranged(&model);
    model.setSnapshot(m_table.read(std::vector{database}));
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        arranged.sort(int(ServiceColumn::Active), order);
        QCOMPARE(arranged.mapToSource(arranged.index(0, 0)), model.indexOf(database));
    }
}

void TestArrangedServices::fewChangesKeepTheRest()
{
    sort(ServiceColumn::Weight, Qt::DescendingOrder);
    QSignalSpy inserted(m_arranged.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(m_arranged.get(), &QAbstractItemModel::rowsRemoved);
    QSignalSpy layout(m_arranged.get(), &QAbstractItemModel::layoutChanged);
    m_table.servers(web).push_back({.config = server(14, 5)});
    m_model->setSnapshot(m_table.read());
    QCOMPARE(draw(), u"web[12 14 11 13] database[12] mail[]"_s);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 1);
    std::erase_if(m_table.servers(web), [](const ServerState &state) { return state.config.key == server(12).key; });
    m_model->setSnapshot(m_table.read());
    QCOMPARE(draw(), u"database[12] web[14 11 13] mail[]"_s); // now less weight than the other
    QCOMPARE(removed.size(), 1);
    QCOMPARE(layout.size(), 1); // for the two services that changed places
}

void TestArrangedServices::persistentIndexesFollow()
{
    const QPersistentModelIndex drained =
        m_arranged->mapFromSource(m_model->indexOf(web, m_table.servers(web)[2].config.key));
    const QPersistentModelIndex other = m_arranged->mapFromSource(m_model->indexOf(web, server(11).key));
    sort(ServiceColumn::Weight, Qt::AscendingOrder);
    QCOMPARE(drained.row(), 0);
    QCOMPARE(drained.data().toString(), u"192.168.10.13:8080"_s);
    m_arranged->setFilter(ServiceFilter(u"state:drained"));
    QVERIFY(drained.isValid());
    QCOMPARE(drained.parent().row(), 0);
    QVERIFY(!other.isValid());
}

void TestArrangedServices::newRowsAreFilteredToo()
{
    m_arranged->setFilter(ServiceFilter(u"state:drained"));
    m_table.servers(database)[0].config.weight = 0;
    m_table.servers(web)[2].config.weight = 1;
    m_table.servers(web).push_back({.config = server(14, 5)});
    m_model->setSnapshot(m_table.read());
    QCOMPARE(draw(), u"database[12]"_s);
    m_model->setDraft({{EditServer{web, server(14, 5), server(14, 0)}}});
    QCOMPARE(draw(), u"web[14] database[12]"_s);
    QVERIFY(m_annotations->set(web, {u"drained"_s, {}}));
    m_arranged->setFilter(ServiceFilter(u"name:shop"));
    QCOMPARE(draw(), u""_s);
    QVERIFY(m_annotations->set(web, {u"shop"_s, {}}));
    QCOMPARE(draw(), u"web[11 12 13 14]"_s);
}

void TestArrangedServices::counts()
{
    m_arranged->setFilter(ServiceFilter(u"192.168.10.12"));
    const ArrangedServices::Counts counts = m_arranged->counts();
    QCOMPARE(counts.services, 2);
    QCOMPARE(counts.allServices, 3);
    QCOMPARE(counts.servers, 2);
    QCOMPARE(counts.allServers, 4);
    QVERIFY(counts.allRead);
}

void TestArrangedServices::titlesDontNeedRows()
{
    const QVariant title = m_arranged->headerData(0, Qt::Horizontal, Qt::DisplayRole);
    m_arranged->setFilter(ServiceFilter(u"203.0.113.1"));
    QCOMPARE(m_arranged->headerData(0, Qt::Horizontal, Qt::DisplayRole), title);
}

/// Whatever comes, goes and changes: what is shown is what a fresh arrangement of the same would show.
void TestArrangedServices::randomReadings()
{
    std::mt19937 random(20240517); // NOLINT: the same in each run
    const std::vector filters{u""_s, u"state:drained"_s, u"10.1"_s, u"-port:80"_s, u"method:nat -rack"_s};
    for (int round = 0; round < 300; ++round) {
        m_table = {};
        for (quint16 port = 80; port < 86; ++port) {
            if (random() % 4 == 0)
                continue;
            std::vector<RealServer> servers;
            for (int host = 10; host < 22; ++host) {
                if (random() % 3)
                    servers.push_back(server(host, random() % 4, random() % 2 ? 80 : 8080));
            }
            m_table.add(service(tcp(u"172.18.100.6", port)), servers);
        }
        if (random() % 3 == 0)
            m_arranged->setFilter(ServiceFilter(filters[random() % filters.size()]));
        if (random() % 3 == 0)
            sort(ServiceColumn(random() % serviceColumnCount), random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
        const Qt::SortOrder order = random() % 2 ? Qt::AscendingOrder : Qt::DescendingOrder;
        sort(m_arranged->sortColumn(), order);
        m_model->setSnapshot(m_table.read());

        verifyAsArrangedAfresh();
    }
}

void TestArrangedServices::sort(ServiceColumn column, Qt::SortOrder order)
{
    m_order = order;
    m_arranged->sort(int(column), order);
}

void TestArrangedServices::verifyAsArrangedAfresh()
{
    ArrangedServices fresh(m_model.get());
    fresh.sort(int(m_arranged->sortColumn()), m_order);
    fresh.setFilter(m_arranged->filter());
    QTRY_VERIFY(!fresh.isArranging());
    QCOMPARE(m_arranged->rowCount(), fresh.rowCount());
    for (int row = 0; row < fresh.rowCount(); ++row) {
        const QModelIndex index = m_arranged->index(row, 0);
        QCOMPARE(m_arranged->mapToSource(index), fresh.mapToSource(fresh.index(row, 0)));
        QCOMPARE(m_arranged->rowCount(index), fresh.rowCount(fresh.index(row, 0)));
        for (int place = 0; place < m_arranged->rowCount(index); ++place) {
            const QModelIndex server = m_arranged->index(place, 0, index);
            QCOMPARE(m_arranged->mapToSource(server), fresh.mapToSource(fresh.index(place, 0, fresh.index(row, 0))));
            QCOMPARE(m_arranged->mapFromSource(m_arranged->mapToSource(server)), server);
        }
    }
}

void TestArrangedServices::takeLargeTable(quint32 seed)
{
    // It looks at every row after each that comes or goes, which takes minutes here.
    delete m_arranged->findChild<QAbstractItemModelTester *>();
    std::mt19937 random(seed);
    m_table = {};
    for (quint16 port = 1; port <= 60; ++port) {
        if (random() % 10 == 0)
            continue;
        std::vector<RealServer> servers;
        for (int host = 1; host <= 200; ++host) {
            if (random() % 10)
                servers.push_back(server(host, random() % 100));
        }
        m_table.add(service(tcp(u"172.18.100.6", port)), servers);
    }
    QSignalSpy taken(m_model.get(), &ServiceTreeModel::updated);
    m_model->setSnapshot(m_table.read());
    QTRY_COMPARE(taken.size(), 1);
}

void TestArrangedServices::secondOrderOvertakesTheFirst()
{
    takeLargeTable(1);
    QTRY_VERIFY(!m_arranged->isArranging());
    QSignalSpy layout(m_arranged.get(), &QAbstractItemModel::layoutChanged);
    sort(ServiceColumn::Weight, Qt::AscendingOrder);
    QVERIFY(m_arranged->isArranging());
    QCoreApplication::processEvents();
    sort(ServiceColumn::Weight, Qt::DescendingOrder);
    QTRY_VERIFY(!m_arranged->isArranging());
    QCOMPARE(layout.size(), 1);
    verifyAsArrangedAfresh();
    m_arranged->setFilter(ServiceFilter(u"state:drained"));
    QCoreApplication::processEvents();
    m_arranged->setFilter(ServiceFilter(u"10.1"));
    QTRY_VERIFY(!m_arranged->isArranging());
    verifyAsArrangedAfresh();
}

void TestArrangedServices::readingInTheMidstOfAnOrder()
{
    takeLargeTable(1);
    for (quint32 seed = 2; seed < 6; ++seed) {
        QTRY_VERIFY(!m_arranged->isArranging());
        sort(ServiceColumn::Weight, seed % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
        QVERIFY(m_arranged->isArranging());
        takeLargeTable(seed); // services and servers come, go and change
        QTRY_VERIFY(!m_arranged->isArranging());
        verifyAsArrangedAfresh();
    }
}

QTEST_MAIN(TestArrangedServices)
#include "tst_arrangedservices.moc"
