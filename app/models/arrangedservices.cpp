// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/arrangedservices.h"

#include "app/models/arrangedlist.h"
#include "app/models/servicetreemodel.h"

#include <algorithm>

namespace lvs {

ArrangedServices::ArrangedServices(ServiceTreeModel *model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_services(std::make_unique<List>())
{
    using namespace std::chrono_literals;
    m_sliceTimer.setSingleShot(true);
    m_sliceTimer.setInterval(0ms);
    connect(&m_sliceTimer, &QTimer::timeout, this, &ArrangedServices::arrangeSome);
    setSourceModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ArrangedServices::takeInserted);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ArrangedServices::hide);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ArrangedServices::takeRemoved);
    connect(model, &QAbstractItemModel::dataChanged, this, &ArrangedServices::takeChanged);
    connect(model, &ServiceTreeModel::updated, this, &ArrangedServices::arrange);
    if (const int services = model->rowCount(); services > 0) {
        takeInserted({}, 0, services - 1);
        arrange();
    }
}

ArrangedServices::~ArrangedServices() = default;

void ArrangedServices::setFilter(const ServiceFilter &filter)
{
    m_filter = filter;
    arrangeAll();
}

void ArrangedServices::sort(int column, Qt::SortOrder order)
{
    m_column = ServiceColumn(column);
    m_order = order;
    arrangeAll();
}

ArrangedServices::Counts ArrangedServices::counts() const
{
    Counts counts{.services = qsizetype(m_services->shown.size()), .allServices = qsizetype(m_lists.size())};
    for (const auto &list : m_lists) {
        counts.allServers += qsizetype(list->places.size());
        counts.servers += m_services->places[std::size_t(list->row)] >= 0 ? qsizetype(list->shown.size()) : 0;
        counts.allRead = counts.allRead && serviceOf(*list).serversKnown;
    }
    return counts;
}

ArrangedServices::List &ArrangedServices::listOf(const QModelIndex &sourceParent) const
{
    return sourceParent.isValid() ? *m_lists[std::size_t(sourceParent.row())] : *m_services;
}

const ServiceRow &ArrangedServices::serviceOf(const List &list) const
{
    return *m_model->serviceAt(m_model->index(list.row, 0));
}

QModelIndex ArrangedServices::indexOf(const List &list) const
{
    const int place = list.row < 0 ? -1 : m_services->places[std::size_t(list.row)];
    return place < 0 ? QModelIndex() : createIndex(place, 0, nullptr);
}

std::span<const int> ArrangedServices::shownServices() const
{
    return m_services->shown;
}

std::span<const int> ArrangedServices::shownServers(int service) const
{
    return m_lists[std::size_t(service)]->shown;
}

QModelIndex ArrangedServices::mapToSource(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const auto *list = static_cast<const List *>(index.internalPointer());
    const auto row = std::size_t(index.row());
    if (!list)
        return m_model->index(m_services->shown[row], index.column());
    return m_model->index(list->shown[row], index.column(), m_model->index(list->row, 0));
}

QModelIndex ArrangedServices::mapFromSource(const QModelIndex &sourceIndex) const
{
    if (!sourceIndex.isValid())
        return {};
    const QModelIndex sourceParent = sourceIndex.parent();
    List &list = listOf(sourceParent);
    const int place = list.places[std::size_t(sourceIndex.row())];
    if (place < 0)
        return {};
    if (!sourceParent.isValid())
        return createIndex(place, sourceIndex.column(), nullptr);
    return indexOf(list).isValid() ? createIndex(place, sourceIndex.column(), &list) : QModelIndex();
}

QModelIndex ArrangedServices::index(int row, int column, const QModelIndex &parent) const
{
    // A view asks for every row when it lays them out, so this does without hasIndex() and its virtual calls.
    if (row < 0 || column < 0 || column >= serviceColumnCount || parent.column() > 0 || parent.internalPointer())
        return {};
    List *list = parent.isValid() ? m_lists[std::size_t(m_services->shown[std::size_t(parent.row())])].get() : nullptr;
    const List &rows = list ? *list : *m_services;
    return row < std::ssize(rows.shown) ? createIndex(row, column, list) : QModelIndex();
}

