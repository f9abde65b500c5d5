// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipnetwork.h"
#include "core/types/names.h"
#include "core/types/portset.h"

#include <optional>
#include <span>
#include <vector>

namespace lvs {

/// Whose a rule of the packet filter is.
enum class FirewallProgram : quint8 {
    Console,        ///< this project's own table
    Nftables,       ///< any other table of nftables
    IptablesNft,    ///< a rule of iptables that lives in nftables
    IptablesLegacy, ///< in the older interface of the kernel, which nftables does not show
};

/// What a rule has met.
struct RuleTraffic {
    quint64 packets = 0;
    quint64 bytes = 0;
    friend bool operator==(const RuleTraffic &, const RuleTraffic &) = default;
};

/// Where the kernel asks a chain of rules about a packet.
enum class FilterHook : quint8 {
    Prerouting,  ///< all that come in
    Input,       ///< those for the machine, before IPVS sees them
    Forward,     ///< those that it passes on: replies of real servers that answer through it
    Output,      ///< those that it sends, and those that IPVS sends to real servers
    Postrouting, ///< all that go out, as IPVS has made them
    SourceNat,   ///< the same, of connections that are tracked: rules that give packets another source
};

enum class FilterVerdict : quint8 {
    Accept, ///< by this chain; the next one is asked
    Drop,
    Reject,    ///< with an answer to who sent it
    Translate, ///< it goes on with another source
};

/// A packet that is asked about; what is not given may be anything.
struct FilteredPacket {
    FilterHook hook = FilterHook::Input;
    quint8 protocol = 0;
    std::optional<IpAddress> source{};
    std::optional<quint16> sourcePort{};
    IpAddress destination{}; ///< 0.0.0.0 or ::, of its family: anything
    std::optional<quint16> destinationPort{};
    std::optional<InterfaceName> from{}; ///< the interface where it came in
    std::optional<InterfaceName> to{};   ///< where it goes out
    std::optional<bool> isFirst{};       ///< it begins a connection
};

enum class FilterMatch : quint8 { No, Maybe, Yes };

/// What the packet filter does with some packets: a rule that decides, with its own conditions and those of the rules
/// that lead to it. All of them have to hold; an empty one always does. Conditions that are narrower or wider than
/// those of the kernel make a false finding; where they are not known exactly, the rule is conditional.
struct FilterRule {
    FilterHook hook = FilterHook::Input;
    quint16 chain = 0; ///< counts the chains that the kernel asks, in its order; a verdict ends one of them
    FilterVerdict verdict = FilterVerdict::Accept;
    bool isPolicy = false; ///< what happens to those that no rule of the chain decided about
    QString place{};       ///< "inet filter input": family, table and chain
    std::optional<Family> family{};
    std::vector<IpNetwork> sources{};
    std::vector<IpNetwork> destinations{};
    std::vector<quint8> protocols{};
    PortSet sourcePorts{};
    PortSet destinationPorts{};
    std::vector<InterfaceName> from{};
    std::vector<InterfaceName> to{};
    std::optional<bool> isFirst{}; ///< only packets that begin a connection, or none of them
    bool isConditional = false;    ///< it also looks at something else
    std::optional<RuleTraffic> traffic{};

    /// Maybe, where it looks at something that is not known of the packet.
    FilterMatch match(const FilteredPacket &packet) const;
    /// "drop TCP to 172.18.100.6 80,443", without what is not understood: for logs, evidence and tests.
    QString toString() const;
    friend bool operator==(const FilterRule &, const FilterRule &) = default;
};

/// What becomes of a packet.
struct FilterFate {
    const FilterRule *drop = nullptr;        ///< the rule that drops, rejects or translates it
    std::vector<const FilterRule *> maybe{}; ///< those that could
};
/// `rules` in the order in which packets meet them, those of a chain together; pointers are valid as long as they are.
FilterFate fateOf(const FilteredPacket &packet, std::span<const FilterRule> rules);

} // namespace lvs
