// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of the services tree shows, beside its place in the tree.
#include "app/models/servicetreemodel.h"
#include "app/models/trend.h"
#include "app/session/trafficrecorder.h"
#include "app/text/domaintext.h"
#include "app/text/format.h"
#include "app/text/operationtext.h"
#include "app/text/sharetext.h"
#include "app/text/traffictext.h"
#include "app/theme/icons.h"

#include <QBrush>
#include <QFont>
#include <QFontDatabase>

namespace lvs {

namespace {

QFont addressFont()
{
    return QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QFont numberFont()
{
    QFont font;
    font.setFeature("tnum", 1);
    return font;
}

} // namespace

QVariant ServiceTreeModel::shared(int role, ServiceColumn column, State state, bool exists, DraftKind draft,
                                  const QDateTime &changedOutside, ColumnMask edited, ColumnMask glow) const
{
    const bool foreign = changedOutside.isValid() && draft == DraftKind::None;
    switch (role) {
    case Qt::TextAlignmentRole:
        return int(traitsOf(column).isNumeric ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (column == ServiceColumn::Name)
            return stateIcon(exists ? state : State::Drafted, m_palette);
        if (column == ServiceColumn::State && draft != DraftKind::None)
            return stateIcon(State::Drafted, m_palette);
        if (column == ServiceColumn::State && foreign)
            return stateIcon(State::Foreign, m_palette);
        return {};
    case Qt::ForegroundRole:
        if (draft == DraftKind::Added || draft == DraftKind::Removed || (edited & bit(column)))
            return QBrush(stateColor(State::Drafted, m_palette));
        if (column == ServiceColumn::State && draft != DraftKind::None)
            return QBrush(stateColor(State::Drafted, m_palette));
        if (column == ServiceColumn::State)
            return QBrush(stateColor(foreign ? State::Foreign : state, m_palette));
        return {};
    case Qt::FontRole: {
        QFont font = column == ServiceColumn::Name ? addressFont()
                     : traitsOf(column).isNumeric  ? numberFont()
                                                   : QFont();
        font.setStrikeOut(draft == DraftKind::Removed && column != ServiceColumn::State);
        font.setBold((edited & bit(column)) != 0);
        return font;
    }
    case GlowRole:
        return (glow & bit(column)) != 0;
    default:
        return {};
    }
}

QString ServiceTreeModel::withHostName(const QString &text, const Annotation &annotation,
                                       const IpAddress &address) const
{
    const QString name = m_hostNames && annotation.name.isEmpty() ? m_hostNames->nameOf(address) : QString();
    return name.isEmpty() ? text : text + QStringLiteral("  ") + name;
}

Trend ServiceTreeModel::trend(const TrafficSource &source) const
{
    return m_traffic ? trendOf(m_traffic->history(), source, TrafficMetric::Connections) : Trend();
}

QString ServiceTreeModel::trendText(const TrafficSource &source) const
{
    return lvs::trendText(TrafficMetric::Connections, trend(source));
}

QString ServiceTreeModel::tooltip(const ServiceRow &row, ServiceColumn column) const
{
    if (row.draft == DraftKind::Edited && row.actual)
        return tr("Drafted: %1").arg(differenceText(row.actual->config, row.drafted));
    if (row.changedOutside.isValid())
        return tr("Changed outside at %1").arg(format::timeOfDay(row.changedOutside));
    QStringList lines{columnExplanation(column)};
    if (column == ServiceColumn::Share && !row.share.servers.empty())
        lines.prepend(shareExplanation(row.share));
    else if (column == ServiceColumn::Trend)
        lines.prepend(trendText(TrafficSource::of(row.key)));
    else if (isOfReplies(column))
        lines.append(repliesText(row.replies(), serviceText(row.key)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString ServiceTreeModel::tooltip(const ServerRow &row, const ServiceRow &service, ServiceColumn column) const
{
    if (row.draft.kind == DraftKind::Edited && row.actual)
        return tr("Drafted: %1").arg(differenceText(row.actual->config, row.draft.after));
    if (row.changedOutside.isValid())
        return tr("Changed outside at %1").arg(format::timeOfDay(row.changedOutside));
    QStringList lines{columnExplanation(column)};
    if (column == ServiceColumn::Share && service.share.find(row.key))
        lines.prepend(shareExplanation(service.share, row.key));
    else if (column == ServiceColumn::Trend)
        lines.prepend(trendText(TrafficSource::of(service.key, row.key)));
    else if (isOfReplies(column) && row.actual)
        lines.append(repliesText(repliesOf(row.actual->config), row.key.toString()));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QVariant ServiceTreeModel::serviceData(const ServiceRow &row, ServiceColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == ServiceColumn::Name && !row.key.isMark())
            return withHostName(cellText(row, column), row.annotation, row.key.address);
        return traitsOf(column).needsTraffic && !hasTraffic() ? QStringLiteral("–") : cellText(row, column);
    case Qt::AccessibleTextRole:
        return column == ServiceColumn::Trend ? trendText(TrafficSource::of(row.key)) : QVariant();
    case TrendRole:
        return QVariant::fromValue(trend(TrafficSource::of(row.key)));
    case RawValueRole:
        return cellValue(row, column);
    case Qt::ToolTipRole:
        return tooltip(row, column);
    case Qt::DecorationRole:
        if (column == ServiceColumn::Share && row.share.verdict == ServiceShare::Verdict::Skewed)
            return stateIcon(State::Overloaded, m_palette);
        break;
    case Qt::ForegroundRole:
        if (column == ServiceColumn::Share && row.share.verdict == ServiceShare::Verdict::Skewed)
            return QBrush(stateColor(State::Overloaded, m_palette));
        break;
    default:
        break;
    }
    const bool edited = row.draft == DraftKind::Edited && row.actual;
    const ColumnMask editedColumns = edited ? differingColumns(row.actual->config, row.drafted) : 0;
    return shared(role, column, row.state(), row.actual.has_value(), row.draft, row.changedOutside, editedColumns,
                  row.glow);
}

QVariant ServiceTreeModel::serverData(const ServerRow &row, const ServiceRow &service, ServiceColumn column,
                                      int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == ServiceColumn::Name)
            return withHostName(cellText(row, service, column), row.annotation, row.key.address);
        return traitsOf(column).needsTraffic && !hasTraffic() ? QStringLiteral("–") : cellText(row, service, column);
    case Qt::EditRole:
        return column == ServiceColumn::Weight ? QVariant(row.config().weight) : QVariant();
    case Qt::AccessibleTextRole:
        return column == ServiceColumn::Trend ? trendText(TrafficSource::of(service.key, row.key)) : QVariant();
    case TrendRole:
        return QVariant::fromValue(trend(TrafficSource::of(service.key, row.key)));
    case RawValueRole:
        return cellValue(row, service, column);
    case Qt::ToolTipRole:
        return tooltip(row, service, column);
    default: {
        const DraftKind draft = service.draft == DraftKind::Removed ? DraftKind::Removed : row.draft.kind;
        const bool edited = draft == DraftKind::Edited && row.actual;
        const ColumnMask editedColumns = edited ? differingColumns(row.actual->config, row.draft.after) : 0;
        return shared(role, column, row.state(), row.actual.has_value(), draft, row.changedOutside, editedColumns,
                      row.glow);
    }
    }
}

QVariant ServiceTreeModel::data(const QModelIndex &index, int role) const
{
    const auto column = ServiceColumn(index.column());
    if (const ServiceRow *service = serviceAt(index))
        return serviceData(*service, column, role);
    if (const ServerRow *server = serverAt(index))
        return serverData(*server, *serviceOf(index), column, role);
    return {};
}

QVariant ServiceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = ServiceColumn(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(column);
    case Qt::ToolTipRole:
        return columnExplanation(column);
    case Qt::TextAlignmentRole:
        return int(traitsOf(column).isNumeric ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace lvs
