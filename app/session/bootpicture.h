// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootforecast.h"
#include "core/director/director.h"

#include <array>

namespace lvs {

/// What a director has now, what the next boot brings, and what differs.
struct BootPicture {
    BootState state{};
    RuleState now{};
    BootForecast forecast{};
    /// By BootSource, how many operations lead from now to there; nothing where that is not known.
    std::array<std::optional<qsizetype>, std::size(everyBootSource)> differences{};

    std::optional<qsizetype> differencesOf(BootSource source) const { return differences[std::size_t(source)]; }
};

/// Reads it, and compares off the GUI thread. Finishes on some thread.
QFuture<Result<BootPicture>> readBootPicture(Director &director);

/// What differs between now and that source, as operations; empty where the source is not known.
ChangePlan differencesOf(const BootPicture &picture, BootSource source);

} // namespace lvs
