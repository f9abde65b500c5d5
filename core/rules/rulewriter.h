// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleplanner.h"

namespace lvs {

enum class RuleFlavour : quint8 {
    /// What `ipvsadm-save -n` (1.31) prints, byte for byte. It loses thresholds, timeouts, sync daemons and the netmask
    /// of services that are not persistent.
    AsSaved,
    /// The same lines with what that loses, in words that `ipvsadm -R` reads: -M, -x and -y where they are not the
    /// default, then --set and --start-daemon.
    Complete,
};

/// A state as a rule file: lines that end with LF, services and servers in ipvsadm's order. That is by differences of
/// 32 bits with a sign, which far addresses turn round; where they run in a circle, the order of the servers in the
/// table decides, as it does there. Where ipvsadm would print what it can't read back, the lines say what is meant:
/// marks from 2147483648 on, and flag-3 of sh and mh. Services of protocols beside TCP, UDP and SCTP, for which ipvsadm
/// has no word, are left out.
QString writeRules(const RuleState &state, RuleFlavour flavour);

/// One object as writeRules() writes it, without a line end; empty if ipvsadm has no word for the protocol.
/// Servers that are forwarded to in a way that ipvsadm can't set (local, bypass) become -g, as in what it saves.
QString ruleFor(const VirtualService &service, RuleFlavour flavour);
QString ruleFor(const ServiceKey &service, const RealServer &server, RuleFlavour flavour);
QString ruleFor(const Timeouts &timeouts);
QString ruleFor(const SyncDaemon &daemon);

} // namespace lvs
