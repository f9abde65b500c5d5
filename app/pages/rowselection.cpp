// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/rowselection.h"

#include <QSignalBlocker>

#include <algorithm>

namespace lvs {

void RowSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    QItemSelection wide;
    wide.reserve(selection.size());
    // Beside a hidden column a view names the same rows once more.
    const auto isFirst = [](const QItemSelectionRange &range) { return range.left() == 0; };
    const bool hasFirst = std::ranges::any_of(selection, isFirst);
    for (const QItemSelectionRange &range : selection) {
        if (hasFirst && !isFirst(range))
            continue;
        const QModelIndex parent = range.parent();
        wide.append(QItemSelectionRange(model()->index(range.top(), 0, parent),
                                        model()->index(range.bottom(), model()->columnCount(parent) - 1, parent)));
    }
    QItemSelectionModel::select(wide, command & ~SelectionFlags(Rows));
}

QModelIndex RowSelection::firstRow() const
{
    const QItemSelection ranges = selection();
    return ranges.isEmpty() ? QModelIndex() : model()->index(ranges.front().top(), 0, ranges.front().parent());
}

void RowSelection::restore(const QItemSelection &rows)
{
    const QSignalBlocker silent(this);
    select(rows, ClearAndSelect);
}

} // namespace lvs
