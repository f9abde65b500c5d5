// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicefilter.h"

#include <QAbstractProxyModel>
#include <QTimer>

#include <memory>
#include <span>

namespace lvs {

class ServiceTreeModel;
enum class ServiceColumn : quint8;

/// The services tree in the order and with the rows a person wants to see. Rows keep their places until the model below
/// has taken a whole reading; then few changes are told as inserted and removed rows, many in one change of the layout.
/// Made for 100,000 rows, with which QSortFilterProxyModel takes seconds: what is to be shown of a large table is found
/// in several turns of the event loop, and then shown at once. A newer order or filter overtakes an older one.
class ArrangedServices : public QAbstractProxyModel
{
    Q_OBJECT
public:
    struct Counts {
        qsizetype services = 0;
        qsizetype allServices = 0;
        qsizetype servers = 0;
        qsizetype allServers = 0; ///< that were read
        bool allRead = true;      ///< the servers of every service are known
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    /// `model` is not owned.
    explicit ArrangedServices(ServiceTreeModel *model, QObject *parent = nullptr);
    ~ArrangedServices() override;

    void setFilter(const ServiceFilter &filter);
    const ServiceFilter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order) override;
    ServiceColumn sortColumn() const { return m_column; }
    /// What is shown is not yet what is wanted.
    bool isArranging() const { return m_isArranging; }
    /// What the filter lets through.
    Counts counts() const;
    /// Rows of the model below in the order shown.
    std::span<const int> shownServices() const;
    /// The same of the servers of a service (its row in the model below).
    std::span<const int> shownServers(int service) const;

    QModelIndex mapToSource(const QModelIndex &index) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Also without any row.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Around a change of the layout, in which rows go to other places and some appear or disappear.
    void aboutToRearrange();
    void rearranged();
    /// What the model below had taken is shown in the order and through the filter that were set last.
    void arranged();

private:
    struct List; ///< the services, or the servers of one
    struct Wanted {
        List *list;
        std::vector<int> order; ///< rows of the model below
        size_t changes;         ///< ranges of rows that come and go
        bool moves;             ///< rows change places
    };

    void takeInserted(const QModelIndex &sourceParent, int first, int last);
    void hide(const QModelIndex &sourceParent, int first, int last);
    void takeRemoved(const QModelIndex &sourceParent, int first, int last);
    void takeChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void numberLists();
    void arrangeAll();
    void arrange();
    void arrangeSome();
    void showWanted();
    std::vector<int> wantedServers(const List &list) const;
    std::vector<int> wantedServices() const;
    /// Nothing if the list is as it should be.
    static void addWanted(std::vector<Wanted> &changes, List &list, std::vector<int> order);
    void moveRows(std::vector<Wanted> &changes);
    void insertAndRemove(Wanted &change);
    template<class ValueOf> void order(std::vector<int> &rows, ValueOf valueOf) const;

    List &listOf(const QModelIndex &sourceParent) const;
    QModelIndex indexOf(const List &list) const;
    const ServiceRow &serviceOf(const List &list) const;

    ServiceTreeModel *m_model;
    ServiceFilter m_filter;
    ServiceColumn m_column{};
    Qt::SortOrder m_order = Qt::AscendingOrder;
    std::unique_ptr<List> m_services;
    std::vector<std::unique_ptr<List>> m_lists; ///< of servers, by the service's row in the model below
    std::size_t m_nextList = 0;                 ///< to be looked at next by the arrangement under way
    QTimer m_sliceTimer;
    bool m_isArranging = false;
    bool m_again = false; ///< the model below took something meanwhile
};

} // namespace lvs
