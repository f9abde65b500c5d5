// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "core/rules/word.h"

#include <optional>

namespace lvs {

/// What a command of iptables does with a rule that marks packets before IPVS sees them.
struct MarkCommand {
    bool isRemoval = false;
    MarkRule rule{};
    friend bool operator==(const MarkCommand &, const MarkCommand &) = default;
};

/// Reads a command of iptables or ip6tables, or a line of iptables-save(8) that begins with -A PREROUTING. Nothing if
/// it is none that sets a mark in the table mangle. Of those only what a MarkRule says is understood: one VIP, one
/// protocol, ports, and a whole mark; everything else is refused, because the rule would match other packets without
/// it.
std::optional<Result<MarkCommand>> readMarkCommand(std::span<const Word> words);

} // namespace lvs
