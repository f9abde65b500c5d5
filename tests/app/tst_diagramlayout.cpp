// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramlayout.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxbackend.h"
#include "core/topology/recognition.h"
#include "tests/support/objects.h"

#include <QElapsedTimer>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

const std::set<ServerCondition> everyCondition{ServerCondition::Serving, ServerCondition::Drained,
                                               ServerCondition::Unreachable};

SetupFacts factsOfExample()
{
    SetupFacts facts;
    facts.hosts.emplace(u"sandbox"_s, sandboxDirector());
    for (const ExampleServer &server : exampleServers())
        facts.hosts.emplace(u"sandbox:"_s + server.name, server.machine);
    return facts;
}

SetupWish wishFor(SetupMethod method, int servers)
{
    SetupWish wish{.service = service(web), .method = method, .director = u"sandbox"_s};
    for (int i = 0; i < servers; ++i) {
        RealServer server{.key = {IpAddress::fromIPv4(0xc0a80a0bu + quint32(i)), 80},
                          .forwarding = forwardingOf(method),
                          .weight = i % 7 == 0 ? 0u : 1u};
        wish.servers.push_back({.server = server});
    }
    return wish;
}

Topology ofService(SetupMethod method, int servers, bool unfolded)
{
    return topologyOf(wishFor(method, servers), factsOfExample(), {},
                      unfolded ? everyCondition : std::set<ServerCondition>());
}

Topology ofServices(int services)
{
    IpvsTable table;
    for (int i = 0; i < services; ++i) {
        const ServiceKey key = tcp(u"172.18.100.6", quint16(80 + i));
        table.setService(service(key));
        table.setServers(key, {server(11), server(12, 0)});
    }
    return topologyOf(table, u"sandbox"_s, factsOfExample().hosts);
}

/// Cards of several heights, labels for requests, and a note at the first way past the director.
DiagramSizes sizesFor(const Topology &topology)
{
    DiagramSizes sizes;
    for (const TopologyNode &node : topology.nodes)
        sizes.cards.emplace_back(150 + 10 * int(node.kind), 60 + 14 * double(node.addresses.size()));
    bool isSaid = false;
    for (const TopologyEdge &edge : topology.edges) {
        if (edge.way != TopologyEdge::Way::Reply)
            sizes.labels.emplace_back(130, 64);
        else
            sizes.labels.push_back(std::exchange(isSaid, true) ? QSizeF() : QSizeF(300, 20));
    }
    return sizes;
}

/// A line as a rectangle that has an extent in both directions.
QRectF lineRect(const QPointF &from, const QPointF &to)
{
    return QRectF(from, to).normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
}

} // namespace

/// Where cards, lines and labels of a diagram go, by geometry.
class TestDiagramLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
    void columnsFollowThePacket();
    void linesForBothDoNotCross();
    void manyCardsAreWrapped();
    void isQuick();
    void emptyTopology();
};

void TestDiagramLayout::nothingOverlaps_data()
{
    QTest::addColumn<Topology>("topology");
    const std::vector<std::pair<const char *, SetupMethod>> methods{{"DR", SetupMethod::DirectRouting},
                                                                    {"TUN", SetupMethod::Tunnelling},
                                                                    {"NAT", SetupMethod::Nat},
                                                                    {"FullNAT", SetupMethod::FullNat}};
    for (const auto &[name, method] : methods) {
        for (const int servers : {0, 1, 2, 13, 24})
            QTest::addRow("%s, %d servers", name, servers) << ofService(method, servers, false);
        QTest::addRow("%s, 500 servers folded", name) << ofService(method, 500, false);
        QTest::addRow("%s, 500 servers unfolded", name) << ofService(method, 500, true);
    }
    for (const int services : {0, 1, 12, 13, 200})
        QTest::addRow("%d services", services) << ofServices(services);
}

