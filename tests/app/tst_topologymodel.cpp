// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/topologymodel.h"
#include "app/models/walkmodel.h"
#include "app/topology/diagramcontent.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxbackend.h"
#include "core/topology/recognition.h"
#include "tests/app/snapshots.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

SetupFacts factsOfExample()
{
    SetupFacts facts;
    facts.hosts.emplace(u"sandbox"_s, sandboxDirector());
    return facts;
}

SetupWish wishFor(const std::vector<RealServer> &servers)
{
    SetupWish wish{.service = service(web), .method = SetupMethod::Nat, .director = u"sandbox"_s};
    for (const RealServer &server : servers)
        wish.servers.push_back({.server = server});
    return wish;
}

DiagramContent contentOf(const std::vector<RealServer> &servers, const Snapshot *snapshot = nullptr,
                         const std::set<ServerKey> &unreachable = {})
{
    return describe(topologyOf(wishFor(servers), factsOfExample(), unreachable),
                    {.snapshot = snapshot, .unreachable = unreachable});
}

QStringList columnOf(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data().toString();
    return texts;
}

} // namespace

/// What stands in the diagram's table and in that of the packet's way.
class TestTopologyModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheDiagramShows();
    void figuresChangeNoRows();
    void groupsAddUp();
    void rowsStayThemselves();
    void changedIsBold();
};

void TestTopologyModel::saysWhatTheDiagramShows()
{
    TopologyModel model;
    QAbstractItemModelTester tester(&model);
    model.setContent(contentOf({server(11, 3), server(12, 0), server(13, 1)}, nullptr, {server(13).key}));
    QCOMPARE(columnOf(model, TopologyModel::What), (QStringList{u"Clients"_s, u"Router"_s, u"Sandbox"_s,
                                                                u"Real server"_s, u"Real server"_s, u"Real server"_s}));
    QCOMPARE(columnOf(model, TopologyModel::State),
             (QStringList{{}, {}, {}, u"serving, weight 3"_s, u"drained"_s, u"unreachable (by probe), weight 1"_s}));
    QCOMPARE(columnOf(model, TopologyModel::Addresses).last(), u"RIP 192.168.10.13:80"_s);
    QCOMPARE(columnOf(model, TopologyModel::Addresses)[1], u"gateway 172.18.100.1"_s);
    QVERIFY(columnOf(model, TopologyModel::Addresses)[2].contains(u"VIP 172.18.100.6 on eth0"_s));
    QVERIFY(columnOf(model, TopologyModel::Addresses)[2].contains(u"DIP 192.168.10.1 on eth1"_s));
    QCOMPARE(columnOf(model, TopologyModel::Forwarding).last(), u"NAT"_s);
    QCOMPARE(columnOf(model, TopologyModel::Requests).last(), QString()); // nothing is known
}

void TestTopologyModel::figuresChangeNoRows()
{
    TopologyModel model;
    QAbstractItemModelTester tester(&model);
    TableOfTest table = courseTable();
    const std::vector<RealServer> servers{server(11, 1), server(12, 1)};
    model.setContent(contentOf(servers, table.read().get()));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    table.servers(web)[1].traffic.rates = {.connections = 35, .inBytes = 22'000, .outBytes = 430'000};
    model.setContent(contentOf(servers, table.read().get()));
    QCOMPARE(columnOf(model, TopologyModel::Requests).last(), u"35/s · 22.0 kB/s"_s);
    QCOMPARE(columnOf(model, TopologyModel::Replies).last(), u"430 kB/s"_s);
    QVERIFY(inserted.isEmpty() && removed.isEmpty() && reset.isEmpty());
}

void TestTopologyModel::groupsAddUp()
{
    TableOfTest table;
    std::vector<RealServer> servers;
    for (int i = 0; i < 40; ++i)
        servers.push_back(server(11 + i, i < 30 ? 1 : 0));
    table.add(service(web), servers);
    for (ServerState &state : table.servers(web))
        state.traffic.rates = {.connections = 2, .inBytes = 100};
    const auto snapshot = table.read();
    TopologyModel model;
    QAbstractItemModelTester tester(&model);
    model.setContent(contentOf(servers, snapshot.get(), {servers.front().key}));
    QCOMPARE(columnOf(model, TopologyModel::State).mid(3),
             (QStringList{u"unreachable (by probe)"_s, u"serving"_s, u"drained"_s}));
    QCOMPARE(columnOf(model, TopologyModel::Requests).mid(3),
             (QStringList{u"2/s · 100 B/s"_s, u"58/s · 2.90 kB/s"_s, u"20/s · 1.00 kB/s"_s}));
}

void TestTopologyModel::rowsStayThemselves()
{
    TopologyModel model;
    QAbstractItemModelTester tester(&model);
    model.setContent(contentOf({server(11), server(12)}));
    const QPersistentModelIndex second(model.index(4, 0));
    model.setContent(contentOf({server(12), server(13)}));
    QVERIFY(second.isValid());
    QCOMPARE(model.rows()[std::size_t(second.row())].id, serverNodeId(server(12).key));
    QCOMPARE(model.rowOf(serverNodeId(server(11).key)), -1);
    model.setContent({});
    QCOMPARE(model.rowCount(), 0);
}

void TestTopologyModel::changedIsBold()
{
    WalkModel model;
    QAbstractItemModelTester tester(&model);
    const SetupWish wish = wishFor({server(11)});
    const ServerKey client{ip(u"198.51.100.7"), 40000};
    model.setSteps(walkPacket({wish, factsOfExample()}, wish.servers.front(), client), {});
    const auto rowOf = [&](WalkStep::Code code) {
        return int(std::ranges::find(model.rows(), code, &WalkRow::code) - model.rows().begin());
    };
    const auto isBold = [&](int row, int column) {
        return model.index(row, column).data(Qt::FontRole).value<QFont>().bold();
    };
    QCOMPARE(model.index(0, WalkModel::From).data().toString(), u"198.51.100.7:40000"_s);
    QVERIFY(!isBold(0, WalkModel::From)); // there is no step before
    // NAT gives it another destination; the source stays.
    const int translated = rowOf(WalkStep::Code::TakenByIpvs) + 1;
    QCOMPARE(model.index(translated, WalkModel::To).data().toString(), u"192.168.10.11:80"_s);
    QVERIFY(isBold(translated, WalkModel::To));
    QVERIFY(!isBold(translated, WalkModel::From));
    model.setSteps({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestTopologyModel)
#include "tst_topologymodel.moc"
