// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/traffichistory.h"

#include <algorithm>
#include <span>

namespace lvs {

namespace {

using namespace std::chrono_literals;

/// Readings come each second, or as far apart as the director needs (TableWatcher): what is further apart than both is
/// a gap. It does not depend on earlier pauses, so that a long one does not let the next ones pass.
constexpr qint64 longestPause = 6'000; ///< ms
constexpr qint64 slownessAllowed = 6;  ///< times what the reading took
constexpr qint64 forgetEvery = 64'000; ///< ms

void add(Rates &sum, const Rates &rates)
{
    sum.connections += rates.connections;
    sum.inPackets += rates.inPackets;
    sum.outPackets += rates.outPackets;
    sum.inBytes += rates.inBytes;
    sum.outBytes += rates.outBytes;
}

void add(Counters &sum, const Counters &growth)
{
    sum.connections += growth.connections;
    sum.inPackets += growth.inPackets;
    sum.outPackets += growth.outPackets;
    sum.inBytes += growth.inBytes;
    sum.outBytes += growth.outBytes;
}

/// An entry of the map with what the map and the allocator add.
constexpr std::size_t entrySize = sizeof(std::pair<const TrafficSource, SourceHistory>) + 40;
/// What an entry grows to before its first block is packed.
std::size_t leastBytes(const TrafficSource &source)
{
    constexpr std::size_t seconds = entrySize + 800;
    constexpr std::size_t day = 3000;
    return source.isServer() ? seconds : seconds + day;
}

} // namespace

/// What `history` holds is counted anew after `work` on it.
template<class Work> void TrafficHistory::change(SourceHistory &history, Work work)
{
    m_bytes -= history.bytes();
    work();
    m_bytes += history.bytes();
}

bool TrafficHistory::isJoined(const Snapshot &snapshot, qint64 at) const
{
    const bool sameBoot = m_uptime == 0ms || snapshot.uptime == 0ms || snapshot.uptime >= m_uptime;
    return !m_interrupted && sameBoot && at > m_at && at - m_at <= m_pause;
}

void TrafficHistory::record(const Snapshot &snapshot)
{
    const qint64 at = snapshot.readAt.toMSecsSinceEpoch();
    if (m_at != 0 && at == m_at)
        return; // the same reading
    // The wait for a reading is made by what the one before it took.
    const auto slower = std::max(std::exchange(m_took, snapshot.took), snapshot.took);
    m_pause = std::max<qint64>(longestPause, slownessAllowed * slower.count());
    const TrafficReading common{.at = at, .joined = m_at == 0 || isJoined(snapshot, at)};
    if (at < m_at)
        rewind(at);
    m_previous = std::exchange(m_at, at);
    m_uptime = snapshot.uptime;
    m_interrupted = false;
    m_unrecorded = 0;
    m_full = false;
    recordServices(snapshot, common);
    recordServers(snapshot, common); // after the services have found their places
    if (m_bytes > m_limit)
        makeRoom();
    if (at - m_forgotAt > forgetEvery || m_previous > at)
        forgetOld();
}

void TrafficHistory::recordServices(const Snapshot &snapshot, const TrafficReading &common)
{
    TrafficReading machine = common;
    Rates rates;
    quint64 active = 0;
    quint64 inactive = 0;
    bool allPlaced = true;
    bool repliesKnown = true;
    auto list = snapshot.servers.begin();
    for (const ServiceState &service : snapshot.services) {
        const ServiceKey &key = service.config.key;
        TrafficReading reading = common;
        if (snapshot.hasTraffic)
            reading.traffic = service.traffic;
        while (list != snapshot.servers.end() && list->service < key)
            ++list;
        if (list != snapshot.servers.end() && list->service == key) {
            reading.active = reading.inactive = 0;
            for (const ServerState &server : list->servers) {
                *reading.active += server.activeConnections;
                *reading.inactive += server.inactiveConnections;
                reading.replies = together(reading.replies, repliesOf(server.config));
            }
            active += *reading.active;
            inactive += *reading.inactive;
        }
        add(rates, service.traffic.rates);
        recordSource(TrafficSource::of(key), reading);
        if (const auto found = m_sources.find(TrafficSource::of(key)); found != m_sources.end()) {
            machine.replies = together(machine.replies, found->second.replies());
            repliesKnown = repliesKnown && found->second.replies() != RepliesPass::Unknown;
            if (snapshot.hasTraffic)
                add(m_machine, found->second.lastGrowth());
        } else {
            allPlaced = false;
        }
    }
    if (machine.replies == RepliesPass::None && !repliesKnown)
        machine.replies = RepliesPass::Unknown; // those of the others may pass
    if (std::exchange(m_hadTotals, snapshot.totals.has_value()) != snapshot.totals.has_value())
        machine.joined = false; // the kernel's sum and ours begin at different times
    if (snapshot.totals)
        machine.traffic = snapshot.totals;
    else if (snapshot.hasTraffic && allPlaced)
        machine.traffic = Traffic{.counters = m_machine, .rates = rates};
    if (snapshot.servers.size() == snapshot.services.size()) {
        machine.active = active;
        machine.inactive = inactive;
    }
    recordSource(TrafficSource::machine(), machine);
}

void TrafficHistory::recordServers(const Snapshot &snapshot, const TrafficReading &common)
{
    qsizetype room = mostServers;
    for (const ServerList &list : snapshot.servers) {
        const auto taken = std::min(room, qsizetype(list.servers.size()));
        for (const ServerState &server : std::span(list.servers).first(std::size_t(taken)))
            recordServer(list.service, server, snapshot.hasTraffic, common);
        room -= taken;
        m_unrecorded += qsizetype(list.servers.size()) - taken;
    }
    if (m_unrecorded == 0)
        return;
    for (const auto *servers : {&m_pinned, &m_wanted}) {
        for (const TrafficSource &source : *servers) {
            const auto list =
                std::ranges::lower_bound(snapshot.servers, source.object->service, {}, &ServerList::service);
            if (list == snapshot.servers.end() || list->service != source.object->service)
                continue;
            const auto server = std::ranges::find(list->servers, *source.object->server,
                                                  [](const ServerState &state) { return state.config.key; });
            if (server != list->servers.end())
                recordServer(list->service, *server, snapshot.hasTraffic, common);
        }
    }
}

void TrafficHistory::recordServer(const ServiceKey &service, const ServerState &server, bool hasTraffic,
                                  TrafficReading reading)
{
    if (hasTraffic)
        reading.traffic = server.traffic;
    reading.active = server.activeConnections;
    reading.inactive = server.inactiveConnections;
    reading.replies = repliesOf(server.config);
    recordSource(TrafficSource::of(service, server.config.key), reading);
}

void TrafficHistory::recordSource(const TrafficSource &source, TrafficReading reading)
{
    SourceHistory *history = place(source);
    if (!history) {
        ++m_unrecorded;
        return;
    }
    if (history->lastSeen() == reading.at)
        return; // stands in the reading twice
    const bool keepDay = !source.isServer() || m_pinned.contains(source);
    // Missing in the reading before: gone and made anew, or not looked at.
    reading.joined = reading.joined && (history->lastSeen() == 0 || history->lastSeen() == m_previous);
    change(*history, [&] { history->record(reading, keepDay); });
}

SourceHistory *TrafficHistory::place(const TrafficSource &source)
{
    if (const auto found = m_sources.find(source); found != m_sources.end())
        return &found->second;
    // Half of the room is for what each source needs at least, the other for what it gathers.
    const std::size_t needed = leastBytes(source);
    const auto hasRoom = [&] { return m_needed + needed <= m_limit / 2; };
    if (m_full)
        return nullptr;
    if (!hasRoom())
        forgetAbsent([&] { return m_needed + needed <= m_limit / 16 * 7; });
    if (!hasRoom()) {
        m_full = true;
        return nullptr;
    }
    const auto phase = int(Hash()(source) & 0xff);
    m_bytes += entrySize;
    m_needed += needed;
    return &m_sources.try_emplace(source, phase).first->second;
}

TrafficHistory::Sources::iterator TrafficHistory::erase(Sources::iterator source)
{
    m_bytes -= source->second.bytes() + entrySize;
    m_needed -= leastBytes(source->first);
    return m_sources.erase(source);
}

void TrafficHistory::rewind(qint64 at)
{
    for (auto &[source, history] : m_sources)
        change(history, [&] { history.rewind(at); });
}

void TrafficHistory::forgetOld()
{
    m_forgotAt = m_at;
    for (auto source = m_sources.begin(); source != m_sources.end();) {
        const qint64 kept = source->second.keepsDay() ? MinutesTier::kept : SecondsTier::kept;
        if (source->second.lastSeen() < m_at - kept)
            source = erase(source);
        else
            ++source;
    }
}

template<class IsEnough> void TrafficHistory::forgetAbsent(IsEnough isEnough)
{
    std::vector<std::pair<qint64, TrafficSource>> absent;
    for (const auto &[source, history] : m_sources) {
        if (history.lastSeen() < m_previous && !source.isMachine())
            absent.emplace_back(history.lastSeen(), source);
    }
    std::ranges::sort(absent);
    for (const auto &[seen, source] : absent) {
        if (isEnough())
            return;
        erase(m_sources.find(source));
    }
}

void TrafficHistory::makeRoom()
{
    // Somewhat more than is needed, so that it is not needed again at once.
    const auto isEnough = [this] { return m_bytes <= m_limit / 16 * 15; };
    forgetAbsent(isEnough);
    const auto shrink = [&](auto isMeant, auto blocks, auto leave) {
        std::size_t most = 0;
        for (const auto &[source, history] : m_sources)
            most = std::max(most, isMeant(source) ? blocks(history) : 0);
        while (!isEnough() && most > 0) {
            --most;
            for (auto &[source, history] : m_sources) {
                if (isMeant(source) && blocks(history) > most)
                    change(history, [&] { leave(history, most); });
            }
        }
    };
    const auto seconds = [](const SourceHistory &history) { return history.secondsBlocks(); };
    const auto leaveSeconds = [](SourceHistory &history, std::size_t most) { history.shrinkSeconds(most); };
    const auto minutes = [](const SourceHistory &history) { return history.minutesBlocks(); };
    const auto leaveMinutes = [](SourceHistory &history, std::size_t most) { history.shrinkMinutes(most); };
    shrink([this](const TrafficSource &s) { return s.isServer() && !m_pinned.contains(s); }, seconds, leaveSeconds);
    shrink([](const TrafficSource &) { return true; }, minutes, leaveMinutes);
    shrink([](const TrafficSource &) { return true; }, seconds, leaveSeconds);
}

std::vector<TrafficSource> TrafficHistory::sources() const
{
    std::vector<TrafficSource> sources;
    sources.reserve(m_sources.size());
    for (const auto &[source, history] : m_sources)
        sources.push_back(source);
    std::ranges::sort(sources);
    return sources;
}

TrafficValues TrafficHistory::latest(const TrafficSource &source) const
{
    const auto found = m_sources.find(source);
    if (found != m_sources.end() && found->second.lastSeen() == m_at)
        return found->second.latest();
    TrafficValues none;
    none.fill(std::numeric_limits<double>::quiet_NaN());
    return none;
}

RepliesPass TrafficHistory::replies(const TrafficSource &source) const
{
    const auto found = m_sources.find(source);
    return found == m_sources.end() ? RepliesPass::Unknown : found->second.replies();
}

Curve TrafficHistory::curve(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 to,
                            qsizetype mostPoints) const
{
    const auto found = m_sources.find(source);
    if (found == m_sources.end())
        return {};
    return thinned(found->second.curve(metric, from, to), from, to, mostPoints);
}

} // namespace lvs
