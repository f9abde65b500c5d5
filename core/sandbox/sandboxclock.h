// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace lvs {

/// Time inside a sandbox: since it began. Nothing to do with the time of day.
using SandboxTime = std::chrono::milliseconds;

/// The one clock of a sandbox. Its backend moves it; everything else only looks at it.
struct SandboxClock {
    SandboxTime now{};
};

} // namespace lvs
