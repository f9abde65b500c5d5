// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of the services tree shows, beside its place in the tree.
#include "app/models/servicetreemodel.h"
#include "app/text/format.h"
#include "app/text/operationtext.h"
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

QVariant ServiceTreeModel::serviceData(const ServiceRow &row, ServiceColumn column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == ServiceColumn::Name && !row.key.isMark())
            return withHostName(cellText(row, column), row.annotation, row.key.address);
        return traitsOf(column).needsTraffic && !hasTraffic() ? QStringLiteral("–") : cellText(row, column);
    case RawValueRole:
        return cellValue(row, column);
    case Qt::ToolTipRole:
        if (row.draft == DraftKind::Edited && row.actual)
            return tr("Drafted: %1").arg(differenceText(row.actual->config, row.drafted));
        if (row.changedOutside.isValid())
            return tr("Changed outside at %1").arg(format::timeOfDay(row.changedOutside));
        return columnExplanation(column);
    default: {
        const bool edited = row.draft == DraftKind::Edited && row.actual;
        const ColumnMask editedColumns = edited ? differingColumns(row.actual->config, row.drafted) : 0;
        return shared(role, column, row.state(), row.actual.has_value(), row.draft, row.changedOutside, editedColumns,
                      row.glow);
    }
    }
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
    case RawValueRole:
        return cellValue(row, service, column);
    case Qt::ToolTipRole:
        if (row.draft.kind == DraftKind::Edited && row.actual)
            return tr("Drafted: %1").arg(differenceText(row.actual->config, row.draft.after));
        if (row.changedOutside.isValid())
            return tr("Changed outside at %1").arg(format::timeOfDay(row.changedOutside));
        return columnExplanation(column);
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
