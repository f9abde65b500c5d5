// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramlayout.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

namespace lvs {

namespace {

using Kind = TopologyNode::Kind;
using Points = std::vector<QPointF>;

constexpr double margin = 24;
constexpr double rowGap = 28;    ///< between cards upon each other; lines to farther columns run in it
constexpr double stub = 22;      ///< of a line that is to be seen beside a label
constexpr double trunkAt = 24;   ///< of the line that leads to all rows, behind the director
constexpr double returnAt = 16;  ///< of the line by which replies go down, behind a column
constexpr double dropAt = 42;    ///< of the line that comes down to a card of a farther column
constexpr double lane = 5;       ///< requests lie above the middle of a way for both, replies below it
constexpr double bottomGap = 30; ///< between all cards and the lane of replies
constexpr std::size_t outerColumns = 3;

std::size_t columnOf(Kind kind)
{
    switch (kind) {
    case Kind::Clients:
        return 0;
    case Kind::Router:
        return 1;
    case Kind::Director:
        return 2;
    default:
        return outerColumns;
    }
}

/// Cards in rows and columns, filled from top to bottom, then to the right.
struct Grid {
    std::size_t rows = 0;
    double rowHeight = 0;
    double top = 0;
    std::vector<double> lefts{};   ///< of the columns
    std::vector<double> widths{};  ///< the same
    std::vector<double> gutters{}; ///< where the gap before each column begins
    double middle(std::size_t row) const { return top + double(row) * (rowHeight + rowGap) + rowHeight / 2; }
    double bottom() const { return rows == 0 ? 0 : middle(rows - 1) + rowHeight / 2; }
};

class Layouter
{
public:
    Layouter(const Topology &topology, const DiagramSizes &sizes)
        : m_topology(topology)
        , m_sizes(sizes)
    {
        m_plan.cards.resize(topology.nodes.size());
        m_plan.ways.resize(topology.edges.size());
        for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
            m_places.insert(topology.nodes[i].id, i);
            m_columns[columnOf(topology.nodes[i].kind)].push_back(i);
        }
    }

    DiagramPlan layOut() &&
    {
        placeOuter();
        placeGrid();
        m_bottom = m_grid.bottom();
        for (const QRectF &card : m_plan.cards)
            m_bottom = std::max(m_bottom, card.bottom());
        m_bottom += bottomGap;
        m_nextNote = m_bottom + lane;
        for (std::size_t i = 0; i < m_topology.edges.size(); ++i)
            draw(i);
        for (const QRectF &card : m_plan.cards)
            m_plan.area |= card;
        for (const DiagramWay &way : m_plan.ways) {
            m_plan.area |= way.label;
            for (const Points &points : {way.requests, way.replies}) {
                for (const QPointF &point : points)
                    m_plan.area |= QRectF(point, QSizeF(1, 1));
            }
        }
        m_plan.area.adjust(-margin, -margin, margin, margin);
        return std::move(m_plan);
    }

private:
    std::size_t placeOf(const QString &id) const { return m_places.value(id, m_topology.nodes.size()); }
    double widest(const std::vector<std::size_t> &cards) const
    {
        double width = 0;
        for (const std::size_t card : cards)
            width = std::max(width, m_sizes.cards[card].width());
        return width;
    }
    /// Of the labels between two columns, which are beside each other.
    double widestLabel(std::size_t left, std::size_t right) const
    {
        double width = 0;
        for (std::size_t i = 0; i < m_topology.edges.size(); ++i) {
            const std::size_t from = placeOf(m_topology.edges[i].from);
            const std::size_t to = placeOf(m_topology.edges[i].to);
            if (from < m_topology.nodes.size() && to < m_topology.nodes.size() &&
                columnOf(m_topology.nodes[from].kind) == left && columnOf(m_topology.nodes[to].kind) == right)
                width = std::max(width, m_sizes.labels[i].width());
        }
        return width;
    }

    void placeOuter()
    {
        double x = 0;
        for (std::size_t column = 0; column < outerColumns; ++column) {
            const auto &cards = m_columns[column];
            const double width = widest(cards);
            double height = -rowGap;
            for (const std::size_t card : cards)
                height += m_sizes.cards[card].height() + rowGap;
            double y = -height / 2;
            for (const std::size_t card : cards) {
                const QSizeF size = m_sizes.cards[card];
                m_plan.cards[card] = QRectF(QPointF(x + (width - size.width()) / 2, y), size);
                y += size.height() + rowGap;
            }
            x += width;
            if (column + 1 < outerColumns)
                x += widestLabel(column, column + 1) + 2 * stub;
        }
        m_right = x;
    }

    void placeGrid()
    {
        const auto &cards = m_columns[outerColumns];
        if (cards.empty())
            return;
        // Wider than high, as screens are: cards are flat.
        const auto wanted = std::max(leastRows, int(std::ceil(std::sqrt(1.6 * double(cards.size())))));
        const std::size_t columns = (cards.size() + std::size_t(wanted) - 1) / std::size_t(wanted);
        m_grid.rows = (cards.size() + columns - 1) / columns;
        for (const std::size_t card : cards)
            m_grid.rowHeight = std::max(m_grid.rowHeight, m_sizes.cards[card].height());
        const double label = widestLabel(outerColumns - 1, outerColumns);
        for (std::size_t i = 0; i < m_topology.edges.size(); ++i) {
            if (m_topology.edges[i].way != TopologyEdge::Way::Reply && isOfGrid(placeOf(m_topology.edges[i].to)))
                m_grid.rowHeight = std::max(m_grid.rowHeight, m_sizes.labels[i].height());
        }
        m_grid.top = -(double(m_grid.rows) * (m_grid.rowHeight + rowGap) - rowGap) / 2;
        double x = m_right;
        for (std::size_t first = 0; first < cards.size(); first += m_grid.rows) {
            const std::size_t end = std::min(first + m_grid.rows, cards.size());
            const std::vector<std::size_t> column(cards.begin() + std::ptrdiff_t(first),
                                                  cards.begin() + std::ptrdiff_t(end));
            m_grid.gutters.push_back(x);
            x += (first == 0 ? trunkAt : dropAt) + lane + stub + label + stub;
            m_grid.lefts.push_back(x);
            m_grid.widths.push_back(widest(column));
            for (std::size_t row = 0; row < column.size(); ++row) {
                const QSizeF size = m_sizes.cards[column[row]];
                m_gridPlaces.insert(column[row], {row, m_grid.lefts.size() - 1});
                m_plan.cards[column[row]] = QRectF(QPointF(x, m_grid.middle(row) - size.height() / 2), size);
            }
            x += m_grid.widths.back();
        }
    }

