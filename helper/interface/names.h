// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

/// Names under which the helper, the service that writes boot files, and the one that probes are found on the system
/// bus.
namespace lvs::bus {

inline constexpr QLatin1StringView serviceName{"org.lvsconsole.Helper1"};
inline constexpr QLatin1StringView objectPath{"/org/lvsconsole/Helper1"};
inline constexpr QLatin1StringView interfaceName{"org.lvsconsole.Helper1"};
inline constexpr QLatin1StringView filesServiceName{"org.lvsconsole.Files1"};
inline constexpr QLatin1StringView filesObjectPath{"/org/lvsconsole/Files1"};
inline constexpr QLatin1StringView probeServiceName{"org.lvsconsole.Probe1"};
inline constexpr QLatin1StringView probeObjectPath{"/org/lvsconsole/Probe1"};
/// Before the name of an ErrorCode: "org.lvsconsole.Helper1.Error.Stale". All services use it.
inline constexpr QLatin1StringView errorPrefix{"org.lvsconsole.Helper1.Error."};

} // namespace lvs::bus
