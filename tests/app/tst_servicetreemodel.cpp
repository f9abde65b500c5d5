// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/servicetreemodel.h"
#include "app/models/trend.h"
#include "app/session/trafficrecorder.h"
#include "core/change/changeplan.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The tree replays readings; it is drawn as text and compared as text.
class TestServiceTreeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsServicesAndServers();
    void insertsAndRemovesInRanges();
    void changesComeInOneSignalForEachParent();
    void neverResets();
    void keepsServersThatWereNotReadAgain();
    void opensServicesWhoseServersAreUnknown();
    void laysTheDraftOverTheTable();
    void showsADraftedClearing();
    void marksForeignEdits();
    void pointsOutChangedConfiguration();
    void sumsFiguresOfServers();
    void showsSharesBesidePromises();
    void drawsTheLastMinutes();
    void repliesThatGoPastAreADash();
    void unknownFiguresAreNotZero();
    void sortsByValueNotByText();
    void acceptsAWeight();
    void randomReadings();

private:
    static QString draw(const ServiceTreeModel &model);
};

namespace {

QString cell(const QModelIndex &index, ServiceColumn column)
{
    return index.siblingAtColumn(int(column)).data().toString();
}

} // namespace

QString TestServiceTreeModel::draw(const ServiceTreeModel &model)
{
    QStringList lines;
    const auto line = [](const QString &indent, const QModelIndex &index) {
        return u"%1%2 %3 %4 %5"_s
            .arg(indent, cell(index, ServiceColumn::Name), cell(index, ServiceColumn::Method),
                 cell(index, ServiceColumn::Weight), cell(index, ServiceColumn::State))
            .simplified()
            .prepend(indent);
    };
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex service = model.index(row, 0);
        lines << line({}, service);
        for (int server = 0; server < model.rowCount(service); ++server)
            lines << line(u"  "_s, model.index(server, 0, service));
    }
    return lines.join(u'\n');
}

void TestServiceTreeModel::showsServicesAndServers()
{
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(courseTable().read());
    QCOMPARE(draw(model), u"TCP 172.18.100.6:80 rr serving\n"
                          "  192.168.10.11:80 NAT 1 serving\n"
                          "  192.168.10.12:80 NAT 1 serving\n"
                          "TCP 172.18.100.6:3306 wlc serving\n"
                          "  192.168.10.13:3306 NAT 5 serving"_s);
}

void TestServiceTreeModel::insertsAndRemovesInRanges()
{
    TableOfTest table = courseTable();
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(table.read());
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

    auto &servers = table.servers(web);
    for (int host = 20; host < 30; ++host)
        servers.push_back({.config = server(host)});
    model.setSnapshot(table.read());
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 2);
    QCOMPARE(inserted.first().at(2).toInt(), 11);

    std::erase_if(servers, [](const ServerState &state) { return state.config.key.address < ip(u"192.168.10.25"); });
    model.setSnapshot(table.read());
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(model.indexOf(web)), 5);

    table.remove(web);
    model.setSnapshot(table.read());
    QCOMPARE(draw(model), u"TCP 172.18.100.6:3306 wlc serving\n  192.168.10.13:3306 NAT 5 serving"_s);
}

void TestServiceTreeModel::changesComeInOneSignalForEachParent()
{
    TableOfTest table = courseTable();
    ServiceTreeModel model;
    model.setSnapshot(table.read());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.setSnapshot(table.read());
    QCOMPARE(changed.size(), 0); // nothing is new

    for (ServerState &state : table.servers(web))
        state.activeConnections = 7;
    table[database].traffic.rates.connections = 3;
    model.setSnapshot(table.read());
    QCOMPARE(changed.size(), 2); // the servers of one service, and the services
    QVERIFY(changed.at(0).at(0).toModelIndex().parent().isValid());
    QVERIFY(!changed.at(1).at(0).toModelIndex().parent().isValid());
}

void TestServiceTreeModel::neverResets()
{
    TableOfTest table = courseTable();
    ServiceTreeModel model;
    model.setSnapshot(table.read());
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = model.indexOf(web, server(12).key);
    QVERIFY(kept.isValid());

    table.add(service(tcp(u"172.18.100.5", 80)), {server(1)});
    table.servers(web).erase(table.servers(web).begin());
    model.setSnapshot(table.read());
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data().toString(), u"192.168.10.12:80"_s);
    QCOMPARE(kept.row(), 0);
    QCOMPARE(reset.size(), 0);
}

