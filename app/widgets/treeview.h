// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace lvs {

/// The tree view of all pages. While assistive technology is there, what the model changes is laid out at once: a
/// layout that is still due is carried out by the first cell that is asked about itself, replaces the accessible cells,
/// and with them the one that was asked (Qt 6.8: QAccessibleTableCell::state(), QTreeView::visualRect()).
class TreeView : public QTreeView
{
    Q_OBJECT
public:
    using QTreeView::QTreeView;

    /// Once for each view.
    void setModel(QAbstractItemModel *model) override;
};

} // namespace lvs
