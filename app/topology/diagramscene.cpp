// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramscene.h"

#include "app/topology/carditem.h"
#include "app/topology/wayitem.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace lvs {

namespace {

using namespace std::chrono_literals;

constexpr auto pace = 100ms;
constexpr int ticksPerDash = 20; ///< slow enough not to draw the eye from what one reads
/// More moving lines tire eye and processor.
constexpr std::size_t mostMoving = 48;

/// What makes an edge the same one in the next reading.
auto identityOf(const TopologyEdge &edge)
{
    return std::tuple(edge.from, edge.to, edge.way);
}

bool hasSameParts(const Topology &one, const Topology &other)
{
    return std::ranges::equal(one.nodes, other.nodes, {}, &TopologyNode::id, &TopologyNode::id) &&
           std::ranges::equal(one.edges, other.edges, {}, identityOf, identityOf);
}

/// As large as either.
std::vector<QSizeF> expanded(const std::vector<QSizeF> &sizes, const std::vector<QSizeF> &before)
{
    std::vector<QSizeF> larger = sizes;
    for (std::size_t i = 0; i < sizes.size() && i < before.size(); ++i)
        larger[i] = sizes[i].expandedTo(before[i]);
    return larger;
}

} // namespace

DiagramScene::DiagramScene(QObject *parent)
    : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex); // items seldom move, and lines reach through all of it
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, [this] {
        m_tick = (m_tick + 1) % ticksPerDash;
        refreshPhase();
    });
}

void DiagramScene::setContent(const DiagramContent &content)
{
    if (content == m_content)
        return;
    const bool isSame = hasSameParts(content.topology, m_content.topology);
    if (isSame)
        m_content = content;
    else {
        std::map<decltype(identityOf(TopologyEdge())), WayItem *> known;
        for (std::size_t i = 0; i < m_ways.size(); ++i)
            known.emplace(identityOf(m_content.topology.edges[i]), m_ways[i]);
        m_content = content;
        takeItems();
        m_ways.clear();
        for (const TopologyEdge &edge : content.topology.edges) {
            const auto found = known.find(identityOf(edge));
            auto *item = found == known.end() ? new WayItem : found->second;
            if (found == known.end()) {
                item->setLook(m_look);
                addItem(item);
            } else {
                known.erase(found);
            }
            m_ways.push_back(item);
        }
        for (const auto &[identity, gone] : known)
            delete gone;
    }
    for (std::size_t i = 0; i < m_ordered.size(); ++i)
        m_ordered[i]->setText(content.cards[i]);
    for (std::size_t i = 0; i < m_ways.size(); ++i)
        m_ways[i]->setText(content.ways[i]);

    DiagramSizes sizes = measure();
    if (isSame) {
        sizes.cards = expanded(sizes.cards, m_sizes.cards);
        sizes.labels = expanded(sizes.labels, m_sizes.labels);
    }
    if (!isSame || sizes != m_sizes) {
        m_sizes = std::move(sizes);
        arrange();
    }
    refreshPhase();
}

void DiagramScene::takeItems()
{
    QHash<QString, CardItem *> cards;
    m_ordered.clear();
    for (const CardText &card : m_content.cards) {
        CardItem *item = m_cards.take(card.id);
        if (!item) {
            item = new CardItem;
            item->setLook(m_look);
            addItem(item);
        }
        cards.insert(card.id, item);
        m_ordered.push_back(item);
    }
    qDeleteAll(m_cards);
    m_cards = cards;
    if (!m_cards.contains(m_current))
        setCurrent({});
}

DiagramSizes DiagramScene::measure() const
{
    DiagramSizes sizes;
    // Cards of one kind are equally wide.
    std::map<TopologyNode::Kind, double> widths;
    for (std::size_t i = 0; i < m_ordered.size(); ++i) {
        sizes.cards.push_back(m_ordered[i]->wantedSize());
        double &width = widths[m_content.topology.nodes[i].kind];
        width = std::max(width, sizes.cards.back().width());
    }
    for (std::size_t i = 0; i < sizes.cards.size(); ++i)
        sizes.cards[i].setWidth(widths[m_content.topology.nodes[i].kind]);
    for (const WayItem *way : m_ways)
        sizes.labels.push_back(way->wantedLabel());
    return sizes;
}

