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
    for (const QItemSelectionRange &range : selection) {
        const QModelIndex parent = range.parent();
        wide.append(QItemSelectionRange(model()->index(range.top(), 0, parent),
                                        model()->index(range.bottom(), model()->columnCount(parent) - 1, parent)));
    }
    QItemSelectionModel::select(wide, command & ~SelectionFlags(Rows));
}

QModelIndexList RowSelection::rows() const
{
    QModelIndexList rows;
    const QItemSelection ranges = selection();
    for (const QItemSelectionRange &range : ranges) {
        const QModelIndex parent = range.parent();
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << model()->index(row, 0, parent);
    }
    return rows;
}

void RowSelection::restore(const QModelIndexList &rows)
{
    // Sorted by the place of the parent and then by their own, so that neighbours make one range.
    std::vector<std::pair<quint64, qsizetype>> places;
    places.reserve(std::size_t(rows.size()));
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const int parent = rows[at].parent().row();
        places.emplace_back(quint64(parent + 1) << 32 | quint32(rows[at].row()), at);
    }
    std::ranges::sort(places);
    QItemSelection ranges;
    for (std::size_t first = 0; first < places.size();) {
        std::size_t end = first + 1;
        while (end < places.size() && places[end].first == places[end - 1].first + 1)
            ++end;
        ranges.append(QItemSelectionRange(rows[places[first].second], rows[places[end - 1].second]));
        first = end;
    }
    const QSignalBlocker silent(this);
    select(ranges, ClearAndSelect);
}

} // namespace lvs
