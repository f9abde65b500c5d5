// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/traffic/sourcehistory.h"
#include "core/traffic/trafficsource.h"

#include <QHashSeed>

#include <set>
#include <unordered_map>

namespace lvs {

/// Half an hour or so of a source in minutes, packed (MinutesTier).
struct SealedMinutes {
    TrafficSource source{};
    qint64 firstMinute = 0; ///< since 1970 UTC
    PackedBlock block;
};

/// What a director's readings have shown, as curves: the last minutes in seconds, and a day in minutes with their
/// least, mean and most. The machine and its services throughout, real servers for ten minutes unless they are pinned.
/// Bounded in memory whatever the director says: what is gone from it goes first, then the oldest of its servers, then
/// of everything; and what is new then finds no place (unrecorded()), unless it is the machine or somebody wants it.
///
/// Values of the last reading are exact; those of curves are kept in 16 bits each, which is three digits and about a
/// fourth (trafficcode.h): curves are to be shown with no more. Not thread-safe.
class TrafficHistory
{
public:
    /// Enough for a day of 1,000 services with 10 servers each.
    static constexpr std::size_t usualLimit = 128UZ * 1024 * 1024;
    /// In bytes, of all that is kept.
    explicit TrafficHistory(std::size_t limit = usualLimit)
        : m_limit(limit)
    {
    }

    /// Takes a reading in. Objects whose counters went back (zeroed, made anew, another boot) begin anew: no rate is
    /// made of two counters that do not belong together. Neither are two readings joined that are further apart than
    /// the director needs for them.
    void record(const Snapshot &snapshot);
    /// The next reading is not joined to the last one: the link was lost, or nobody looked for a while.
    void interrupt() { m_interrupted = true; }
    /// So many services and servers of a reading are recorded, beside those that are pinned or wanted: that takes time,
    /// too.
    static constexpr qsizetype mostServices = 12'000;
    static constexpr qsizetype mostServers = 12'000;
    /// Servers that are kept as services are.
    void setPinned(std::set<TrafficSource> servers) { m_pinned = std::move(servers); }
    /// Services and servers that are recorded, however many there are.
    void setWanted(std::set<TrafficSource> sources) { m_wanted = std::move(sources); }

    /// Whether takeSealed() is called after each reading.
    void setHandsOutSealed(bool wanted) { m_handsOutSealed = wanted; }
    /// Minutes that became a block with the last reading, which no longer changes.
    std::vector<SealedMinutes> takeSealed() { return std::exchange(m_sealed, {}); }
    /// The blocks that still grow, as they are.
    std::vector<SealedMinutes> unsealed() const;
    /// Puts blocks of an earlier run before what is known of a source: of one source, in order of time. Those that do
    /// not fit into memory are dropped.
    void restore(const TrafficSource &source, std::vector<SealedMinutes> blocks);
    /// When what is known of a source begins, ms since 1970 UTC; `otherwise` if nothing is.
    qint64 begins(const TrafficSource &source, qint64 otherwise) const;

    /// What there are curves of, in order.
    std::vector<TrafficSource> sources() const;
    bool contains(const TrafficSource &source) const { return m_sources.contains(source); }
    /// The values of the last reading; all NaN if the source was not in it.
    TrafficValues latest(const TrafficSource &source) const;
    RepliesPass replies(const TrafficSource &source) const;
    /// The part of a curve between two moments (ms since 1970 UTC), thinned to about `mostPoints` without losing least
    /// and most of any span. Empty if nothing is known.
    Curve curve(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 to, qsizetype mostPoints) const;
    /// Of the last reading, ms since 1970 UTC; 0 before the first.
    qint64 lastReading() const { return m_at; }
    /// How many objects of the last reading found no place.
    qsizetype unrecorded() const { return m_unrecorded; }
    /// Bytes that are held, with what the allocator adds.
    std::size_t memoryUse() const { return m_bytes; }

private:
    struct Hash {
        std::size_t operator()(const TrafficSource &source) const noexcept
        {
            return qHash(source, QHashSeed::globalSeed());
        }
    };
    using Sources = std::unordered_map<TrafficSource, SourceHistory, Hash>;

    bool isJoined(const Snapshot &snapshot, qint64 at) const;
    /// Finds places for the machine and for what somebody wants, before others take them.
    void placeFirst(const Snapshot &snapshot);
    void recordServices(const Snapshot &snapshot, const TrafficReading &common);
    void recordServers(const Snapshot &snapshot, const TrafficReading &common);
    void recordServer(const ServiceKey &service, const ServerState &server, bool hasTraffic, TrafficReading reading);
    /// Null if there is no room.
    SourceHistory *recordSource(const TrafficSource &source, TrafficReading reading);
    bool isFirst(const TrafficSource &source) const;
    /// Null if there is no room.
    SourceHistory *place(const TrafficSource &source);
    Sources::iterator erase(Sources::iterator source);
    void rewind(qint64 at);
    void forgetOld();
    /// Those that the reading before the last one did not have either, longest gone first, until `isEnough`.
    template<class IsEnough> void forgetAbsent(IsEnough isEnough);
    void makeRoom();
    template<class Work> void change(SourceHistory &history, Work work);

    std::size_t m_limit;
    Sources m_sources;
    std::set<TrafficSource> m_pinned;
    std::set<TrafficSource> m_wanted;
    bool m_hadTotals = false;
    std::chrono::milliseconds m_took{0}; ///< that the last reading took
    Counters m_machine{};                ///< sum of what services grew by, where the machine's own totals are not read
    std::size_t m_bytes = 0;
    std::size_t m_needed = 0; ///< of m_bytes, what the sources need at least
    qint64 m_at = 0;
    qint64 m_previous = 0; ///< when the reading before the last one was
    qint64 m_pause = 0;    ///< longest that two readings may be apart and belong together, in ms
    qint64 m_forgotAt = 0;
    std::chrono::milliseconds m_uptime{};
    qsizetype m_unrecorded = 0;
    std::vector<SealedMinutes> m_sealed; ///< to be taken
    bool m_handsOutSealed = false;
    bool m_interrupted = false;
    bool m_full = false; ///< for what nobody wants in particular: found while taking the present reading in
};

} // namespace lvs
