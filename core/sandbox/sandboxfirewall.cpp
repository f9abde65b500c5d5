// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxfirewall.h"

#include "core/model/ownchains.h"

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace lvs {

int SandboxFirewall::add(const MarkRule &rule)
{
    if (m_state.has(rule))
        return EEXIST;
    m_state.marks.push_back(
        {.rule = rule, .program = FirewallProgram::Console, .place = marksChain.place(), .traffic = RuleTraffic()});
    return 0;
}

int SandboxFirewall::remove(const MarkRule &rule)
{
    const auto isIt = [&](const MarkRuleState &state) { return state.rule == rule; };
    return std::erase_if(m_state.marks, isIt) == 0 ? ENOENT : 0;
}

int SandboxFirewall::add(const SnatRule &rule)
{
    if (m_state.has(rule))
        return EEXIST;
    m_state.snats.push_back({.rule = rule, .traffic = RuleTraffic()});
    return 0;
}

int SandboxFirewall::remove(const SnatRule &rule)
{
    const auto isIt = [&](const SnatRuleState &state) { return state.rule == rule; };
    return std::erase_if(m_state.snats, isIt) == 0 ? ENOENT : 0;
}

quint32 SandboxFirewall::mark(const ConnectionKey &flow, const PacketBurst &packets)
{
    quint32 mark = 0; // the last rule that matches has the last word
    for (MarkRuleState &state : m_state.marks) {
        const MarkRule &rule = state.rule;
        if (rule.protocol != flow.protocol || !rule.destination.contains(flow.virtualAddress) ||
            !rule.ports.contains(flow.virtualPort))
            continue;
        mark = rule.mark;
        state.traffic->packets += packets.packets;
        state.traffic->bytes += packets.bytes;
    }
    return mark;
}

} // namespace lvs
