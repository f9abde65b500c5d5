// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How readings, drafts, marks and names become rows.
#include "app/models/servicetreemodel.h"
#include "app/session/healthwatch.h"
#include "app/session/trafficrecorder.h"

#include <algorithm>
#include <bit>
#include <ranges>

namespace lvs {

/// What a row is to become: pointers into the snapshot and the overlay.
struct ServiceTreeModel::WantedService {
    ServiceKey key{};
    const ServiceState *actual = nullptr;
    const DraftedService *draft = nullptr;
    QDateTime changedOutside{};
};

struct ServiceTreeModel::WantedServer {
    ServerKey key{};
    const ServerState *actual = nullptr;
    const DraftedServer *draft = nullptr;
    QDateTime changedOutside{};
    ServerHealth::Verdict health = ServerHealth::Verdict::Unknown;
};

namespace {

const ServiceKey &keyOf(const std::unique_ptr<ServiceRow> &row)
{
    return row->key;
}

const ServerKey &keyOf(const ServerRow &row)
{
    return row.key;
}

const ServerKey &keyOfState(const ServerState *state)
{
    return state->config.key;
}

/// The kernel lists the server that was added last first, so that most lists stand against the order.
void sortByKey(std::vector<const ServerState *> &states)
{
    if (std::ranges::is_sorted(states, std::ranges::greater(), keyOfState))
        std::ranges::reverse(states);
    else if (!std::ranges::is_sorted(states, {}, keyOfState))
        std::ranges::sort(states, {}, keyOfState);
}

constexpr ColumnMask everyColumn = (ColumnMask(1) << serviceColumnCount) - 1;
/// What changes with every reading. Told apart, so that an order by another column is not looked at again.
constexpr ColumnMask figureColumns = [] {
    ColumnMask mask = 0;
    for (const ColumnTraits &traits : serviceColumns)
        mask |= traits.isFigure ? bit(traits.column) : 0;
    return mask;
}();

/// Joins two lists ordered by key; `take` gets a key with what each list has for it, or nullptr.
template<class Left, class Right, class LeftKey, class RightKey, class Take>
void joinByKey(const Left &left, const Right &right, LeftKey leftKey, RightKey rightKey, Take take)
{
    auto l = left.begin();
    auto r = right.begin();
    while (l != left.end() || r != right.end()) {
        const bool useLeft = l != left.end() && (r == right.end() || leftKey(*l) <= rightKey(*r));
        const bool useRight = r != right.end() && (l == left.end() || rightKey(*r) <= leftKey(*l));
        take(useLeft ? &*l : nullptr, useRight ? &*r : nullptr);
        if (useLeft)
            ++l;
        if (useRight)
            ++r;
    }
}

} // namespace

void ServiceTreeModel::ChangedRows::add(int row, ColumnMask changed)
{
    if (changed == 0)
        return;
    first = first < 0 ? row : std::min(first, row);
    last = std::max(last, row);
    columns |= changed;
}

void ServiceTreeModel::takeServers()
{
    constexpr std::size_t serversAtOnce = 4000; // a few milliseconds
    std::size_t taken = 0;
    const auto take = [&](const ServiceKey &key, const ServerList *list) {
        const QModelIndex index = indexOf(key);
        if (!index.isValid())
            return;
        ServiceRow &service = *m_services[std::size_t(index.row())];
        m_changedServices.add(index.row(), updateServers(service, list)); // State and sums of a service stand on them
        taken += service.servers.size() + 1;
    };
    static const std::vector<ServerList> nothing;
    const std::vector<ServerList> &lists = m_snapshot ? m_snapshot->servers : nothing;
    for (; m_nextList < lists.size() && taken < serversAtOnce; ++m_nextList) {
        take(lists[m_nextList].service, &lists[m_nextList]);
        m_overlaid.erase(lists[m_nextList].service);
    }
    while (!m_overlaid.empty() && taken < serversAtOnce)
        take(m_overlaid.extract(m_overlaid.begin()).value(), nullptr);
    tell({}, std::exchange(m_changedServices, {}));
    if (m_nextList < lists.size() || !m_overlaid.empty())
        m_sliceTimer.start();
    else
        finishUpdate();
}

void ServiceTreeModel::updateOverlay(std::set<ServiceKey> services)
{
    m_changedServices = updateServices();
    m_overlaid.merge(services);
    takeServers();
}

void ServiceTreeModel::updateAnnotations()
{
    ChangedRows changed;
    for (const auto &service : m_services) {
        ChangedRows changedServers;
        if (const Annotation &given = m_annotations->of(service->key); given != service->annotation) {
            service->annotate(given);
            changed.add(service->row, everyColumn);
        }
        for (std::size_t row = 0; row < service->servers.size(); ++row) {
            ServerRow &server = service->servers[row];
            if (const Annotation &given = m_annotations->of(server.key.address); given != server.annotation) {
                server.annotate(given);
                changedServers.add(int(row), everyColumn);
            }
        }
        tell(index(service->row, 0), changedServers);
    }
    tell({}, changed);
    finishUpdate();
}

void ServiceTreeModel::finishUpdate()
{
    if (std::exchange(m_newGlow, false))
        m_glowTimer.start();
    Q_EMIT updated();
}

ServiceTreeModel::ChangedRows ServiceTreeModel::updateServices()
{
    static const std::vector<ServiceState> nothing;
    const std::vector<ServiceState> &states = m_snapshot ? m_snapshot->services : nothing;
    static const DraftedService removed{.kind = DraftKind::Removed};
    const DraftedService *otherwise = m_clears ? &removed : nullptr;
    std::vector<WantedService> wanted;
    wanted.reserve(states.size());
    joinByKey(
        states, m_overlay, [](const ServiceState &state) { return state.config.key; },
        [](const auto &entry) { return entry.first; },
        [&](const ServiceState *actual, const DraftOverlay::value_type *draft) {
            const ServiceKey key = actual ? actual->config.key : draft->first;
            // A draft for something that is gone is shown in the dock only.
            if (!actual && draft->second.kind != DraftKind::Added)
                return;
            const auto mark = m_marks.find({key, {}});
            wanted.push_back(
                {key, actual, draft ? &draft->second : otherwise, mark == m_marks.end() ? QDateTime() : mark->second});
        });
    return merge({}, m_services, wanted);
}

ColumnMask ServiceTreeModel::updateServers(ServiceRow &row, const ServerList *list)
{
    const auto overlay = m_overlay.find(row.key);
    static const std::map<ServerKey, DraftedServer> noDrafts;
    const auto &drafts = overlay == m_overlay.end() ? noDrafts : overlay->second.servers;

    // Without a new reading the last one stays; it is copied because the merge changes the rows it stands in.
    std::vector<ServerState> kept;
    std::vector<const ServerState *> states;
    if (list) {
        for (const ServerState &state : list->servers)
            states.push_back(&state);
    } else {
        for (const ServerRow &server : row.servers) {
            if (server.actual)
                kept.push_back(*server.actual);
        }
        for (const ServerState &state : kept)
            states.push_back(&state);
    }
    sortByKey(states);

    static const DraftedServer removed{.kind = DraftKind::Removed};
    const DraftedServer *otherwise = m_clears ? &removed : nullptr;
    std::vector<WantedServer> wanted;
    wanted.reserve(states.size());
    joinByKey(
        states, drafts, keyOfState, [](const auto &entry) -> const ServerKey & { return entry.first; },
        [&](const ServerState *const *actual, const std::pair<const ServerKey, DraftedServer> *draft) {
            const ServerKey &key = actual ? keyOfState(*actual) : draft->first;
            if (!actual && draft->second.kind != DraftKind::Added)
                return;
            const auto mark = m_marks.empty() ? m_marks.end() : m_marks.find({row.key, key});
            const ServerHealth *health = m_health ? m_health->find(row.key, key) : nullptr;
            wanted.push_back({key, actual ? *actual : nullptr, draft ? &draft->second : otherwise,
                              mark == m_marks.end() ? QDateTime() : mark->second,
                              health ? health->verdict() : ServerHealth::Verdict::Unknown});
        });

    const bool known = row.serversKnown || list || !row.actual;
    const bool becameKnown = std::exchange(row.serversKnown, known) != known;
    const QModelIndex parent = index(row.row, 0);
    ChangedRows changed = merge(parent, row.servers, wanted);
    if (takeShare(row)) { // also while its figures stand still
        for (const int one : {0, int(row.servers.size()) - 1})
            changed.add(one, bit(ServiceColumn::Share));
    }
    tell(parent, changed);
    return becameKnown || changed.moved ? everyColumn : changed.columns;
}

bool ServiceTreeModel::takeShare(ServiceRow &row) const
{
    if (!m_traffic)
        return false;
    ServiceShare share = m_traffic->shares().of(row.key);
    const bool isNew = share != row.share;
    row.share = std::move(share);
    return isNew && !row.servers.empty();
}

template<class Rows, class Wanted>
void ServiceTreeModel::insertAndRemove(const QModelIndex &parent, Rows &rows, const std::vector<Wanted> &wanted)
{
    constexpr bool services = std::is_same_v<Wanted, WantedService>;
    const auto isWanted = [&](const auto &row) {
        return std::ranges::binary_search(wanted, keyOf(row), {}, &Wanted::key);
    };
    for (qsizetype last = qsizetype(rows.size()) - 1; last >= 0; --last) {
        if (isWanted(rows[std::size_t(last)]))
            continue;
        qsizetype first = last;
        while (first > 0 && !isWanted(rows[std::size_t(first - 1)]))
            --first;
        beginRemoveRows(parent, int(first), int(last));
        rows.erase(rows.begin() + first, rows.begin() + last + 1);
        if constexpr (services)
            renumber();
        endRemoveRows();
        last = first;
    }

    for (std::size_t row = 0; row < wanted.size(); ++row) {
        const auto isNew = [&](std::size_t at) {
            return at < wanted.size() && (row >= rows.size() || wanted[at].key < keyOf(rows[row]));
        };
        std::size_t end = row;
        while (isNew(end))
            ++end;
        if (end == row)
            continue;
        Rows added;
        for (std::size_t at = row; at < end; ++at)
            added.push_back(makeRow(wanted[at]));
        beginInsertRows(parent, int(row), int(end) - 1);
        rows.insert(rows.begin() + qsizetype(row), std::make_move_iterator(added.begin()),
                    std::make_move_iterator(added.end()));
        if constexpr (services)
            renumber();
        endInsertRows();
        row = end - 1;
    }
}

template<class Rows, class Wanted> ServiceTreeModel::ChangedRows
ServiceTreeModel::merge(const QModelIndex &parent, Rows &rows, const std::vector<Wanted> &wanted)
{
    ChangedRows changed;
    const auto isSameKey = [](const auto &row, const Wanted &one) { return keyOf(row) == one.key; };
    if (!std::ranges::equal(rows, wanted, isSameKey)) {
        insertAndRemove(parent, rows, wanted);
        changed.moved = true;
    }
    for (std::size_t row = 0; row < wanted.size(); ++row)
        changed.add(int(row), assign(rows[row], wanted[row]));
    return changed;
}

void ServiceTreeModel::tell(const QModelIndex &parent, const ChangedRows &changed)
{
    if (changed.first >= 0)
        Q_EMIT dataChanged(index(changed.first, std::countr_zero(changed.columns), parent),
                           index(changed.last, std::bit_width(changed.columns) - 1, parent));
}

template<class Config> void ServiceTreeModel::addGlow(ColumnMask &glow, const Config &before, const Config &after)
{
    const ColumnMask changed = m_glowing ? differingColumns(before, after) : 0;
    glow |= changed;
    m_newGlow = m_newGlow || changed != 0;
}

void ServiceTreeModel::renumber()
{
    for (std::size_t row = 0; row < m_services.size(); ++row)
        m_services[row]->row = int(row);
}

std::unique_ptr<ServiceRow> ServiceTreeModel::makeRow(const WantedService &wanted) const
{
    auto row = std::make_unique<ServiceRow>();
    row->key = wanted.key;
    row->annotate(m_annotations ? m_annotations->of(wanted.key) : Annotation());
    if (wanted.actual)
        row->actual = *wanted.actual;
    if (wanted.draft) {
        row->draft = wanted.draft->kind;
        row->drafted = wanted.draft->after;
    }
    row->changedOutside = wanted.changedOutside;
    return row;
}

ServerRow ServiceTreeModel::makeRow(const WantedServer &wanted) const
{
    ServerRow row{.key = wanted.key};
    row.annotate(m_annotations ? m_annotations->of(wanted.key.address) : Annotation());
    if (wanted.actual)
        row.actual = *wanted.actual;
    if (wanted.draft)
        row.draft = *wanted.draft;
    row.changedOutside = wanted.changedOutside;
    row.health = wanted.health;
    return row;
}

template<class State> static bool isSame(const std::optional<State> &known, const State *read)
{
    return known.has_value() == (read != nullptr) && (!read || *known == *read);
}

ColumnMask ServiceTreeModel::assign(std::unique_ptr<ServiceRow> &row, const WantedService &wanted)
{
    const DraftedService none;
    const DraftedService &draft = wanted.draft ? *wanted.draft : none;
    const bool sameOverlay =
        row->draft == draft.kind && row->drafted == draft.after && row->changedOutside == wanted.changedOutside;
    if (sameOverlay && isSame(row->actual, wanted.actual))
        return 0;
    const bool both = row->actual && wanted.actual;
    const bool onlyFigures = sameOverlay && both && row->actual->config == wanted.actual->config;
    if (both)
        addGlow(row->glow, row->actual->config, wanted.actual->config);
    row->actual = wanted.actual ? std::optional(*wanted.actual) : std::nullopt;
    row->draft = draft.kind;
    row->drafted = draft.after;
    row->changedOutside = wanted.changedOutside;
    return onlyFigures ? figureColumns : everyColumn;
}

ColumnMask ServiceTreeModel::assign(ServerRow &row, const WantedServer &wanted)
{
    const DraftedServer none;
    const DraftedServer &draft = wanted.draft ? *wanted.draft : none;
    const bool sameOverlay = row.draft.kind == draft.kind && row.draft.after == draft.after &&
                             row.changedOutside == wanted.changedOutside && row.health == wanted.health;
    if (sameOverlay && isSame(row.actual, wanted.actual))
        return 0;
    const bool both = row.actual && wanted.actual;
    const bool onlyFigures = sameOverlay && both && row.actual->config == wanted.actual->config;
    if (both)
        addGlow(row.glow, row.actual->config, wanted.actual->config);
    row.actual = wanted.actual ? std::optional(*wanted.actual) : std::nullopt;
    row.draft = draft;
    row.changedOutside = wanted.changedOutside;
    row.health = wanted.health;
    return onlyFigures ? figureColumns : everyColumn;
}

void ServiceTreeModel::endGlow()
{
    for (const auto &service : m_services) {
        ColumnMask columns = service->glow;
        service->glow = 0;
        if (columns != 0)
            Q_EMIT dataChanged(index(service->row, 0), index(service->row, serviceColumnCount - 1), {GlowRole});
        columns = 0;
        for (ServerRow &server : service->servers)
            columns |= std::exchange(server.glow, 0);
        if (columns == 0)
            continue;
        const QModelIndex parent = index(service->row, 0);
        Q_EMIT dataChanged(index(0, 0, parent), index(int(service->servers.size()) - 1, serviceColumnCount - 1, parent),
                           {GlowRole});
    }
}

} // namespace lvs
