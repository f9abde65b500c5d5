// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largedirector.h"

#include <algorithm>

namespace lvs::bench {

QFuture<Result<Snapshot>> LargeDirector::read(const Interest &interest)
{
    const auto pending = std::make_shared<PendingResult<Snapshot>>();
    const QFuture<Result<Snapshot>> future = pending->future();
    m_readings.emplace_back([this, pending, interest, edits = m_edits, generation = m_generation] {
        const std::scoped_lock one(m_oneReading);
        pending->finish(reading(interest, edits, generation));
    });
    return future;
}

Traffic LargeDirector::traffic()
{
    const auto figure = [this] { return m_figure(m_random); };
    return {{figure(), figure(), figure(), figure(), figure()}, {figure(), figure(), figure(), figure(), figure()}};
}

std::optional<ServerState> LargeDirector::stateOf(RealServer server, quint32 number, quint32 edits, quint32 generation)
{
    const quint32 place = number % serversEach;
    const bool isEdited = number / serversEach < edits;
    if (place == 17 && isEdited)
        return {};
    server.weight = number * 7919 % 100;
    if (place == 42 && isEdited)
        server.weight = 1000;
    if (place % 10 == 3)
        server.weight += generation;
    return ServerState{.config = server,
                       .activeConnections = m_figure(m_random),
                       .inactiveConnections = m_figure(m_random),
                       .traffic = traffic()};
}

Snapshot LargeDirector::reading(const Interest &interest, quint32 edits, quint32 generation)
{
    Snapshot snapshot;
    snapshot.readAt = QDateTime::currentDateTimeUtc();
    std::vector<ServiceKey> wanted = interest.serversOf;
    std::ranges::sort(wanted);
    for (const Operation &operation : m_table.operations) {
        if (const auto *add = std::get_if<AddService>(&operation)) {
            snapshot.services.push_back({add->after, traffic()});
            if (interest.allServers || std::ranges::binary_search(wanted, add->after.key))
                snapshot.servers.push_back({add->after.key, {}});
        }
    }
    auto list = snapshot.servers.begin();
    quint32 number = 0;
    for (const Operation &operation : m_table.operations) {
        const auto *add = std::get_if<AddServer>(&operation);
        if (!add)
            continue;
        while (list != snapshot.servers.end() && list->service < add->service)
            ++list;
        const auto state = stateOf(add->after, number++, edits, generation);
        if (state && list != snapshot.servers.end() && list->service == add->service)
            list->servers.push_back(*state);
    }
    return snapshot;
}

} // namespace lvs::bench
