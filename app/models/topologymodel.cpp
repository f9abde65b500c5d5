// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/topologymodel.h"

#include "app/text/domaintext.h"
#include "app/theme/icons.h"
#include "app/topology/diagramcontent.h"

#include <QBrush>
#include <QFontDatabase>
#include <QHash>

namespace lvs {

void TopologyModel::setContent(const DiagramContent &content)
{
    // The way by which requests come; clients have none, and show what they send.
    QHash<QString, std::size_t> ways;
    for (std::size_t i = 0; i < content.topology.edges.size(); ++i) {
        const TopologyEdge &edge = content.topology.edges[i];
        if (edge.way == TopologyEdge::Way::Reply)
            continue;
        ways.insert(edge.to, i);
        if (!ways.contains(edge.from))
            ways.insert(edge.from, i);
    }
    std::vector<TopologyRow> rows;
    rows.reserve(content.cards.size());
    for (const CardText &card : content.cards) {
        TopologyRow row{.id = card.id, .icon = card.icon, .what = card.title, .state = card.state};
        QStringList addresses;
        for (const CardText::Line &line : card.lines)
            addresses << (line.role.isEmpty() ? line.text : line.role + u' ' + line.text);
        row.addresses = listText(addresses);
        if (const auto way = ways.find(card.id); way != ways.end()) {
            const WayText &text = content.ways[*way];
            row.forwarding = text.forwarding;
            row.requests = text.requests;
            row.replies = text.replies;
        }
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

void TopologyModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (!rows().empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int TopologyModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(rows(), id, &TopologyRow::id);
    return found == rows().end() ? -1 : int(found - rows().begin());
}

int TopologyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TopologyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section >= Requests)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What");
    case Addresses:
        return tr("Addresses");
    case State:
        return tr("State");
    case Forwarding:
        return tr("Forwarding");
    case Requests:
        return tr("Requests");
    default:
        return tr("Replies");
    }
}

QVariant TopologyModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TopologyRow &row = rows()[std::size_t(index.row())];
    const auto plain = [role](const QString &text) { return role == Qt::DisplayRole ? QVariant(text) : QVariant(); };
    switch (index.column()) {
    case What:
        return role == Qt::DecorationRole ? QVariant(themeIcon(row.icon)) : plain(row.what);
    case Addresses:
        if (role == Qt::FontRole)
            return QFontDatabase::systemFont(QFontDatabase::FixedFont);
        return role == Qt::ToolTipRole ? QVariant(row.addresses) : plain(row.addresses);
    case State:
        if (row.state.sentence.isEmpty())
            return {};
        if (role == Qt::DecorationRole)
            return stateIcon(row.state.mark, m_palette);
        if (role == Qt::ForegroundRole)
            return QBrush(stateColor(row.state.mark, m_palette));
        return plain(row.state.sentence);
    case Forwarding:
        return plain(row.forwarding);
    default:
        if (role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return plain(index.column() == Requests ? row.requests : row.replies);
    }
}

} // namespace lvs
