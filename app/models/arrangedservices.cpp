// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/arrangedservices.h"

#include "app/models/servicetreemodel.h"

#include <algorithm>
#include <numeric>
#include <ranges>

namespace lvs {

struct ArrangedServices::List {
    int row = -1;              ///< the service's row in the model below; -1 for the list of services
    std::vector<int> shown{};  ///< rows of the model below, in the order shown
    std::vector<int> places{}; ///< the inverse: -1 for a row that is not shown
    bool serviceMatches = false;
    bool isStale = true; ///< to be arranged anew

    void setShown(std::vector<int> rows)
    {
        shown = std::move(rows);
        number();
    }
    void number()
    {
        std::ranges::fill(places, -1);
        for (std::size_t place = 0; place < shown.size(); ++place)
            places[std::size_t(shown[place])] = int(place);
    }
};

namespace {

constexpr std::size_t fewChanges = 32;

/// Value of a cell, taken once for each arrangement.
struct SortValue {
    bool isKnown = false;
    double number = 0;
    QString text{};

    explicit SortValue(const QVariant &value)
        : isKnown(value.isValid())
    {
        if (value.typeId() == QMetaType::QString)
            text = value.toString();
        else
            number = value.toDouble();
    }
    int compare(const SortValue &other) const
    {
        if (number != other.number)
            return number < other.number ? -1 : 1;
        return text.compare(other.text);
    }
};

} // namespace

ArrangedServices::ArrangedServices(ServiceTreeModel *model, QObject *parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_services(std::make_unique<List>())
{
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
    List &list = listOf(sourceParent);
    for (int &row : list.shown)
        row += row >= first ? count : 0;
    list.places.insert(list.places.begin() + first, std::size_t(count), -1);
    list.isStale = true;
    m_services->isStale = true;
    if (sourceParent.isValid())
        return;
    for (int row = first; row <= last; ++row) {
        auto servers = std::make_unique<List>();
        servers->places.assign(std::size_t(m_model->rowCount(m_model->index(row, 0))), -1);
        m_lists.insert(m_lists.begin() + row, std::move(servers));
    }
    for (std::size_t row = 0; row < m_lists.size(); ++row)
        m_lists[row]->row = int(row);
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
    List &list = listOf(sourceParent);
    const int count = last - first + 1;
    for (int &row : list.shown)
        row -= row > last ? count : 0;
    list.places.erase(list.places.begin() + first, list.places.begin() + last + 1);
    list.isStale = true;
    m_services->isStale = true;
    if (sourceParent.isValid())
        return;
    m_lists.erase(m_lists.begin() + first, m_lists.begin() + last + 1);
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

void ArrangedServices::arrangeAll()
{
    m_services->isStale = true;
    for (const auto &list : m_lists)
        list->isStale = true;
    arrange();
}

template<class ValueOf> void ArrangedServices::order(std::vector<int> &rows, ValueOf valueOf) const
{
    std::vector<SortValue> values;
    values.reserve(rows.size());
    for (const int row : rows)
        values.emplace_back(valueOf(row));
    std::vector<int> order(rows.size());
    std::iota(order.begin(), order.end(), 0);
    const int sign = m_order == Qt::AscendingOrder ? 1 : -1;
    std::ranges::stable_sort(order, [&](int left, int right) {
        const SortValue &a = values[std::size_t(left)];
        const SortValue &b = values[std::size_t(right)];
        if (a.isKnown != b.isKnown)
            return a.isKnown; // what is not known is last in either order
        return a.compare(b) * sign < 0;
    });
    std::vector<int> ordered(rows.size());
    std::ranges::transform(order, ordered.begin(), [&](int place) { return rows[std::size_t(place)]; });
    rows = std::move(ordered);
}

std::vector<int> ArrangedServices::wantedServers(const List &list) const
{
    const ServiceRow &service = serviceOf(list);
    std::vector<int> rows;
    rows.reserve(service.servers.size());
    for (std::size_t row = 0; row < service.servers.size(); ++row) {
        if (m_filter.isEmpty() || m_filter.matches(service.servers[row], service))
            rows.push_back(int(row));
    }
    if (m_column == ServiceColumn::Name) { // as the model below has them
        if (m_order == Qt::DescendingOrder)
            std::ranges::reverse(rows);
        return rows;
    }
    // Within one service the promised share is as the weight is.
    const ServiceColumn column = m_column == ServiceColumn::Share ? ServiceColumn::Weight : m_column;
    order(rows, [&](int row) { return cellValue(service.servers[std::size_t(row)], service, column); });
    return rows;
}

std::vector<int> ArrangedServices::wantedServices() const
{
    std::vector<int> rows;
    for (const auto &list : m_lists) {
        if (list->serviceMatches)
            rows.push_back(list->row);
    }
    order(rows, [&](int row) { return cellValue(serviceOf(*m_lists[std::size_t(row)]), m_column); });
    return rows;
}

void ArrangedServices::addWanted(std::vector<Wanted> &changes, List &list, std::vector<int> order)
{
    if (order == list.shown)
        return;
    std::vector<bool> wanted(list.places.size());
    for (const int row : order)
        wanted[std::size_t(row)] = true;
    const auto stays = [&](int row) { return bool(wanted[std::size_t(row)]); };
    const auto wasShown = [&](int row) { return list.places[std::size_t(row)] >= 0; };
    const auto ranges = [](const std::vector<int> &rows, auto &&keeps) {
        std::size_t count = 0;
        bool inside = false;
        for (const int row : rows) {
            count += !keeps(row) && !inside;
            inside = !keeps(row);
        }
        return count;
    };
    const bool moves =
        !std::ranges::equal(list.shown | std::views::filter(stays), order | std::views::filter(wasShown));
    const std::size_t count = ranges(list.shown, stays) + ranges(order, wasShown);
    changes.push_back({&list, std::move(order), count, moves});
}

void ArrangedServices::arrange()
{
    std::vector<Wanted> changes;
    std::vector<Wanted> serverChanges;
    for (const auto &list : m_lists) {
        if (!std::exchange(list->isStale, false))
            continue;
        std::vector<int> servers = wantedServers(*list);
        list->serviceMatches = m_filter.isEmpty() || !servers.empty() || m_filter.matches(serviceOf(*list));
        addWanted(serverChanges, *list, std::move(servers));
    }
    if (std::exchange(m_services->isStale, false))
        addWanted(changes, *m_services, wantedServices());
    std::ranges::move(serverChanges, std::back_inserter(changes)); // services first: their servers come with them

    const auto count = std::ranges::fold_left(changes | std::views::transform(&Wanted::changes), 0UL, std::plus());
    if (count > fewChanges || std::ranges::any_of(changes, &Wanted::moves))
        moveRows(changes);
    else
        std::ranges::for_each(changes, [this](Wanted &change) { insertAndRemove(change); });
    Q_EMIT arranged();
}

void ArrangedServices::moveRows(std::vector<Wanted> &changes)
{
    Q_EMIT aboutToRearrange();
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList below;
    below.reserve(before.size());
    for (const QModelIndex &index : before)
        below << mapToSource(index);
    for (Wanted &change : changes)
        change.list->setShown(std::move(change.order));
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : below)
        after << mapFromSource(index);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
    Q_EMIT rearranged();
}

void ArrangedServices::insertAndRemove(Wanted &change)
{
    List &list = *change.list;
    const QModelIndex parent = indexOf(list);
    if (list.row >= 0 && !parent.isValid())
        return list.setShown(std::move(change.order));

    std::vector<bool> wanted(list.places.size());
    for (const int row : change.order)
        wanted[std::size_t(row)] = true;
    const auto goes = [&](int place) { return !wanted[std::size_t(list.shown[std::size_t(place)])]; };
    for (int last = int(list.shown.size()) - 1; last >= 0; --last) {
        if (!goes(last))
            continue;
        int first = last;
        while (first > 0 && goes(first - 1))
            --first;
        beginRemoveRows(parent, first, last);
        list.shown.erase(list.shown.begin() + first, list.shown.begin() + last + 1);
        list.number();
        endRemoveRows();
        last = first;
    }
    const auto comes = [&](std::size_t place) {
        return place < change.order.size() && list.places[std::size_t(change.order[place])] < 0;
    };
    for (std::size_t first = 0; first < change.order.size(); ++first) {
        if (!comes(first))
            continue;
        std::size_t end = first;
        while (comes(end))
            ++end;
        beginInsertRows(parent, int(first), int(end) - 1);
        list.shown.insert(list.shown.begin() + qsizetype(first), change.order.begin() + qsizetype(first),
                          change.order.begin() + qsizetype(end));
        list.number();
        endInsertRows();
        first = end;
    }
}

} // namespace lvs
