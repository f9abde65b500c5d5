// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/tablewatcher.h"

#include "core/director/snapshotdifference.h"

#include <QThreadPool>

#include <algorithm>
#include <utility>

namespace lvs {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds shortestInterval = 1s;
constexpr int idleShare = 4; ///< a reading may take at most a quarter of the time

/// Few enough to be compared with the reading before in no time.
static bool hasFewServers(const Snapshot &snapshot)
{
    constexpr std::size_t few = 5000;
    std::size_t servers = 0;
    for (const ServerList &list : snapshot.servers)
        servers += list.servers.size();
    return servers <= few;
}

static bool canRead(const Director *director)
{
    return director && isConnected(director->status().link);
}

static Interest mergedInterest(const std::map<QObject *, Interest> &viewers)
{
    Interest merged;
    for (const auto &[viewer, interest] : viewers) {
        merged.allServers = merged.allServers || interest.allServers;
        merged.serversOf.insert(merged.serversOf.end(), interest.serversOf.begin(), interest.serversOf.end());
    }
    if (viewers.size() > 1) { // one viewer names each service once, in the order it wants
        std::ranges::sort(merged.serversOf);
        const auto repeated = std::ranges::unique(merged.serversOf);
        merged.serversOf.erase(repeated.begin(), repeated.end());
    }
    return merged;
}

TableWatcher::TableWatcher(Director *director, QObject *parent)
    : QObject(parent)
    , m_director(director)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TableWatcher::read);
    connect(director, &Director::changed, this, [this] {
        if (isWatched())
            refresh();
    });
    connect(director, &Director::statusChanged, this, [this] {
        if (isWatched() && !m_reading && !m_timer.isActive())
            read();
    });
}

void TableWatcher::watch(QObject *viewer, const Interest &interest)
{
    const bool isNew = m_viewers.insert_or_assign(viewer, interest).second;
    if (isNew)
        connect(viewer, &QObject::destroyed, this, &TableWatcher::unwatch);
    if (mergeInterests() || isNew)
        refresh();
}

void TableWatcher::unwatch(QObject *viewer)
{
    if (m_viewers.erase(viewer) == 0)
        return;
    disconnect(viewer, &QObject::destroyed, this, &TableWatcher::unwatch);
    if (isWatched()) {
        mergeInterests(); // wanting less is in no hurry
    } else {
        m_timer.stop();
        setPace({});
    }
}

bool TableWatcher::mergeInterests()
{
    Interest merged = mergedInterest(m_viewers);
    if (merged == m_interest)
        return false;
    m_interest = std::move(merged);
    return true;
}

void TableWatcher::refresh()
{
    if (m_reading)
        m_again = true;
    else
        read();
}

void TableWatcher::applyStarted(const ChangePlan &plan)
{
    m_explanations = Explanations(plan);
    m_applying = true;
    m_afterApply = false;
}

void TableWatcher::applyFinished()
{
    m_applying = false;
    refresh();
}

void TableWatcher::read()
{
    m_timer.stop();
    Director *director = m_director.data();
    if (m_reading || !canRead(director))
        return; // statusChanged() starts it again
    m_reading = true;
    m_again = false;
    m_afterApply = !m_applying;
    m_elapsed.start();
    // Taken out of the future: a large table takes its time to copy.
    director->read(m_interest).then(this, [this](QFuture<Result<Snapshot>> reading) {
        readFinished(reading.takeResult());
    });
}

void TableWatcher::readFinished(Result<Snapshot> &&result)
{
    m_reading = false;
    const auto took = std::chrono::milliseconds(m_elapsed.elapsed());
    const auto interval = std::max(shortestInterval, idleShare * took);
    if (m_again)
        m_timer.start(0ms);
    else if (isWatched() && canRead(m_director))
        m_timer.start(interval - took);
    if (result) {
        m_readError.reset();
        if (isWatched())
            setPace(Pace{.interval = interval, .took = took});
        take(std::make_shared<const Snapshot>(std::move(*result)));
    } else {
        m_readError = result.error();
        Q_EMIT readFailed(result.error());
    }
}

void TableWatcher::setPace(const std::optional<Pace> &pace)
{
    if (std::exchange(m_pace, pace) != pace)
        Q_EMIT paceChanged();
}

void TableWatcher::take(std::shared_ptr<const Snapshot> snapshot)
{
    const std::shared_ptr<const Snapshot> was = std::exchange(m_latest, std::move(snapshot));
    const std::shared_ptr<const Snapshot> now = m_latest;
    const auto find = [was, now, explanations = m_explanations] {
        return explanations.unexplained(snapshotDifference(*was, *now));
    };
    if (m_afterApply && !m_applying)
        m_explanations = {}; // all it did has been seen
    // What /proc shows and what the helper reads are not the same fields.
    const bool isComparable = was && was->hasTraffic == now->hasTraffic;
    const bool isLarge = isComparable && !hasFewServers(*now);
    const ChangePlan edits = isComparable && !isLarge ? find() : ChangePlan{};
    Q_EMIT snapshotTaken(now);
    tell(edits);
    if (isLarge)
        QtFuture::makeReadyVoidFuture()
            .then(QThreadPool::globalInstance(), find)
            .then(this, [this](const ChangePlan &found) { tell(found); });
}

void TableWatcher::tell(const ChangePlan &edits)
{
    if (!edits.isEmpty())
        Q_EMIT foreignEdits(edits);
}

} // namespace lvs
