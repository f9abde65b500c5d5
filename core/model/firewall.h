// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filterrule.h"
#include "core/types/servicekey.h"

namespace lvs {

/// A packet filter's rule that gives packets from clients a mark before IPVS sees them, so that they reach the mark's
/// service: one object, whatever the number of its ports. It has no identity beside its content.
struct MarkRule {
    IpNetwork destination{}; ///< of the packets; also says the family
    quint8 protocol = 0;     ///< 0: whatever the protocol
    PortSet ports{};         ///< empty: whatever the port
    quint32 mark = 0;
    quint32 mask = ~0u; ///< bits of the packet's mark that are set; the others stay as they are

    /// Whether marked packets come to a service: all its bits that the rule sets are as the rule sets them.
    bool leadsTo(const ServiceKey &service) const;
    /// "172.18.100.6 TCP 80,443 -> 0x1": for logs, ids and tests.
    QString toString() const;

    friend auto operator<=>(const MarkRule &, const MarkRule &) = default;
};

/// A rule for FullNAT: what IPVS sends on for a VIP to the real servers gets the director as its source, so that the
/// replies come back to it whatever the servers' routes are. Works only with net.ipv4.vs.conntrack=1.
struct SnatRule {
    IpNetwork servers{};
    IpAddress virtualAddress{};
    IpAddress source{}; ///< the director's, in the servers' network (DIP)

    /// "192.168.10.0/24 172.18.100.6 -> 192.168.10.1"
    QString toString() const;

    friend auto operator<=>(const SnatRule &, const SnatRule &) = default;
};

/// Refuses what is not written: rules for more than one VIP, without protocol or ports, or with a mark that is 0 or
/// touches only some bits.
Result<void> validate(const MarkRule &rule);
Result<void> validate(const SnatRule &rule);

struct MarkRuleState {
    MarkRule rule{};
    FirewallProgram program = FirewallProgram::Nftables;
    QString place{};         ///< "ip mangle PREROUTING": family, table and chain
    bool isNarrower = false; ///< it also looks at something else (an interface, a source), so not all packets match
    std::optional<RuleTraffic> traffic{}; ///< none where the rule does not count
    friend bool operator==(const MarkRuleState &, const MarkRuleState &) = default;
};

struct SnatRuleState {
    SnatRule rule{};
    std::optional<RuleTraffic> traffic{};
    friend bool operator==(const SnatRuleState &, const SnatRuleState &) = default;
};

/// Rules that are there, but could not be read.
struct UnreadRules {
    FirewallProgram program = FirewallProgram::Nftables;
    QString place{}; ///< "ip mangle PREROUTING"; family and table for the legacy iptables
    friend bool operator==(const UnreadRules &, const UnreadRules &) = default;
};

/// What the packet filters of a machine do that matters to IPVS.
struct FirewallState {
    std::vector<MarkRuleState> marks{}; ///< in the order of the kernel's listing
    std::vector<SnatRuleState> snats{}; ///< those of the own table
    std::vector<UnreadRules> unread{};  ///< that may set marks; each place once
    std::vector<FilterRule> filters{};  ///< in the order in which packets meet them, as far as they are understood
    std::vector<UnreadRules> unreadFilters{}; ///< that may drop packets, or give them another source

    /// Whether the own table has a rule.
    bool has(const MarkRule &rule) const;
    bool has(const SnatRule &rule) const;
    /// The rules that lead to a service.
    std::vector<MarkRuleState> leadingTo(const ServiceKey &service) const;

    friend bool operator==(const FirewallState &, const FirewallState &) = default;
};

} // namespace lvs
