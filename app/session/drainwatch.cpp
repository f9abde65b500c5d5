// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drainwatch.h"

#include "core/change/objectkey.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace lvs {

namespace {

/// Finds servers in a reading. Those of one service mostly come one after the other, so its list is looked for once.
class Finder
{
public:
    explicit Finder(const Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    /// The reading says whether the servers of this service exist.
    bool knows(const ServiceKey &service)
    {
        goTo(service);
        return m_list || !m_exists;
    }
    /// `place`, in the list of its service, is where it was at the last reading, and where it is now.
    const ServerState *find(const ObjectKey &key, std::size_t &place)
    {
        goTo(key.service);
        if (!m_list)
            return nullptr;
        const std::vector<ServerState> &servers = m_list->servers;
        const auto isAt = [&](std::size_t at) { return at < servers.size() && servers[at].config.key == *key.server; };
        if (!isAt(place)) // the list of the kernel may run the other way
            place = isAt(m_found + 1) ? m_found + 1 : m_found - 1;
        if (!isAt(place)) {
            if (m_index.isEmpty()) {
                m_index.reserve(qsizetype(servers.size()));
                for (std::size_t i = 0; i < servers.size(); ++i)
                    m_index.insert(servers[i].config.key, i);
            }
            place = m_index.value(*key.server, servers.size());
        }
        m_found = place;
        return place < servers.size() ? &servers[place] : nullptr;
    }

private:
    void goTo(const ServiceKey &service)
    {
        if (m_service == service)
            return;
        m_service = service;
        m_index.clear();
        m_found = 0;
        const auto list = std::ranges::lower_bound(m_snapshot.servers, service, {}, &ServerList::service);
        m_list = list != m_snapshot.servers.end() && list->service == service ? &*list : nullptr;
        m_exists = std::ranges::binary_search(m_snapshot.services, service, {},
                                              [](const ServiceState &state) { return state.config.key; });
    }

    const Snapshot &m_snapshot;
    std::optional<ServiceKey> m_service;
    const ServerList *m_list = nullptr; ///< of m_service; nullptr: not read
    bool m_exists = false;
    std::size_t m_found = 0;               ///< the last place in m_list
    QHash<ServerKey, std::size_t> m_index; ///< places in m_list, once one has to be looked for
};

bool isEmpty(const ServerState &state)
{
    return state.activeConnections == 0 && state.inactiveConnections == 0 && state.persistentConnections == 0;
}

} // namespace

DrainWatch::DrainWatch(DirectorSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(session->watcher(), &TableWatcher::snapshotTaken, this,
            [this] { update(QDateTime::currentDateTimeUtc()); });
    connect(session, &DirectorSession::draftChanged, this, [this] {
        if (m_drains.empty())
            return;
        takeDraft();
        refreshProgress();
        Q_EMIT changed();
    });
}

void DrainWatch::add(const std::vector<PlacedServer> &servers, bool removeWhenEmpty)
{
    const std::size_t most = m_drains.size() + servers.size();
    m_places.reserve(qsizetype(most));
    m_drains.reserve(most);
    for (const auto &[service, server] : servers) {
        std::size_t &place = m_places[{service, server.key}];
        if (std::size_t(m_places.size()) > m_drains.size()) { // it was not among them
            place = m_drains.size();
            m_drains.push_back({.service = service, .state = {.config = server}});
        }
        m_drains[place].removeWhenEmpty = m_drains[place].removeWhenEmpty || removeWhenEmpty;
    }
    takeDraft();
    watchServers();
    Q_EMIT changed();
}

void DrainWatch::forget(const ObjectKey &server)
{
    if (drop([&](const Drain &drain) { return keyOf(drain) == server; }))
        watchServers();
    Q_EMIT changed();
}

void DrainWatch::setRemoveWhenEmpty(const ObjectKey &server, bool remove)
{
    if (Drain *drain = find(server))
        drain->removeWhenEmpty = remove;
    update(QDateTime::currentDateTimeUtc());
}

void DrainWatch::setDeadline(const ObjectKey &server, const QDateTime &deadline)
{
    if (Drain *drain = find(server))
        drain->deadline = deadline;
    update(QDateTime::currentDateTimeUtc());
}

DrainWatch::Drain *DrainWatch::find(const ObjectKey &server)
{
    const auto place = m_places.constFind(server);
    return place == m_places.cend() ? nullptr : &m_drains[*place];
}

template<class IsGone> bool DrainWatch::drop(IsGone isGone)
{
    if (std::erase_if(m_drains, isGone) == 0)
        return false;
    m_places.clear();
    m_places.reserve(qsizetype(m_drains.size()));
    for (std::size_t place = 0; place < m_drains.size(); ++place)
        m_places.insert(keyOf(m_drains[place]), place);
    return true;
}

void DrainWatch::watchServers()
{
    Interest interest;
    interest.serversOf.reserve(m_drains.size());
    for (const Drain &drain : m_drains) {
        if (interest.serversOf.empty() || interest.serversOf.back() != drain.service)
            interest.serversOf.push_back(drain.service);
    }
    std::ranges::sort(interest.serversOf);
    const auto repeated = std::ranges::unique(interest.serversOf);
    interest.serversOf.erase(repeated.begin(), repeated.end());
    if (m_drains.empty())
        m_session->watcher()->unwatch(this);
    else
        m_session->watcher()->watch(this, interest);
}

void DrainWatch::update(const QDateTime &now)
{
    if (m_drains.empty())
        return;
    bool anyGone = takeStates();
    refreshProgress();
    constexpr int enoughDoubts = 2;
    anyGone |=
        drop([](const Drain &drain) { return drain.progress == Progress::Drafted && drain.doubts >= enoughDoubts; });
    draftDueRemovals(now);
    if (anyGone)
        watchServers();
    Q_EMIT changed();
}

bool DrainWatch::takeStates()
{
    const auto snapshot = m_session->watcher()->latest();
    if (!snapshot)
        return false;
    Finder finder(*snapshot);
    return drop([&](Drain &drain) {
        if (!finder.knows(drain.service))
            return false;
        const ServerState *state = finder.find(keyOf(drain), drain.place);
        if (state)
            drain.state = *state;
        drain.doubts = drain.state.config.isDrained() ? 0 : drain.doubts + 1;
        return state == nullptr;
    });
}

void DrainWatch::takeDraft()
{
    for (Drain &drain : m_drains)
        drain.drafted = Drafted::Nothing;
    QSet<ServiceKey> removedServices;
    std::size_t next = 0; // a plan and what came of it are mostly in the same order
    const auto drainOf = [&](const ServiceKey &service, const ServerKey &server) {
        const bool isNext =
            next < m_drains.size() && m_drains[next].state.config.key == server && m_drains[next].service == service;
        Drain *drain = isNext ? &m_drains[next] : find({service, server});
        next = drain ? std::size_t(drain - m_drains.data()) + 1 : next;
        return drain;
    };
    for (const Operation &operation : m_session->draft().plan().operations) {
        if (const auto *service = std::get_if<RemoveService>(&operation)) {
            removedServices.insert(service->before.key);
        } else if (const auto *edit = std::get_if<EditServer>(&operation)) {
            if (Drain *drain = drainOf(edit->service, edit->after.key))
                drain->drafted = edit->after.isDrained() ? Drafted::Drain : Drafted::Weight;
        } else if (const auto *server = std::get_if<RemoveServer>(&operation)) {
            if (Drain *drain = drainOf(server->service, server->before.key))
                drain->drafted = Drafted::Removal;
        } else if (std::holds_alternative<ClearTable>(operation)) {
            for (Drain &drain : m_drains)
                drain.drafted = Drafted::Removal;
        }
    }
    for (Drain &drain : m_drains) {
        if (!removedServices.isEmpty() && removedServices.contains(drain.service))
            drain.drafted = Drafted::Removal;
    }
}

void DrainWatch::refreshProgress()
{
    for (Drain &drain : m_drains) {
        if (drain.drafted == Drafted::Weight) { // the person wants it back, whatever time comes
            drain.removeWhenEmpty = false;
            drain.deadline = {};
        }
        if (drain.drafted == Drafted::Removal)
            drain.progress = Progress::RemovalDrafted;
        else if (!drain.state.config.isDrained())
            drain.progress = Progress::Drafted;
        else
            drain.progress = isEmpty(drain.state) ? Progress::Empty : Progress::Draining;
        if (drain.drafted == Drafted::Drain || m_session->isApplying())
            drain.doubts = 0;
    }
}

void DrainWatch::draftDueRemovals(const QDateTime &now)
{
    if (!m_session->isEditable() || m_session->isApplying())
        return;
    ChangePlan removals;
    for (Drain &drain : m_drains) {
        const bool isDrained = drain.progress == Progress::Draining || drain.progress == Progress::Empty;
        if (!(drain.removeWhenEmpty && drain.progress == Progress::Empty) &&
            !(drain.deadline.isValid() && drain.deadline <= now && isDrained))
            continue;
        removals.operations.emplace_back(RemoveServer{drain.service, drain.state.config});
        // Once only: a person who discards the removal does not want it again a second later.
        drain.removeWhenEmpty = false;
        drain.deadline = {};
    }
    if (!removals.isEmpty())
        m_session->addMany(std::move(removals)).then(this, [this](const Result<void> &drafted) {
            Q_EMIT removalsDue(drafted);
        });
}

} // namespace lvs
