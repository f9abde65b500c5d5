// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/traffichistory.h"

#include "core/traffic/sourcecode.h"

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

const ServerState *find(const Snapshot &snapshot, const ServiceKey &service, const ServerKey &server)
{
    const auto list = std::ranges::lower_bound(snapshot.servers, service, {}, &ServerList::service);
    if (list == snapshot.servers.end() || list->service != service)
        return nullptr;
    const auto found =
        std::ranges::find(list->servers, server, [](const ServerState &state) { return state.config.key; });
    return found == list->servers.end() ? nullptr : &*found;
}

bool has(const Snapshot &snapshot, const TrafficSource &source)
{
    if (source.isMachine())
        return true;
    const auto &[service, server] = *source.object;
    return server ? find(snapshot, service, *server) != nullptr
                  : std::ranges::binary_search(snapshot.services, service, {},
                                               [](const ServiceState &state) { return state.config.key; });
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
    placeFirst(snapshot);
    recordServices(snapshot, common);
    recordServers(snapshot, common); // after the services have found their places
    if (m_bytes > m_limit)
        makeRoom();
    if (at - m_forgotAt > forgetEvery || m_previous > at)
        forgetOld();
}

void TrafficHistory::placeFirst(const Snapshot &snapshot)
{
    place(TrafficSource::machine());
    for (const auto *sources : {&m_pinned, &m_wanted}) {
        for (const TrafficSource &source : *sources) {
            if (!contains(source) && has(snapshot, source))
                place(source);
        }
    }
}

void TrafficHistory::recordServices(const Snapshot &snapshot, const TrafficReading &common)
{
    TrafficReading machine = common;
    Rates rates;
    quint64 active = 0;
    quint64 inactive = 0;
    bool allPlaced = true;
    bool repliesKnown = true;
    qsizetype room = mostServices;
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
        const TrafficSource source = TrafficSource::of(key);
        const SourceHistory *history = nullptr;
        if (room > 0 || isFirst(source))
            history = recordSource(source, reading);
        else
            ++m_unrecorded;
        --room;
        const RepliesPass replies = history ? history->replies() : reading.replies;
        machine.replies = together(machine.replies, replies);
        repliesKnown = repliesKnown && replies != RepliesPass::Unknown;
        if (!history)
            allPlaced = false;
        else if (snapshot.hasTraffic)
            add(m_machine, history->lastGrowth());
    }
    if (machine.replies == RepliesPass::None && !repliesKnown)
        machine.replies = RepliesPass::Unknown; // those of the others may pass
    if (std::exchange(m_hadTotals, snapshot.totals.has_value()) != snapshot.totals.has_value())
        machine.joined = false; // the kernel's sum and ours begin at different times
    if (snapshot.totals)
        machine.traffic = snapshot.totals;
    else if (snapshot.hasTraffic)
        machine.traffic = Traffic{.counters = m_machine, .rates = rates};
    machine.hasCounters = snapshot.totals || allPlaced;
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
            if (!source.isServer())
                continue;
            const auto &[service, key] = *source.object;
            if (const ServerState *server = find(snapshot, service, *key))
                recordServer(service, *server, snapshot.hasTraffic, common);
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

SourceHistory *TrafficHistory::recordSource(const TrafficSource &source, TrafficReading reading)
{
    SourceHistory *history = place(source);
    if (!history) {
        ++m_unrecorded;
        return nullptr;
    }
    if (history->lastSeen() == reading.at)
        return history; // stands in the reading twice
    const bool keepDay = !source.isServer() || m_pinned.contains(source);
    // Missing in the reading before: gone and made anew, or not looked at.
    reading.joined = reading.joined && (history->lastSeen() == 0 || history->lastSeen() == m_previous);
    change(*history, [&] { history->record(reading, keepDay); });
    if (const PackedBlock *sealed = history->takeSealed(); sealed && m_handsOutSealed)
        m_sealed.push_back({source, history->firstMinute(*sealed), *sealed});
    return history;
}

bool TrafficHistory::isFirst(const TrafficSource &source) const
{
    return source.isMachine() || m_pinned.contains(source) || m_wanted.contains(source);
}

SourceHistory *TrafficHistory::place(const TrafficSource &source)
{
    if (const auto found = m_sources.find(source); found != m_sources.end())
        return &found->second;
    // Half of the room is for what each source needs at least, the other for what it gathers. The last of that half is
    // for what somebody wants.
    const bool first = isFirst(source);
    if (m_full && !first)
        return nullptr;
    const std::size_t needed = leastBytes(source);
    const std::size_t room = first ? m_limit / 2 : m_limit / 32 * 15;
    const auto hasRoom = [&] { return m_needed + needed <= room; };
    if (!hasRoom())
        forgetAbsent([&] { return m_needed + needed <= m_limit / 16 * 7; });
    if (!hasRoom()) {
        m_full = m_full || !first;
        return nullptr;
    }
    m_bytes += entrySize;
    m_needed += needed;
    return &m_sources.try_emplace(source, phaseOf(source)).first->second;
}

std::vector<SealedMinutes> TrafficHistory::unsealed() const
{
    std::vector<SealedMinutes> blocks;
    for (const auto &[source, history] : m_sources) {
        for (PackedBlock &block : history.unsealed()) {
            const qint64 first = history.firstMinute(block);
            blocks.push_back({source, first, std::move(block)});
        }
    }
    return blocks;
}

void TrafficHistory::restore(const TrafficSource &source, std::vector<SealedMinutes> blocks)
{
    std::vector<PackedBlock> packed;
    std::size_t bytes = 0;
    for (SealedMinutes &sealed : blocks) {
        if (MinutesTier::firstMinute(sealed.block, phaseOf(source)) != sealed.firstMinute)
            continue; // begins at another minute than blocks do here
        bytes += sealed.block.bytes();
        packed.push_back(std::move(sealed.block));
    }
    if (packed.empty() || m_bytes + bytes > m_limit / 4 * 3) // the present needs its place
        return;
    if (SourceHistory *history = place(source))
        change(*history, [&] { history->restore(std::move(packed)); });
}

qint64 TrafficHistory::begins(const TrafficSource &source, qint64 otherwise) const
{
    const auto found = m_sources.find(source);
    return found == m_sources.end() ? otherwise : found->second.begins();
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
