// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/setuplistmodel.h"

#include "app/text/format.h"
#include "app/theme/icons.h"

#include <QBrush>

namespace lvs {

void SetupListModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
    if (!rows().empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SetupListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SetupListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Service:
        return tr("Service");
    case Method:
        return tr("Method");
    case Machines:
        return tr("Machines");
    case Begun:
        return tr("Begun");
    case Progress:
        return tr("State");
    default:
        return tr("Checks");
    }
}

QVariant SetupListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SetupRow &row = rows()[std::size_t(index.row())];
    const auto marked = [&](const MarkedText &text) -> QVariant {
        switch (role) {
        case Qt::DisplayRole:
            return text.sentence;
        case Qt::DecorationRole:
            return stateIcon(text.mark, m_palette);
        case Qt::ForegroundRole:
            return QBrush(stateColor(text.mark, m_palette));
        default:
            return {};
        }
    };
    const auto plain = [role](const QString &text) { return role == Qt::DisplayRole ? QVariant(text) : QVariant(); };
    switch (index.column()) {
    case Service:
        return plain(row.service);
    case Method:
        return plain(row.method);
    case Machines:
        return role == Qt::ToolTipRole ? QVariant(row.machines) : plain(row.machines);
    case Begun:
        return plain(format::dateAndTime(row.begunAt));
    case Progress:
        return marked(row.state);
    default:
        return marked(row.checks);
    }
}

} // namespace lvs