void DiagramScene::arrange()
{
    const DiagramPlan plan = layOut(m_content.topology, m_sizes);
    for (std::size_t i = 0; i < plan.cards.size(); ++i)
        m_ordered[i]->place(plan.cards[i]);
    for (std::size_t i = 0; i < plan.ways.size(); ++i)
        m_ways[i]->place(plan.ways[i]);
    setSceneRect(plan.area);
    refreshSteps();
    Q_EMIT arranged();
}

void DiagramScene::setLook(const DiagramLook &look)
{
    if (look == m_look)
        return;
    const bool isLarger = look.font != m_look.font || look.fixed != m_look.fixed;
    m_look = look;
    setBackgroundBrush(look.background());
    for (CardItem *card : std::as_const(m_cards))
        card->setLook(look);
    for (WayItem *way : m_ways)
        way->setLook(look);
    if (isLarger && !m_cards.isEmpty()) {
        m_sizes = measure();
        arrange();
    }
}

void DiagramScene::setCurrent(const QString &id)
{
    if (id == m_current || (!id.isEmpty() && !m_cards.contains(id)))
        return;
    if (CardItem *before = m_cards.value(m_current))
        before->setCurrent(false);
    m_current = id;
    if (CardItem *card = m_cards.value(id))
        card->setCurrent(true);
    Q_EMIT currentChanged(id);
}

void DiagramScene::setStep(const DiagramStep &step)
{
    if (step == m_step)
        return;
    m_step = step;
    refreshSteps();
}

void DiagramScene::refreshSteps()
{
    const StepMark mark = m_step.isFailure ? StepMark::Fails : StepMark::Here;
    for (auto card = m_cards.cbegin(); card != m_cards.cend(); ++card)
        card.value()->setMark(card.key() == m_step.card ? mark : StepMark::None);
    for (std::size_t i = 0; i < m_ways.size(); ++i) {
        const TopologyEdge &edge = m_content.topology.edges[i];
        const bool isAlong = !m_step.next.isEmpty() && edge.from == m_step.card && edge.to == m_step.next;
        const bool isBack = !m_step.next.isEmpty() && edge.to == m_step.card && edge.from == m_step.next;
        using Way = TopologyEdge::Way;
        const bool isRequest = !m_step.isReply && isAlong && edge.way != Way::Reply;
        const bool isReply = m_step.isReply && (edge.way == Way::Reply ? isAlong : edge.way == Way::Both && isBack);
        m_ways[i]->setMarks(isRequest ? mark : StepMark::None, isReply ? mark : StepMark::None);
    }
}

void DiagramScene::setAnimated(bool animated)
{
    if (animated == m_pace.isActive())
        return;
    if (animated)
        m_pace.start();
    else
        m_pace.stop();
    refreshPhase();
}

void DiagramScene::refreshPhase()
{
    const bool moves = m_pace.isActive() && m_ways.size() <= mostMoving;
    for (WayItem *way : m_ways)
        way->setPhase(moves && way->isFlowing() ? std::optional(double(m_tick) / ticksPerDash) : std::nullopt);
}

QString DiagramScene::idAt(const QPointF &position) const
{
    for (auto card = m_cards.cbegin(); card != m_cards.cend(); ++card) {
        if (card.value()->rect().contains(position))
            return card.key();
    }
    return {};
}

QString DiagramScene::neighbour(Qt::Key direction) const
{
    const CardItem *from = m_cards.value(m_current);
    if (!from)
        return m_content.cards.empty() ? QString() : m_content.cards.front().id;
    const QPointF start = from->rect().center();
    const bool isHorizontal = direction == Qt::Key_Left || direction == Qt::Key_Right;
    const double sign = direction == Qt::Key_Left || direction == Qt::Key_Up ? -1 : 1;
    QString nearest;
    double least = 0;
    for (const CardText &card : m_content.cards) {
        const QPointF way = m_cards.value(card.id)->rect().center() - start;
        const double along = sign * (isHorizontal ? way.x() : way.y());
        const double aside = std::abs(isHorizontal ? way.y() : way.x());
        if (along < 1 || (!isHorizontal && aside > from->rect().width()))
            continue;
        const double distance = along + 2 * aside;
        if (nearest.isEmpty() || distance < least) {
            nearest = card.id;
            least = distance;
        }
    }
    return nearest;
}

} // namespace lvs
