// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicefilter.h"
#include "app/widgets/treeview.h"
#include "core/director/director.h"

#include <QPersistentModelIndex>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>

class QMenu;

namespace lvs {

class ArrangedServices;
class RowSelection;
class ServiceTreeModel;
struct ServerRow;
struct ServiceRow;

/// The tree of services: filter, order, columns to choose, and the knowledge of which services' servers are needed.
class ServicesView : public TreeView
{
    Q_OBJECT
public:
    /// `model` is not owned.
    explicit ServicesView(ServiceTreeModel *model, QWidget *parent = nullptr);
    ~ServicesView() override;

    ServiceTreeModel *treeModel() const { return m_model; }
    ArrangedServices *arranged() const { return m_arranged; }
    const Interest &interest() const { return m_interest; }
    /// A service's own row, or that of one of its servers.
    using Visit = std::function<void(const ServiceRow &, const ServerRow *)>;
    /// Calls with each selected row, from top to bottom.
    void forEachSelected(const Visit &visit) const;
    /// Calls with each row that the filter lets through, from top to bottom.
    void forEachShown(const Visit &visit) const;
    /// The one of them that details and edits are about; invalid where nothing is selected.
    QModelIndex currentOfModel() const;
    void select(const QModelIndex &modelIndex);
    void editWeight(const QModelIndex &modelIndex);
    /// Takes the focus, at the current row or else at the first one.
    void focusFirst();
    /// With the first reading: opens the services if they are few enough to be seen at a glance, and goes to the first.
    void settle();
    /// Shows only what matches. While there is a filter, services are open where it lets servers through; without one
    /// those are open that were before.
    void setFilter(const ServiceFilter &filter);
    /// Whether the servers of every service are needed, for something beside what is in sight.
    void setAllServersWanted(bool wanted);
    /// Adds a choice for each column, and the way back to how they were at first.
    void addColumnsTo(QMenu *menu);

Q_SIGNALS:
    void interestChanged(const lvs::Interest &interest);
    void selectionOrCurrentChanged();
    /// Addresses of the rows in sight, from top to bottom.
    void addressesShown(const std::vector<lvs::IpAddress> &addresses);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void setUpHeader();
    /// Shares the view's width out to the columns, until the person gives one a width of its own.
    void fillWidth();
    void showColumn(int section, bool shown);
    void resetColumns();
    /// Keeps widths, order and sorting for the next start, a moment later.
    void storeHeader() { m_storeTimer.start(); }
    void storeHeaderNow();
    void collectInterest();
    void connectArrangement();
    void tellSelection();
    /// Put aside while the layout changes, because the base class would follow each selected row on its own.
    void putSelectionAside();
    void restoreSelection();
    /// Rows that come and go above what is in sight don't move it.
    void rememberTop();
    void returnToTop();
    /// Opens what the filter lets through, or after it what was open before.
    void openMatches();
    const ServiceRow &serviceAt(int place) const;
    /// Rows of the model in the order shown: of its services, or of the servers of one of these.
    std::span<const int> shownRows(int service) const;

    ServiceTreeModel *m_model;
    ArrangedServices *m_arranged;
    RowSelection *m_selection;
    std::map<int, std::vector<int>> m_selectedRows;       ///< of the model by service, while rows are arranged
    QPersistentModelIndex m_topRow;                       ///< the row at the upper edge, while rows are arranged
    int m_topOffset = 0;                                  ///< of its upper edge from the view's, in pixels
    std::pair<int, Qt::SortOrder> m_arrangedBy;           ///< column and order, when rows were last arranged
    bool m_removing = false;                              ///< rows are about to go
    QTimer m_selectionTimer;                              ///< many rows that go make one change of the selection
    std::optional<std::set<ServiceKey>> m_openUnfiltered; ///< services that are open without the filter
    QTimer m_storeTimer;                                  ///< many steps of a drag are stored once
    QThreadPool m_writer;   ///< one thread, so that the newest is stored last; waits for it in the end
    QTimer m_interestTimer; ///< many scroll steps make one change of interest
    Interest m_interest;
    bool m_allServersWanted = false;
    bool m_settled = false;
    bool m_arranging = false; ///< widths change by our doing
    bool m_ownWidths = false;
};

} // namespace lvs
