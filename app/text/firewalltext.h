// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QString>

#include <span>

namespace lvs {

/// "nftables": whose a rule is.
QString firewallProgramText(FirewallProgram program);
/// "80 (0x50)": as ipvsadm writes a mark, and as firewalls do.
QString markText(quint32 mark);
/// "172.18.100.6, TCP, ports 80, 443": what a rule looks at.
QString matchText(const MarkRule &rule);
/// "172.18.100.6, TCP, ports 80, 443 → mark 80 (0x50)"
QString markRuleText(const MarkRule &rule);
/// A line for each of the first rules, and how many there are beside them.
QStringList markRuleLines(std::span<const MarkRule> rules);
/// "172.18.100.6, TCP, ports 80, 443: 1,234 packets (LVS Console)"
QString markRuleText(const MarkRuleState &state);
/// Where the rule stands, and what there is to know about it; for a tooltip.
QString markRuleDetails(const MarkRuleState &state);
QString operationText(const AddMarkRule &add);
QString operationText(const RemoveMarkRule &remove);
QString operationText(const AddSnatRule &add);
QString operationText(const RemoveSnatRule &remove);
/// "ip mangle PREROUTING (iptables): there, but can't be read"
QString unreadRulesText(const UnreadRules &unread);
/// That they may lead to a service, where they stand, and the commands that show them.
QString unreadRulesAdvice(std::span<const UnreadRules> unread);

} // namespace lvs
