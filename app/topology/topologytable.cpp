// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/topologytable.h"

#include "app/models/topologymodel.h"

#include <QEvent>
#include <QHeaderView>

namespace lvs {

TopologyTable::TopologyTable(QWidget *parent)
    : TreeView(parent)
    , m_model(new TopologyModel(this))
{
    setObjectName(QStringLiteral("topologyTable"));
    setAccessibleName(tr("Topology as a table"));
    setModel(m_model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(TopologyModel::Addresses, QHeaderView::Stretch);
    for (const auto &[column, width] :
         {std::pair(TopologyModel::What, 180), std::pair(TopologyModel::State, 180),
          std::pair(TopologyModel::Forwarding, 90), std::pair(TopologyModel::Requests, 150),
          std::pair(TopologyModel::Replies, 100)})
        header()->resizeSection(column, width);
    m_model->setPalette(palette());
    const auto idOf = [this](const QModelIndex &index) { return m_model->rows()[std::size_t(index.row())].id; };
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, idOf](const QModelIndex &row) {
        if (row.isValid())
            Q_EMIT cardChosen(idOf(row));
    });
    connect(this, &QTreeView::activated, this,
            [this, idOf](const QModelIndex &row) { Q_EMIT cardActivated(idOf(row)); });
}

void TopologyTable::setContent(const DiagramContent &content)
{
    m_model->setContent(content);
}

void TopologyTable::setCurrent(const QString &id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0 && row != currentIndex().row())
        setCurrentIndex(m_model->index(row, 0));
}

void TopologyTable::changeEvent(QEvent *event)
{
    TreeView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_model->setPalette(palette());
}

} // namespace lvs
