// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/leadingtable.h"

#include "app/models/rowtable.h"

#include <QHeaderView>

namespace lvs {

LeadingTable::LeadingTable(QAbstractItemModel *model, const QString &name, int rows, QWidget *parent)
    : TreeView(parent)
    , m_rows(rows)
{
    setModel(model);
    setAccessibleName(name);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const QVariant about = index.siblingAtColumn(0).data(aboutRole);
        if (about.isValid())
            Q_EMIT sourceActivated(about.value<TrafficSource>());
    });
}

QSize LeadingTable::minimumSizeHint() const
{
    const int row = fontMetrics().height() + 9; // as in the services table
    return {30 * fontMetrics().averageCharWidth(), header()->sizeHint().height() + m_rows * row + 2};
}

} // namespace lvs