    bool isOfGrid(std::size_t node) const { return m_gridPlaces.contains(node); }

    void draw(std::size_t edge)
    {
        const TopologyEdge &drawn = m_topology.edges[edge];
        const std::size_t from = placeOf(drawn.from);
        const std::size_t to = placeOf(drawn.to);
        if (from >= m_topology.nodes.size() || to >= m_topology.nodes.size())
            return;
        DiagramWay &way = m_plan.ways[edge];
        if (drawn.way == TopologyEdge::Way::Reply)
            return drawPast(way, from, to, m_sizes.labels[edge]);
        const bool isBoth = drawn.way == TopologyEdge::Way::Both;
        const double offset = isBoth ? lane : 0;
        way.requests = isOfGrid(to) ? throughTrunk(from, to, -offset) : straight(from, to, -offset);
        if (isBoth) {
            way.replies = isOfGrid(to) ? throughTrunk(from, to, offset) : straight(from, to, offset);
            std::ranges::reverse(way.replies);
        }
        if (!m_sizes.labels[edge].isEmpty())
            way.label = labelRect(from, to, m_sizes.labels[edge]);
    }

    Points straight(std::size_t from, std::size_t to, double offset) const
    {
        const QRectF &left = m_plan.cards[from];
        const QRectF &right = m_plan.cards[to];
        const double y = left.center().y() + offset;
        return {{left.right(), y}, {right.left(), y}};
    }

    /// `offset` downwards where the line is horizontal. Two lines of opposite offsets do not cross: the upper one is
    /// the outer one where it turns down, and the inner one where it turns up.
    Points throughTrunk(std::size_t from, std::size_t to, double offset) const
    {
        const QRectF &card = m_plan.cards[to];
        const auto [row, column] = m_gridPlaces.value(to);
        const double start = m_plan.cards[from].center().y();
        const double middle = m_grid.middle(row);
        const double along = column == 0 ? middle : middle - (m_grid.rowHeight + rowGap) / 2;
        Points points{{m_plan.cards[from].right(), start + offset}};
        if (std::abs(along - start) > 0.5) {
            const double trunk = m_grid.gutters.front() + trunkAt + (along > start ? -offset : offset);
            points.emplace_back(trunk, start + offset);
            points.emplace_back(trunk, along + offset);
        }
        if (column > 0) {
            const double drop = m_grid.gutters[column] + dropAt - offset;
            points.emplace_back(drop, along + offset);
            points.emplace_back(drop, middle + offset);
        }
        points.emplace_back(card.left(), middle + offset);
        return points;
    }

    /// Out at the right of a server, below everything, and up to the router.
    void drawPast(DiagramWay &way, std::size_t from, std::size_t to, const QSizeF &label)
    {
        const QRectF &card = m_plan.cards[from];
        const QRectF &router = m_plan.cards[to];
        const std::size_t column = m_gridPlaces.value(from).second;
        const double down =
            m_grid.lefts.empty() ? card.right() + returnAt : m_grid.lefts[column] + m_grid.widths[column] + returnAt;
        way.replies = {{card.right(), card.center().y()},
                       {down, card.center().y()},
                       {down, m_bottom},
                       {router.center().x(), m_bottom},
                       {router.center().x(), router.bottom()}};
        if (label.isEmpty())
            return;
        way.label = QRectF(QPointF(router.center().x() + stub, m_nextNote), label);
        m_nextNote += label.height() + lane;
    }

    /// Upon the last horizontal line before the card.
    QRectF labelRect(std::size_t from, std::size_t to, const QSizeF &size) const
    {
        const QRectF &card = m_plan.cards[to];
        if (!isOfGrid(to)) {
            const double middle = (m_plan.cards[from].right() + card.left()) / 2;
            return {QPointF(middle - size.width() / 2, m_plan.cards[from].center().y() - size.height() / 2), size};
        }
        const auto [row, column] = m_gridPlaces.value(to);
        const double left = m_grid.gutters[column] + (column == 0 ? trunkAt : dropAt) + lane + stub;
        return {QPointF(left, m_grid.middle(row) - size.height() / 2), size};
    }

    const Topology &m_topology;
    const DiagramSizes &m_sizes;
    DiagramPlan m_plan;
    QHash<QString, std::size_t> m_places;
    std::array<std::vector<std::size_t>, outerColumns + 1> m_columns;
    QHash<std::size_t, std::pair<std::size_t, std::size_t>> m_gridPlaces; ///< row and column of a card
    Grid m_grid;
    double m_right = 0;    ///< of the director's column
    double m_bottom = 0;   ///< the lane of replies
    double m_nextNote = 0; ///< where the next label below that goes
};

} // namespace

DiagramPlan layOut(const Topology &topology, const DiagramSizes &sizes)
{
    return Layouter(topology, sizes).layOut();
}

} // namespace lvs
