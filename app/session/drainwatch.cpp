// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drainwatch.h"

#include "core/change/objectkey.h"

#include <QHash>

#include <algorithm>

namespace lvs {

namespace {

const ServerState *find(const Snapshot &snapshot, const ObjectKey &key)
{
    const auto list = std::ranges::lower_bound(snapshot.servers, key.service, {}, &ServerList::service);
    if (list == snapshot.servers.end() || list->service != key.service)
        return nullptr;
    const auto server =
        std::ranges::find(list->servers, *key.server, [](const ServerState &s) { return s.config.key; });
    return server == list->servers.end() ? nullptr : &*server;
}

bool isRead(const Snapshot &snapshot, const ServiceKey &service)
{
    const bool exists = std::ranges::binary_search(snapshot.services, service, {},
                                                   [](const ServiceState &state) { return state.config.key; });
    return !exists || std::ranges::binary_search(snapshot.servers, service, {}, &ServerList::service);
}

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
        takeDraft();
        Q_EMIT changed();
    });
}

void DrainWatch::add(const std::vector<PlacedServer> &servers, bool removeWhenEmpty)
{
    for (const auto &[service, server] : servers) {
        Drain *drain = find({service, server.key});
        if (!drain)
            drain = &m_drains.emplace_back(Drain{.service = service, .state = {.config = server}});
        drain->removeWhenEmpty = drain->removeWhenEmpty || removeWhenEmpty;
    }
    watchServers();
    Q_EMIT changed();
}

void DrainWatch::forget(const ObjectKey &server)
{
    std::erase_if(m_drains, [&](const Drain &drain) { return keyOf(drain) == server; });
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
    const auto drain = std::ranges::find(m_drains, server, keyOf);
    return drain == m_drains.end() ? nullptr : &*drain;
}

void DrainWatch::watchServers()
{
    Interest interest;
    for (const Drain &drain : m_drains)
        interest.serversOf.push_back(drain.service);
    if (m_drains.empty())
        m_session->watcher()->unwatch(this);
    else
        m_session->watcher()->watch(this, interest);
}

void DrainWatch::update(const QDateTime &now)
{
    if (m_drains.empty())
        return;
    const std::size_t before = m_drains.size();
    std::erase_if(m_drains, [this](Drain &drain) { return !takeState(drain); });
    takeDraft();
    constexpr int enoughDoubts = 2;
    std::erase_if(m_drains,
                  [](Drain &drain) { return drain.progress == Progress::Drafted && drain.doubts >= enoughDoubts; });
    draftDueRemovals(now);
    if (m_drains.size() != before)
        watchServers();
    Q_EMIT changed();
}

bool DrainWatch::takeState(Drain &drain) const
{
    const ObjectKey key = keyOf(drain);
    const auto snapshot = m_session->watcher()->latest();
    if (!snapshot || !isRead(*snapshot, key.service))
        return true;
    const ServerState *state = lvs::find(*snapshot, key);
    if (state)
        drain.state = *state;
    drain.doubts = drain.state.config.isDrained() ? 0 : drain.doubts + 1;
    return state != nullptr;
}

void DrainWatch::takeDraft()
{
    QHash<ObjectKey, const Operation *> drafted;
    for (const Drain &drain : m_drains) {
        drafted.insert(keyOf(drain), nullptr);
        drafted.insert({drain.service, {}}, nullptr);
    }
    for (const Operation &operation : m_session->draft().plan().operations) {
        const auto object = objectOf(operation);
        if (const auto known = object ? drafted.find(*object) : drafted.end(); known != drafted.end())
            *known = &operation;
    }
    for (Drain &drain : m_drains) {
        const Operation *ofService = drafted.value({drain.service, {}});
        const Operation *ofServer = drafted.value(keyOf(drain));
        const auto *edit = ofServer ? std::get_if<EditServer>(ofServer) : nullptr;
        const bool willBeDrained = edit && edit->after.isDrained();
        if (edit && !willBeDrained) { // the person wants it back, whatever time comes
            drain.removeWhenEmpty = false;
            drain.deadline = {};
        }
        if ((ofService && std::holds_alternative<RemoveService>(*ofService)) ||
            (ofServer && std::holds_alternative<RemoveServer>(*ofServer)))
            drain.progress = Progress::RemovalDrafted;
        else if (!drain.state.config.isDrained())
            drain.progress = Progress::Drafted;
        else
            drain.progress = isEmpty(drain.state) ? Progress::Empty : Progress::Draining;
        if (willBeDrained || m_session->isApplying())
            drain.doubts = 0;
    }
}

void DrainWatch::draftDueRemovals(const QDateTime &now)
{
    if (!m_session->isEditable() || m_session->isApplying())
        return;
    for (std::size_t i = 0; i < m_drains.size(); ++i) {
        Drain &drain = m_drains[i];
        const bool isDrained = drain.progress == Progress::Draining || drain.progress == Progress::Empty;
        if ((drain.removeWhenEmpty && drain.progress == Progress::Empty) ||
            (drain.deadline.isValid() && drain.deadline <= now && isDrained))
            draftRemoval(drain);
    }
}

void DrainWatch::draftRemoval(Drain &drain)
{
    const Result<void> drafted = m_session->add(ChangePlan{{RemoveServer{drain.service, drain.state.config}}});
    // Once only: a person who discards the removal does not want it again a second later.
    drain.removeWhenEmpty = false;
    drain.deadline = {};
    if (drafted)
        drain.progress = Progress::RemovalDrafted;
    Q_EMIT removalDue(drain, drafted);
}

} // namespace lvs
