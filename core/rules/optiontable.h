// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <variant>

namespace lvs {

/// What a command of ipvsadm(8) does; it comes first on the line.
enum class RuleVerb : quint8 {
    AddService,
    EditService,
    DeleteService,
    AddServer,
    EditServer,
    DeleteServer,
    Clear,
    Zero,
    SetTimeouts, ///< with three further words
    StartDaemon,
    StopDaemon,
    List,
    Save,
    Restore,
    Help,
    Version,
};

enum class RuleOption : quint8 {
    TcpService,
    UdpService,
    SctpService,
    MarkService,
    Ipv6,
    Scheduler,
    Persistent,
    Netmask,
    Engine,
    OnePacket,
    SchedulerFlags,
    Server,
    Gatewaying,
    Tunnelling,
    Masquerading,
    TunnelType,
    TunnelPort,
    TunnelNoChecksum,
    TunnelChecksum,
    TunnelRemoteChecksum,
    Weight,
    UpperThreshold,
    LowerThreshold,
    SyncInterface,
    SyncId,
    SyncGroup,
    SyncPort,
    SyncTtl,
    SyncLength,
    Numeric,
    ShowConnections,
    ShowTimeouts,
    ShowDaemons,
    ShowDetail, ///< --stats, --rate, --thresholds
    ShowPersistent,
    ShowTunnels,
    ShowOrder, ///< --nosort, --exact
    Sort,      ///< without effect; nothing is ever looked at that has to do with it
};

enum class RuleArgument : quint8 { None, Required, Optional };

/// One row of what ipvsadm 1.31 accepts, as Debian ships it.
struct RuleSpec {
    std::variant<RuleVerb, RuleOption> meaning;
    char shortName; ///< 0: none
    QLatin1StringView longName;
    RuleArgument argument = RuleArgument::None;
    quint32 verbs = 0; ///< an option: set of RuleVerb it fits, one bit each

    bool fits(RuleVerb verb) const { return verbs >> quint8(verb) & 1; }
    /// "-t"; "--sctp-service" where there is no short name.
    QString name() const;
};

std::span<const RuleSpec> ruleSpecs();
const RuleSpec &specOf(RuleVerb verb);
const RuleSpec &specOf(RuleOption option);
/// nullptr if there is no such option; names can't be abbreviated.
const RuleSpec *findRuleSpec(QChar shortName);
const RuleSpec *findRuleSpec(QStringView longName);

/// Whether only one of two options can be given: -t and -u, -g and -m, the same twice, …
bool excludeEachOther(const RuleSpec &one, const RuleSpec &other);
bool needsService(RuleVerb verb);
bool needsServer(RuleVerb verb);

} // namespace lvs
