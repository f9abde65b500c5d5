// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/treeview.h"

#include <QAccessible>

namespace lvs {

void TreeView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    // After what the view itself makes of these.
    const auto layOut = [this] {
        if (QAccessible::isActive())
            executeDelayedItemsLayout();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, layOut);
    connect(model, &QAbstractItemModel::rowsRemoved, this, layOut);
    connect(model, &QAbstractItemModel::rowsMoved, this, layOut);
    connect(model, &QAbstractItemModel::layoutChanged, this, layOut);
    connect(model, &QAbstractItemModel::modelReset, this, layOut);
}

} // namespace lvs