void TestDiagramLayout::nothingOverlaps()
{
    QFETCH(const Topology, topology);
    const DiagramSizes sizes = sizesFor(topology);
    const DiagramPlan plan = layOut(topology, sizes);
    QCOMPARE(plan.cards.size(), topology.nodes.size());
    QCOMPARE(plan.ways.size(), topology.edges.size());

    std::vector<QRectF> boxes = plan.cards;
    for (std::size_t i = 0; i < plan.cards.size(); ++i)
        QCOMPARE(plan.cards[i].size(), sizes.cards[i]);
    for (std::size_t i = 0; i < plan.ways.size(); ++i) {
        QCOMPARE(plan.ways[i].label.isNull(), sizes.labels[i].isEmpty());
        if (!plan.ways[i].label.isNull())
            boxes.push_back(plan.ways[i].label);
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        QVERIFY(plan.area.contains(boxes[i]));
        for (std::size_t j = 0; j < i; ++j) {
            if (boxes[i].intersects(boxes[j]))
                QFAIL(qPrintable(u"boxes %1 and %2 overlap"_s.arg(j).arg(i)));
        }
    }

    for (std::size_t edge = 0; edge < plan.ways.size(); ++edge) {
        for (const auto &points : {plan.ways[edge].requests, plan.ways[edge].replies}) {
            for (std::size_t i = 1; i < points.size(); ++i) {
                QVERIFY(points[i - 1].x() == points[i].x() || points[i - 1].y() == points[i].y());
                const QRectF line = lineRect(points[i - 1], points[i]);
                QVERIFY(plan.area.contains(line));
                for (std::size_t card = 0; card < plan.cards.size(); ++card) {
                    const bool isOwn = topology.nodes[card].id == topology.edges[edge].from ||
                                       topology.nodes[card].id == topology.edges[edge].to;
                    const QRectF inside = plan.cards[card].adjusted(1, 1, -1, -1); // it begins at the edge of its own
                    if (line.intersects(isOwn ? inside : plan.cards[card]))
                        QFAIL(qPrintable(u"edge %1 runs through card %2"_s.arg(edge).arg(card)));
                }
                for (std::size_t other = 0; other < plan.ways.size(); ++other) {
                    if (other != edge && line.intersects(plan.ways[other].label))
                        QFAIL(qPrintable(u"edge %1 runs through the label of %2"_s.arg(edge).arg(other)));
                }
            }
        }
    }
}

void TestDiagramLayout::columnsFollowThePacket()
{
    const Topology topology = ofService(SetupMethod::DirectRouting, 2, false);
    const DiagramPlan plan = layOut(topology, sizesFor(topology));
    QCOMPARE(topology.nodes.size(), std::size_t(5));
    for (std::size_t i = 1; i < 4; ++i)
        QVERIFY(plan.cards[i - 1].right() < plan.cards[i].left());
    QCOMPARE(plan.cards[3].left(), plan.cards[4].left());
    QVERIFY(plan.cards[3].bottom() < plan.cards[4].top());
    for (std::size_t i = 0; i < topology.edges.size(); ++i) {
        if (topology.edges[i].way != TopologyEdge::Way::Reply)
            continue;
        // Below the director, and up to the router.
        const auto &points = plan.ways[i].replies;
        QCOMPARE(points.back(), QPointF(plan.cards[1].center().x(), plan.cards[1].bottom()));
        const double lowest = std::ranges::max(points, {}, &QPointF::y).y();
        for (const QRectF &card : plan.cards)
            QVERIFY(card.bottom() < lowest);
    }
}

void TestDiagramLayout::linesForBothDoNotCross()
{
    const Topology topology = ofService(SetupMethod::Nat, 24, false);
    const DiagramPlan plan = layOut(topology, sizesFor(topology));
    for (const DiagramWay &way : plan.ways) {
        for (std::size_t i = 1; i < way.requests.size(); ++i) {
            for (std::size_t j = 1; j < way.replies.size(); ++j)
                QVERIFY(!lineRect(way.requests[i - 1], way.requests[i])
                             .intersects(lineRect(way.replies[j - 1], way.replies[j])));
        }
    }
}

void TestDiagramLayout::manyCardsAreWrapped()
{
    const Topology topology = ofService(SetupMethod::Nat, 500, true);
    const DiagramPlan plan = layOut(topology, sizesFor(topology));
    std::set<double> columns;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        if (topology.nodes[i].server)
            columns.insert(plan.cards[i].left());
    }
    QVERIFY(columns.size() > 10 && columns.size() < 30);
    const double proportion = plan.area.width() / plan.area.height();
    QVERIFY2(proportion > 0.7 && proportion < 4, qPrintable(QString::number(proportion)));
}

void TestDiagramLayout::isQuick()
{
    const Topology servers = ofService(SetupMethod::DirectRouting, 500, true);
    const Topology services = ofServices(200);
    for (const Topology &topology : {servers, services}) {
        const DiagramSizes sizes = sizesFor(topology);
        qint64 least = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            (void)layOut(topology, sizes);
            least = std::min(least, timer.elapsed());
        }
        QVERIFY2(least < 16, qPrintable(u"%1 ms"_s.arg(least)));
    }
}

void TestDiagramLayout::emptyTopology()
{
    const DiagramPlan plan = layOut({}, {});
    QVERIFY(plan.cards.empty() && plan.ways.empty());
}

QTEST_GUILESS_MAIN(TestDiagramLayout)
#include "tst_diagramlayout.moc"
