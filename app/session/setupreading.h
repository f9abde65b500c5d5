// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/hostlist.h"
#include "core/setup/setupchecks.h"

namespace lvs {

/// What the machines of a set-up are like: those that answered, without the director where its table or, for a wish
/// that needs it, its packet filter could not be read.
struct SetupReading : SetupFacts {
    std::map<QString, Error> errors{};   ///< why the others did not, by Director::id()
    std::map<QString, KeptState> kept{}; ///< for their next boot, of those that can tell, by Director::id()
    QDateTime readAt{};                  ///< UTC, when the last of them had answered
};

/// Asks the director and every machine of the wish that is in the list at the same time, opening the ways that are
/// closed, for which a person may be asked for passwords. Finishes on some thread, when the last has answered or
/// failed.
QFuture<SetupReading> readSetup(const HostList &hosts, const SetupWish &wish);

} // namespace lvs
