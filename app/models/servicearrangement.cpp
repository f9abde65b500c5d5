// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are to be shown in which order, found in slices; and how they come to be shown.
#include "app/models/arrangedlist.h"
#include "app/models/servicetreemodel.h"

#include <numeric>
#include <ranges>

namespace lvs {

namespace {

constexpr std::size_t fewChanges = 32;
constexpr std::size_t rowsAtOnce = 4000; // a few milliseconds

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

void ArrangedServices::arrangeAll()
{
    m_services->isStale = true;
    for (const auto &list : m_lists)
        list->isStale = true;
    m_nextList = 0; // an arrangement under way is overtaken
    m_isArranging = true;
    arrangeSome();
}

void ArrangedServices::arrange()
{
    if (m_isArranging) {
        m_again = true; // what it has passed may be stale again
        return;
    }
    m_nextList = 0;
    m_isArranging = true;
    arrangeSome();
}

void ArrangedServices::arrangeSome()
{
    std::size_t looked = 0;
    for (; m_nextList < m_lists.size() && looked < rowsAtOnce; ++m_nextList) {
        List &list = *m_lists[m_nextList];
        if (!std::exchange(list.isStale, false))
            continue;
        list.wanted = wantedServers(list);
        list.serviceMatches = m_filter.isEmpty() || !list.wanted->empty() || m_filter.matches(serviceOf(list));
        looked += list.places.size() + 1;
    }
    // What comes of it is shown at once, in a turn of its own where there is much.
    if (m_nextList < m_lists.size() || looked >= rowsAtOnce)
        m_sliceTimer.start();
    else
        showWanted();
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
    order(rows, [&](int row) { return cellValue(service.servers[std::size_t(row)], service, m_column); });
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

void ArrangedServices::showWanted()
{
    m_sliceTimer.stop();
    std::vector<Wanted> changes;
    if (std::exchange(m_services->isStale, false))
        addWanted(changes, *m_services, wantedServices());
    for (const auto &list : m_lists) { // after the services: their servers come with them
        if (auto wanted = std::exchange(list->wanted, {}))
            addWanted(changes, *list, std::move(*wanted));
    }
    const auto count = std::ranges::fold_left(changes | std::views::transform(&Wanted::changes), 0UL, std::plus());
    if (count > fewChanges || std::ranges::any_of(changes, &Wanted::moves))
        moveRows(changes);
    else
        std::ranges::for_each(changes, [this](Wanted &change) { insertAndRemove(change); });
    m_isArranging = std::exchange(m_again, false);
    if (m_isArranging) {
        m_nextList = 0;
        m_sliceTimer.start();
    }
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