void TestServiceTreeModel::keepsServersThatWereNotReadAgain()
{
    const TableOfTest table = courseTable();
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(table.read());
    const QString before = draw(model);
    model.setSnapshot(table.read(std::vector{database}));
    QCOMPARE(draw(model), before);
    model.setDraft({{RemoveServer{web, server(11)}}});
    model.setDraft({});
    QCOMPARE(draw(model), before);
}

void TestServiceTreeModel::opensServicesWhoseServersAreUnknown()
{
    TableOfTest table = courseTable();
    table.add(service(tcp(u"172.18.100.9", 80)), {});
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(table.read(std::vector<ServiceKey>()));
    const QModelIndex index = model.indexOf(web);
    QVERIFY(model.hasChildren(index));
    QVERIFY(model.canFetchMore(index));
    QCOMPARE(model.rowCount(index), 0);
    model.setSnapshot(table.read());
    QCOMPARE(model.rowCount(index), 2);
    QVERIFY(!model.canFetchMore(index));
    QVERIFY(!model.hasChildren(model.indexOf(tcp(u"172.18.100.9", 80))));
}

void TestServiceTreeModel::laysTheDraftOverTheTable()
{
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(courseTable().read());
    const QString before = draw(model);

    const ServiceKey added = tcp(u"172.18.100.5", 80);
    model.setDraft(
        {{AddService{service(added, u"wrr")}, AddServer{added, server(1, 10)},
          EditService{service(web, u"rr"), service(web, u"wrr")}, EditServer{web, server(11, 1), server(11, 0)},
          RemoveServer{web, server(12, 1)}, RemoveService{service(database, u"wlc"), {server(13, 5, 3306)}}}});
    QCOMPARE(draw(model), u"TCP 172.18.100.5:80 wrr to be added\n"
                          "  192.168.10.1:80 NAT 10 to be added\n"
                          "TCP 172.18.100.6:80 wrr serving · edited\n"
                          "  192.168.10.11:80 NAT 0 drained · edited\n"
                          "  192.168.10.12:80 NAT 1 serving · to be removed\n"
                          "TCP 172.18.100.6:3306 wlc serving · to be removed\n"
                          "  192.168.10.13:3306 NAT 5 serving · to be removed"_s);
    const QModelIndex removed = model.indexOf(web, server(12).key);
    QVERIFY(removed.data(Qt::FontRole).value<QFont>().strikeOut());
    const QModelIndex edited = model.indexOf(web, server(11).key).siblingAtColumn(int(ServiceColumn::Weight));
    QVERIFY(edited.data(Qt::ToolTipRole).toString().contains(u"1 → 0"));
    QCOMPARE(edited.data(Qt::ForegroundRole).value<QBrush>().color(), stateColor(State::Drafted, QPalette()));

    model.setDraft({});
    QCOMPARE(draw(model), before);
}

void TestServiceTreeModel::showsADraftedClearing()
{
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(courseTable().read());
    const QString before = draw(model);

    model.setDraft({{ClearTable{}}});
    const QString cleared = u"TCP 172.18.100.6:80 rr serving · to be removed\n"
                            "  192.168.10.11:80 NAT 1 serving · to be removed\n"
                            "  192.168.10.12:80 NAT 1 serving · to be removed\n"
                            "TCP 172.18.100.6:3306 wlc serving · to be removed\n"
                            "  192.168.10.13:3306 NAT 5 serving · to be removed"_s;
    QCOMPARE(draw(model), cleared);
    model.setSnapshot(courseTable().read());
    QCOMPARE(draw(model), cleared);

    // What is added again stays, with those of its servers that are.
    model.setDraft({{ClearTable{}, AddService{service(web, u"rr")}, AddServer{web, server(12, 4)}}});
    QCOMPARE(draw(model), u"TCP 172.18.100.6:80 rr serving · to be added\n"
                          "  192.168.10.11:80 NAT 1 serving · to be removed\n"
                          "  192.168.10.12:80 NAT 4 serving · to be added\n"
                          "TCP 172.18.100.6:3306 wlc serving · to be removed\n"
                          "  192.168.10.13:3306 NAT 5 serving · to be removed"_s);
    model.setDraft({});
    QCOMPARE(draw(model), before);
}

