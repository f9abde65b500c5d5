// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/sharedreadings.h"

#include "helper/interface/pages.h"

#include <algorithm>

namespace lvs {

namespace {

/// Services whose servers are read at a time; of the last portion of a page not all may find room.
constexpr size_t portion = 32;
/// About what a list takes beside its rows, with the names of those who have it.
constexpr qsizetype bytesBeside = 1024;

} // namespace

/// As old as that at most, and not from before a change.
template<class T>
bool SharedReadings::Reading<T>::isFrom(const Asker &asker, std::chrono::milliseconds longestAge) const
{
    return generation == asker.generation && Clock::now() - begun <= longestAge;
}

template<class T> bool SharedReadings::Reading<T>::wasGivenTo(const Asker &asker) const
{
    return std::ranges::contains(askers, asker.busName);
}

template<class T> bool SharedReadings::Reading<T>::isNewTo(const Asker &asker) const
{
    return isFrom(asker, freshness) && askers.size() < mostAskers && !wasGivenTo(asker);
}

Result<QByteArray> SharedReadings::servicePage(Backend &backend, const Asker &asker, const ServiceKey *after)
{
    const bool isAtHand =
        after ? m_services.isFrom(asker, patience) && m_services.wasGivenTo(asker) : m_services.isNewTo(asker);
    if (!isAtHand) {
        const auto begun = Clock::now();
        auto services = backend.readServices();
        if (!services)
            return std::unexpected(services.error());
        std::ranges::sort(*services, {}, [](const ServiceState &service) { return service.config.key; });
        m_services = {.value = std::move(*services), .begun = begun, .generation = asker.generation};
    }
    if (!m_services.wasGivenTo(asker))
        m_services.askers.push_back(asker.busName);
    QByteArray page = bus::encodeServices(m_services.value, after);
    if (m_services.value.size() > mostServices)
        m_services = {};
    return page;
}

Result<SharedReadings::ServerPage> SharedReadings::serverPage(Backend &backend, const Asker &asker,
                                                              std::span<const ServiceKey> keys)
{
    bus::ServerPageWriter writer;
    size_t covered = 0;
    while (covered < keys.size() && !writer.isFull()) {
        const auto asked = keys.subspan(covered, std::min(portion, keys.size() - covered));
        if (const auto read = readRows(backend, asker, asked); !read)
            return std::unexpected(read.error());
        for (const ServiceKey &key : asked) {
            if (writer.isFull()) // long lists may fill it within a portion
                break;
            Rows &rows = m_servers[key];
            writer.add(rows.value);
            rows.askers.push_back(asker.busName);
            ++covered;
        }
    }
    return ServerPage{.covered = quint32(covered), .page = writer.page()};
}

/// Afterwards m_servers has rows for each of `keys` that are new to the asker.
Result<void> SharedReadings::readRows(Backend &backend, const Asker &asker, std::span<const ServiceKey> keys)
{
    if (m_bytes > mostBytes) {
        m_servers.clear();
        m_bytes = 0;
    }
    std::vector<ServiceKey> missing;
    for (const ServiceKey &key : keys) {
        const auto rows = m_servers.constFind(key);
        if (rows == m_servers.cend() || !rows->isNewTo(asker))
            missing.push_back(key);
    }
    if (missing.empty())
        return {};
    const auto begun = Clock::now();
    const auto lists = backend.readServers(missing);
    if (!lists)
        return std::unexpected(lists.error());
    for (size_t i = 0; i < missing.size(); ++i) {
        const Result<ServerList> &list = (*lists)[i];
        if (!list && list.error().code != ErrorCode::ServiceMissing)
            return std::unexpected(list.error());
        keep(
            missing[i],
            {.value = list ? bus::encodeServers(*list) : QByteArray(), .begun = begun, .generation = asker.generation});
    }
    return {};
}

void SharedReadings::keep(const ServiceKey &key, Rows &&rows)
{
    const qsizetype bytes = rows.value.size();
    const auto kept = m_servers.find(key);
    if (kept == m_servers.end()) {
        m_servers.emplace(key, std::move(rows));
        m_bytes += bytes + bytesBeside;
    } else {
        m_bytes += bytes - kept->value.size();
        *kept = std::move(rows);
    }
}

} // namespace lvs
