// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"
#include "core/traffic/trafficevents.h"

#include <cmath>

namespace lvs {

// What the parts of the graph have in common.

/// Of a moment (ms since 1970) on the time axis.
inline double axisKey(qint64 at)
{
    return double(at) / 1000;
}

/// So much of `one`, and the rest of `other`.
inline QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

inline State stateOf(TrafficEvent::Kind kind)
{
    switch (kind) {
    case TrafficEvent::Kind::Applied:
        return State::Drafted;
    case TrafficEvent::Kind::ForeignEdit:
        return State::Foreign;
    case TrafficEvent::Kind::Drained:
        return State::Drained;
    case TrafficEvent::Kind::LinkLost:
        return State::Unreachable;
    case TrafficEvent::Kind::LinkBack:
        break;
    }
    return State::Serving;
}

} // namespace lvs