void TestServiceTreeModel::marksForeignEdits()
{
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(courseTable().read());
    ForeignMarks marks;
    const QDateTime at(QDate(2026, 1, 2), QTime(14, 3, 22));
    marks.add({{EditServer{web, server(11, 3), server(11, 1)}}}, at);
    model.setForeignMarks(marks);
    const QModelIndex state = model.indexOf(web, server(11).key).siblingAtColumn(int(ServiceColumn::State));
    QCOMPARE(state.data().toString(), u"serving · changed outside"_s);
    QVERIFY(state.data(Qt::ToolTipRole).toString().contains(u"14:03:22"));
    QVERIFY(!state.data(Qt::DecorationRole).value<QIcon>().isNull());

    // Once more: it is the same object.
    marks.add({{EditServer{web, server(11, 1), server(11, 2)}}}, at.addSecs(1));
    QCOMPARE(marks.edits().size(), 1UZ);
    model.setForeignMarks(marks);
    QVERIFY(state.data(Qt::ToolTipRole).toString().contains(u"14:03:23"));

    QVERIFY(!marks.expire(at.addSecs(60)));
    QVERIFY(marks.expire(at.addSecs(1).addDuration(ForeignMarks::lifetime)));
    model.setForeignMarks(marks);
    QCOMPARE(state.data().toString(), u"serving"_s);
}

void TestServiceTreeModel::pointsOutChangedConfiguration()
{
    TableOfTest table = courseTable();
    ServiceTreeModel model;
    model.setSnapshot(table.read());
    const QModelIndex weight = model.indexOf(web, server(11).key).siblingAtColumn(int(ServiceColumn::Weight));
    QVERIFY(!weight.data(ServiceTreeModel::GlowRole).toBool());
    table.servers(web).front().config.weight = 9;
    table.servers(web).front().activeConnections = 9;
    model.setSnapshot(table.read());
    QVERIFY(weight.data(ServiceTreeModel::GlowRole).toBool());
    QVERIFY(!weight.siblingAtColumn(int(ServiceColumn::Active)).data(ServiceTreeModel::GlowRole).toBool());
    // Readings go on meanwhile and bring new figures.
    QVERIFY(QTest::qWaitFor([&] {
        ++table.servers(web).front().activeConnections;
        model.setSnapshot(table.read());
        return !weight.data(ServiceTreeModel::GlowRole).toBool();
    }));

    model.setGlowing(false);
    table.servers(web).front().config.weight = 8;
    model.setSnapshot(table.read());
    QVERIFY(!weight.data(ServiceTreeModel::GlowRole).toBool());
}

void TestServiceTreeModel::sumsFiguresOfServers()
{
    TableOfTest table = courseTable();
    table.servers(web)[0].activeConnections = 800;
    table.servers(web)[1].activeConnections = 12;
    ServiceTreeModel model;
    model.setSnapshot(table.read());
    const QModelIndex active = model.indexOf(web).siblingAtColumn(int(ServiceColumn::Active));
    QCOMPARE(active.data().toString(), u"812"_s);
    QCOMPARE(active.data(ServiceTreeModel::RawValueRole).toULongLong(), 812u);
}

namespace {

/// What a session records of readings that the test makes up.
struct Recorded {
    void read(ServiceTreeModel &model, const TableOfTest &table, int seconds)
    {
        auto snapshot = std::make_shared<Snapshot>(*table.read());
        snapshot->readAt = begin.addSecs(seconds);
        Q_EMIT watcher.snapshotTaken(snapshot);
        model.setSnapshot(snapshot);
    }
    QDateTime begin = QDateTime::currentDateTimeUtc();
    FakeDirector director;
    TableWatcher watcher{&director};
    TrafficRecorder recorder{&director, &watcher};
};

} // namespace

