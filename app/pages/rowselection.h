// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>

namespace lvs {

/// Selects whole rows. The base class joins the ranges of a selection of rows one by one with all others, which takes
/// seconds where each of a thousand services has a range; here each range is widened by itself.
class RowSelection : public QItemSelectionModel
{
    Q_OBJECT
public:
    using QItemSelectionModel::QItemSelectionModel;

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;

    /// The first cell of the row that was selected first; invalid where nothing is selected.
    QModelIndex firstRow() const;
    /// Selects nothing but these rows, without a signal.
    void restore(const QItemSelection &rows);
};

} // namespace lvs
