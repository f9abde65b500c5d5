// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"
#include "core/model/settings.h"
#include "core/model/virtualservice.h"
#include "core/rules/optiontable.h"
#include "core/rules/rulemode.h"
#include "core/rules/word.h"

#include <QVarLengthArray>

#include <algorithm>
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
        ForwardingUnnamed,   ///< an edit without -g, -i and -m makes the server direct routing, whatever it was
        ResetsUnnamed,       ///< an edit sets what it does not name to ipvsadm's default; values: what would keep it
        AlreadySo,           ///< changes nothing

        // Only in rule files: what ipvsadm refuses although it is clear.
        CommentLine,     ///< ipvsadm-restore passes over it if '#' comes first; `ipvsadm -R` ends there
        TrailingComment, ///< behind a command
        ContinuedLine,   ///< a backslash at the end of a line
        BracketedServer, ///< "[IPv6]" without a port
        PrefixNetmask,   ///< values: the mask in ipvsadm's words
        HexadecimalMark, ///< values: the mark in decimal
        ProgramPath,     ///< a path before the word ipvsadm
        ByteOrderMark,   ///< before the first character
        LostLine,        ///< two blanks and no line end at the end of the file: ipvsadm does not read the line
    };
    Code code{};
    QStringList values{};
    TextSpan span{};
    friend bool operator==(const RuleNote &, const RuleNote &) = default;
};

/// What one command line of ipvsadm asks for. An object is complete: what the line does not name has ipvsadm's default.
struct RuleCommand {
    RuleVerb verb{};
    TextSpan span{};          ///< of the verb
    qsizetype end = 0;        ///< behind the last word
    bool hasService = false;  ///< Zero and List may do without
    VirtualService service{}; ///< only its key counts, but for AddService and EditService
    RealServer server{};      ///< of AddServer and EditServer; of DeleteServer only its key counts
    Timeouts timeouts{};      ///< of SetTimeouts
    SyncDaemon daemon{};      ///< of StartDaemon; of StopDaemon only its role counts
    /// An option as it stands on the line, with its value.
    struct Given {
        RuleOption option{};
        quint32 start = 0; ///< small, because a file has as many commands as lines
        quint32 length = 0;
        TextSpan span() const { return {start, length}; }
        friend bool operator==(const Given &, const Given &) = default;
    };
    QVarLengthArray<Given, 4> given{}; ///< in the order of the line, each option once
    std::vector<RuleNote> notes{};

    /// Where an option stands, or the verb where it does not.
    TextSpan spanOf(RuleOption option) const
    {
        const auto found = std::ranges::find(given, option, &Given::option);
        return found == given.end() ? span : found->span();
    }
    TextSpan spanOfService() const;
    bool has(RuleOption option) const { return std::ranges::contains(given, option, &Given::option); }
};

/// Why a line is refused, and what `ipvsadm -R` does then.
struct RuleRefusal {
    Error error{};
    bool endsReading = false; ///< the lines that follow are not read
    quint8 exitStatus = 255;  ///< of ipvsadm, if this is the last line
};

/// Reads a line's words without the word "ipvsadm" as ipvsadm 1.31 (Debian) does: options count from left to right,
/// with its defaults and the traps that come of both. Names of hosts and ports are refused: what they stand for is up
/// to the machine that looks them up. Beside that, Compatible accepts all that ipvsadm accepts; Friendly refuses what
/// can't be meant: "[10.0.0.1]:80", of which ipvsadm forgets the port, and names that are too long for the kernel.
std::expected<RuleCommand, RuleRefusal> readRuleCommand(std::span<const Word> words, RuleMode mode);
/// The friendly reading.
Result<RuleCommand> readRuleCommand(std::span<const Word> words);

} // namespace lvs