void TestServiceTreeModel::showsSharesBesidePromises()
{
    Recorded recorded;
    TableOfTest table;
    table.add(service(web, u"wrr"), {server(11, 10), server(12, 3)});
    table.add(service(database, u"wlc"), {server(13, 5, 3306)});
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setTraffic(&recorded.recorder);
    const auto share = [&](const QModelIndex &row) { return row.siblingAtColumn(int(ServiceColumn::Share)); };
    recorded.read(model, table, 0);
    QCOMPARE(share(model.indexOf(web)).data().toString(), u"too few"_s);
    QCOMPARE(share(model.indexOf(web, server(11).key)).data().toString(), u"– of 76.9 %"_s);

    table.servers(web)[0].traffic.counters.connections = 770;
    table.servers(web)[1].traffic.counters.connections = 230;
    table.servers(database)[0].traffic.counters.connections = 40;
    recorded.read(model, table, 50);
    QCOMPARE(share(model.indexOf(web, server(11).key)).data().toString(), u"77.0 % of 76.9 %"_s);
    QCOMPARE(share(model.indexOf(web)).data().toString(), u"as promised"_s);
    QVERIFY(share(model.indexOf(web)).data(Qt::DecorationRole).isNull());
    QCOMPARE(share(model.indexOf(database, server(13, 5, 3306).key)).data().toString(), u"100.0 %"_s);
    QCOMPARE(share(model.indexOf(database)).data().toString(), u"no promise"_s);
    const QString tooltip = share(model.indexOf(web, server(11).key)).data(Qt::ToolTipRole).toString();
    QVERIFY2(tooltip.contains(u"770 of 1000 new"_s) && tooltip.contains(u"50 s"_s), qPrintable(tooltip));

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    recorded.read(model, table, 100);
    table.servers(web)[1].traffic.counters.connections = 2230;
    recorded.read(model, table, 110);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(share(model.indexOf(web)).data().toString(), u"skewed"_s);
    QVERIFY(!share(model.indexOf(web)).data(Qt::DecorationRole).isNull());
    QVERIFY(share(model.indexOf(web)).data(Qt::ToolTipRole).toString().contains(u"The cause is not seen here"_s));
}

void TestServiceTreeModel::drawsTheLastMinutes()
{
    Recorded recorded;
    TableOfTest table = courseTable();
    ServiceTreeModel model;
    model.setTraffic(&recorded.recorder);
    const auto trend = [&] { return model.indexOf(web).siblingAtColumn(int(ServiceColumn::Trend)); };
    QVERIFY(!trend().isValid());
    for (int second = 0; second < 200; second += 2) {
        table[web].traffic.rates.connections = second == 100 ? 52 : 35;
        recorded.read(model, table, second);
    }
    const auto drawn = trend().data(ServiceTreeModel::TrendRole).value<Trend>();
    QCOMPARE(drawn.to, recorded.begin.addSecs(198).toMSecsSinceEpoch());
    QVERIFY(drawn.points.size() > 60);
    QVERIFY(drawn.points.front().at >= drawn.from());
    QVERIFY(trend().data().toString().isEmpty());
    QCOMPARE(trend().data(Qt::AccessibleTextRole).toString(), u"35/s now, at most 52/s in the last 3 min"_s);
    QCOMPARE(trend().data(ServiceTreeModel::RawValueRole).toULongLong(), 35u);
}

void TestServiceTreeModel::repliesThatGoPastAreADash()
{
    TableOfTest table;
    RealServer direct = server(12, 1);
    direct.forwarding = Forwarding::Gatewaying;
    table.add(service(web, u"rr"), {server(11, 1), direct});
    RealServer tunnelled = server(13, 5, 3306);
    tunnelled.forwarding = Forwarding::Tunnelling;
    table.add(service(database), {tunnelled});
    ServiceTreeModel model;
    model.setSnapshot(table.read());
    const auto out = [&](const QModelIndex &row) { return row.siblingAtColumn(int(ServiceColumn::OutByteRate)); };
    QCOMPARE(out(model.indexOf(web)).data().toString(), u"0 B"_s);
    QCOMPARE(out(model.indexOf(web, server(11).key)).data().toString(), u"0 B"_s);
    QCOMPARE(out(model.indexOf(web, server(12).key)).data().toString(), u"–"_s);
    QCOMPARE(out(model.indexOf(database)).data().toString(), u"–"_s);
    for (const QModelIndex &row : {model.indexOf(web), model.indexOf(database), model.indexOf(web, server(12).key)})
        QVERIFY(out(row).data(Qt::ToolTipRole).toString().contains(u"go past"_s));
    QVERIFY(!out(model.indexOf(web, server(11).key)).data(Qt::ToolTipRole).toString().contains(u"go past"_s));
    table[database].traffic.rates.outBytes = 800; // from before the forwarding was changed
    model.setSnapshot(table.read());
    QCOMPARE(out(model.indexOf(database)).data().toString(), u"800 B"_s);
}

