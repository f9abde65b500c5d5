// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <vector>

namespace lvs {

/// Role by which a table says what a row is about: a TrafficSource, or nothing.
inline constexpr int aboutRole = Qt::UserRole + 1;

/// A short table that is worked out anew with every reading. A row is itself as long as its key() is the same, so that
/// selection and the current row go along with it, wherever it stands then.
template<class Row> class RowTable : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<Row> &rows() const { return m_rows; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

protected:
    void setRows(std::vector<Row> rows)
    {
        if (rows == m_rows)
            return;
        const auto placeOf = [](const std::vector<Row> &in, const Row &row) {
            return std::ranges::find(in, row.key(), [](const Row &other) { return other.key(); }) - in.begin();
        };
        const auto isIn = [&](const std::vector<Row> &in, const Row &row) { return placeOf(in, row) < std::ssize(in); };
        for (auto at = std::ssize(m_rows) - 1; at >= 0; --at) {
            if (isIn(rows, m_rows[std::size_t(at)]))
                continue;
            beginRemoveRows({}, int(at), int(at));
            m_rows.erase(m_rows.begin() + at);
            endRemoveRows();
        }
        std::vector<Row> added;
        std::ranges::copy_if(rows, std::back_inserter(added), [&](const Row &row) { return !isIn(m_rows, row); });
        if (!added.empty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
            m_rows.insert(m_rows.end(), added.begin(), added.end());
            endInsertRows();
        }
        Q_EMIT layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        QModelIndexList after;
        for (const QModelIndex &index : before)
            after << this->index(int(placeOf(rows, m_rows[std::size_t(index.row())])), index.column());
        m_rows = std::move(rows);
        changePersistentIndexList(before, after);
        Q_EMIT layoutChanged();
    }

private:
    std::vector<Row> m_rows;
};

} // namespace lvs
