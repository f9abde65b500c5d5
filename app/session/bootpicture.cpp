// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/bootpicture.h"

#include "core/director/snapshotdifference.h"
#include "core/rules/statedifference.h"

#include <QThreadPool>

namespace lvs {

QFuture<Result<BootPicture>> readBootPicture(Director &director)
{
    auto state = director.readBoot();
    const auto snapshot = director.read({.allServers = true});
    const auto timeouts = director.readTimeouts();
    const auto daemons = director.readSyncDaemons();
    // All are under way; this waits for one after the other.
    return state.then([snapshot](const Result<BootState> &) { return snapshot; })
        .unwrap()
        .then([timeouts](const Result<Snapshot> &) { return timeouts; })
        .unwrap()
        .then([daemons](const Result<Timeouts> &) { return daemons; })
        .unwrap()
        .then(QThreadPool::globalInstance(), [=](const Result<std::vector<SyncDaemon>> &) -> Result<BootPicture> {
            const auto read = snapshot.result();
            if (!state.result())
                return std::unexpected(state.result().error());
            if (!read)
                return std::unexpected(read.error());
            if (!timeouts.result())
                return std::unexpected(timeouts.result().error());
            if (!daemons.result())
                return std::unexpected(daemons.result().error());
            BootPicture picture{
                .state = *state.result(),
                .now = {.table = tableOf(*read), .timeouts = *timeouts.result(), .daemons = *daemons.result()}};
            picture.forecast = forecastBoot(picture.state, picture.now);
            for (const BootSource source : everyBootSource) {
                if (picture.forecast.stateOf(source))
                    picture.differences[std::size_t(source)] =
                        qsizetype(differencesOf(picture, source).operations.size());
            }
            return picture;
        });
}

ChangePlan differencesOf(const BootPicture &picture, BootSource source)
{
    const RuleState *other = picture.forecast.stateOf(source);
    return other ? difference(picture.now, *other) : ChangePlan();
}

} // namespace lvs