void TestServiceTreeModel::unknownFiguresAreNotZero()
{
    TableOfTest table = courseTable();
    table.servers(web)[0].activeConnections = 800;
    ServiceTreeModel model;
    model.setSnapshot(table.read(std::vector{database}));
    const auto cell = [&](ServiceColumn column) { return model.indexOf(web).siblingAtColumn(int(column)); };
    for (const ColumnTraits &traits : serviceColumns) {
        if (!traits.needsServers)
            continue;
        QVERIFY(!cell(traits.column).data(ServiceTreeModel::RawValueRole).isValid());
        QCOMPARE(cell(traits.column).data().toString(),
                 traits.column == ServiceColumn::State ? u"reading …"_s : QString());
    }
    QCOMPARE(cell(ServiceColumn::Connections).data().toString(), u"0"_s);
    model.setSnapshot(table.read());
    QCOMPARE(cell(ServiceColumn::Active).data().toString(), u"800"_s);
    model.setSnapshot(table.read(std::vector{database})); // the last reading stays
    QCOMPARE(cell(ServiceColumn::Active).data().toString(), u"800"_s);
}

void TestServiceTreeModel::sortsByValueNotByText()
{
    TableOfTest table;
    table.add(service(web), {server(9, 900), server(10, 1000), server(100, 20)});
    ServiceTreeModel model;
    model.setSnapshot(table.read());
    const auto value = [&](int host, ServiceColumn column) {
        return model.indexOf(web, server(host).key).siblingAtColumn(int(column)).data(ServiceTreeModel::RawValueRole);
    };
    QVERIFY(value(9, ServiceColumn::Name).toString() < value(10, ServiceColumn::Name).toString());
    QVERIFY(value(10, ServiceColumn::Name).toString() < value(100, ServiceColumn::Name).toString());
    QVERIFY(value(9, ServiceColumn::Weight).toUInt() < value(10, ServiceColumn::Weight).toUInt());
    QVERIFY(value(100, ServiceColumn::Weight).toUInt() < value(9, ServiceColumn::Weight).toUInt());
}

void TestServiceTreeModel::acceptsAWeight()
{
    ServiceTreeModel model;
    model.setSnapshot(courseTable().read());
    const QModelIndex weight = model.indexOf(web, server(11).key).siblingAtColumn(int(ServiceColumn::Weight));
    QVERIFY(!weight.flags().testFlag(Qt::ItemIsEditable)); // read-only until it is unlocked
    model.setEditable(true);
    QVERIFY(weight.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.indexOf(web).siblingAtColumn(int(ServiceColumn::Weight)).flags().testFlag(Qt::ItemIsEditable));

    QSignalSpy entered(&model, &ServiceTreeModel::weightEntered);
    QVERIFY(model.setData(weight, 2147483647, Qt::EditRole));
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered.first().at(2).toUInt(), 2147483647u);
    QCOMPARE(weight.data().toString(), u"1"_s); // it changes when the draft comes back
}

void TestServiceTreeModel::randomReadings()
{
    std::mt19937 random(7);
    ServiceTreeModel model;
    QAbstractItemModelTester tester(&model);
    for (int reading = 0; reading < 200; ++reading) {
        TableOfTest table;
        QStringList expected;
        for (quint16 port = 1; port <= 12; ++port) {
            if (random() % 3 == 0)
                continue;
            const ServiceKey key = tcp(u"172.18.100.6", port);
            std::vector<RealServer> servers;
            expected << u"TCP 172.18.100.6:%1"_s.arg(port);
            for (int host = 1; host <= 8; ++host) {
                if (random() % 2 == 0)
                    continue;
                servers.insert(servers.begin(), server(host, random() % 4)); // newest first
                expected << u"192.168.10.%1:80"_s.arg(host);
            }
            table.add(service(key), servers);
        }
        model.setSnapshot(table.read());
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex parent = model.index(row, 0);
            shown << parent.data().toString();
            for (int child = 0; child < model.rowCount(parent); ++child)
                shown << model.index(child, 0, parent).data().toString();
        }
        QCOMPARE(shown, expected);
    }
}

QTEST_MAIN(TestServiceTreeModel)
#include "tst_servicetreemodel.moc"
