// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QTimer>
#include <QTreeView>

#include <set>

class QSortFilterProxyModel;

namespace lvs {

class ServiceTreeModel;

/// The tree of services: sorting, columns to choose, and the knowledge of which services' servers are needed.
class ServicesView : public QTreeView
{
    Q_OBJECT
public:
    /// `model` is not owned.
    explicit ServicesView(ServiceTreeModel *model, QWidget *parent = nullptr);

    ServiceTreeModel *treeModel() const { return m_model; }
    const Interest &interest() const { return m_interest; }
    /// The selected rows, services and servers, as indexes of the model.
    QModelIndexList selectedRowsOfModel() const;
    /// The one of them that details and edits are about; invalid where nothing is selected.
    QModelIndex currentOfModel() const;
    void select(const QModelIndex &modelIndex);
    void editWeight(const QModelIndex &modelIndex);
    /// With the first reading: opens the services if they are few enough to be seen at a glance, and goes to the first.
    void settle();

Q_SIGNALS:
    void interestChanged(const lvs::Interest &interest);
    void selectionOrCurrentChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void setUpHeader();
    /// Shares the view's width out to the columns, until the person gives one a width of its own.
    void fillWidth();
    void showColumn(int section, bool shown);
    void showColumnMenu(const QPoint &position);
    void storeHeader() const;
    void collectInterest();

    ServiceTreeModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTimer m_interestTimer; ///< many scroll steps make one change of interest
    Interest m_interest;
    bool m_settled = false;
    bool m_arranging = false; ///< widths change by our doing
    bool m_ownWidths = false;
};

} // namespace lvs