QModelIndex ArrangedServices::parent(const QModelIndex &child) const
{
    const auto *list = static_cast<const List *>(child.internalPointer());
    return list ? indexOf(*list) : QModelIndex();
}

int ArrangedServices::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_services->shown.size());
    if (parent.internalPointer() || parent.column() != 0)
        return 0;
    return int(m_lists[std::size_t(m_services->shown[std::size_t(parent.row())])]->shown.size());
}

int ArrangedServices::columnCount(const QModelIndex &) const
{
    return m_model->columnCount();
}

bool ArrangedServices::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

Qt::ItemFlags ArrangedServices::flags(const QModelIndex &index) const
{
    // Asked for every row, too; what depends on the row is only whether its weight can be edited.
    const bool isPlainServer = index.internalPointer() && index.column() != int(ServiceColumn::Weight);
    return isPlainServer ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                         : QAbstractProxyModel::flags(index);
}

QVariant ArrangedServices::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model->headerData(section, orientation, role);
}

void ArrangedServices::takeInserted(const QModelIndex &sourceParent, int first, int last)
{
    const int count = last - first + 1;
    listOf(sourceParent).insert(first, count);
    m_services->isStale = true;
    if (sourceParent.isValid())
        return;
    for (int row = first; row <= last; ++row) {
        auto servers = std::make_unique<List>();
        servers->places.assign(std::size_t(m_model->rowCount(m_model->index(row, 0))), -1);
        m_lists.insert(m_lists.begin() + row, std::move(servers));
    }
    numberLists();
    m_nextList += std::size_t(first) < m_nextList ? std::size_t(count) : 0;
}

void ArrangedServices::hide(const QModelIndex &sourceParent, int first, int last)
{
    List &list = listOf(sourceParent);
    std::vector<int> rest;
    std::ranges::copy_if(list.shown, std::back_inserter(rest), [&](int row) { return row < first || row > last; });
    std::vector<Wanted> changes;
    addWanted(changes, list, std::move(rest));
    if (!changes.empty())
        insertAndRemove(changes.front());
}

void ArrangedServices::takeRemoved(const QModelIndex &sourceParent, int first, int last)
{
    listOf(sourceParent).remove(first, last);
    m_services->isStale = true;
    if (sourceParent.isValid())
        return;
    m_lists.erase(m_lists.begin() + first, m_lists.begin() + last + 1);
    numberLists();
    const auto gone = std::size_t(last - first + 1);
    m_nextList -= std::min(gone, m_nextList - std::min(m_nextList, std::size_t(first)));
}

void ArrangedServices::numberLists()
{
    for (std::size_t row = 0; row < m_lists.size(); ++row)
        m_lists[row]->row = int(row);
}

void ArrangedServices::takeChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    List &list = listOf(first.parent());
    const auto isFigure = [](int column) { return traitsOf(ServiceColumn(column)).isFigure; };
    const bool sorts = first.column() <= int(m_column) && int(m_column) <= last.column();
    const bool filters = !m_filter.isEmpty() && !isFigure(first.column());
    if (roles.isEmpty() && (sorts || filters)) {
        list.isStale = true;
        m_services->isStale = true;
        if (!first.parent().isValid()) {
            for (int row = first.row(); filters && row <= last.row(); ++row)
                m_lists[std::size_t(row)]->isStale = true;
        }
    }
    int top = int(list.shown.size());
    int bottom = -1;
    for (int row = first.row(); row <= last.row(); ++row) {
        const int place = list.places[std::size_t(row)];
        if (place < 0)
            continue;
        top = std::min(top, place);
        bottom = std::max(bottom, place);
    }
    const QModelIndex parent = indexOf(list);
    if (bottom < 0 || (list.row >= 0 && !parent.isValid()))
        return;
    Q_EMIT dataChanged(index(top, first.column(), parent), index(bottom, last.column(), parent), roles);
}

} // namespace lvs
