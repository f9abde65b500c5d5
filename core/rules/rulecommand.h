// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"
#include "core/model/settings.h"
#include "core/model/virtualservice.h"
#include "core/rules/optiontable.h"
#include "core/rules/word.h"

#include <map>
#include <vector>

namespace lvs {

/// Something a command says that its writer may not have meant.
struct RuleNote {
    enum class Code : quint8 {
        DefaultPersistence,  ///< -p alone is 360 s; the manual page says 300
        UnusualAddress,      ///< values: the address as ipvsadm reads it
        OddNetmask,          ///< values: the mask as ipvsadm reads it; it has holes
        NetmaskForgotten,    ///< -M before the IPv6 service or -6
        NetmaskUnused,       ///< without persistence
        PortOverwritten,     ///< DR and TUN keep the port; values: port that is used instead
        ServerBeforeService, ///< no port given: 0, because -r stands before the service
        DefaultInterface,    ///< sync daemon on eth0
        ResetsUnnamed,       ///< an edit sets what it does not name to ipvsadm's default; values: what would keep it
        AlreadySo,           ///< changes nothing
    };
    Code code{};
    QStringList values{};
    TextSpan span{};
    friend bool operator==(const RuleNote &, const RuleNote &) = default;
};

/// What one command line of ipvsadm asks for. An object is complete: what the line does not name has ipvsadm's default.
struct RuleCommand {
    RuleVerb verb{};
    TextSpan span{};                        ///< of the verb
    bool hasService = false;                ///< Zero and List may do without
    VirtualService service{};               ///< only its key counts, but for AddService and EditService
    RealServer server{};                    ///< of AddServer and EditServer; of DeleteServer only its key counts
    Timeouts timeouts{};                    ///< of SetTimeouts
    SyncDaemon daemon{};                    ///< of StartDaemon; of StopDaemon only its role counts
    std::map<RuleOption, TextSpan> given{}; ///< the options on the line, each with its value
    std::vector<RuleNote> notes{};

    /// Where an option stands, or the verb where it does not.
    TextSpan spanOf(RuleOption option) const
    {
        const auto found = given.find(option);
        return found == given.end() ? span : found->second;
    }
    TextSpan spanOfService() const;
    bool has(RuleOption option) const { return given.contains(option); }
};

/// Reads a line's words without the word "ipvsadm" as ipvsadm 1.31 (Debian) does: options count from left to right,
/// with its defaults and the traps that come of both. What it accepts is accepted, names of hosts and ports aside.
Result<RuleCommand> readRuleCommand(std::span<const Word> words);

} // namespace lvs
