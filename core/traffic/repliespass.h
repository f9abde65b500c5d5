// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"

namespace lvs {

/// Whether the replies of a source pass the director, so that it can count them.
enum class RepliesPass : quint8 {
    Unknown, ///< its servers were not read yet
    All,     ///< masquerading only
    Some,    ///< masquerading beside other forwarding
    None,    ///< direct routing, tunnelling or local: they go past it
};

inline RepliesPass repliesOf(const RealServer &server)
{
    return server.forwarding == Forwarding::Masquerading ? RepliesPass::All : RepliesPass::None;
}

/// Of two sources as one.
inline RepliesPass together(RepliesPass one, RepliesPass other)
{
    if (one == RepliesPass::Unknown || one == other)
        return other;
    return other == RepliesPass::Unknown ? one : RepliesPass::Some;
}

} // namespace lvs
