// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"

#include "app/text/tooltiptext.h"
#include "app/theme/icons.h"

#include <QFontDatabase>
#include <QGuiApplication>

namespace lvs {

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Finding ? tr("Finding") : tr("Service / real server");
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FindingRow &row = rows()[std::size_t(index.row())];
    const bool isName = index.column() == About;
    switch (role) {
    case Qt::DisplayRole:
        return isName ? row.name : row.text.sentence;
    case Qt::DecorationRole:
        return isName ? QVariant() : stateIcon(row.text.mark, QGuiApplication::palette());
    case Qt::FontRole:
        return isName ? QVariant(QFontDatabase::systemFont(QFontDatabase::FixedFont)) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(row.details.isEmpty() ? row.text.sentence : row.text.sentence + u'\n' + row.details);
    case aboutRole:
        return row.about ? QVariant::fromValue(*row.about) : QVariant();
    default:
        return {};
    }
}

} // namespace lvs
