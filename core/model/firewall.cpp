// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/firewall.h"

#include "core/types/protocolword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {

bool MarkRule::leadsTo(const ServiceKey &service) const
{
    return service.isMark() && service.family == destination.family() && (service.firewallMark & mask) == mark;
}

QString MarkRule::toString() const
{
    QString text = destination.toString();
    if (protocol != 0)
        text += u' ' + protocolName(protocol);
    if (!ports.isEmpty())
        text += u' ' + ports.toString();
    text += u" -> 0x"_s + QString::number(mark, 16);
    return mask == ~0u ? text : text + u"/0x"_s + QString::number(mask, 16);
}

QString SnatRule::toString() const
{
    return servers.toString() + u' ' + virtualAddress.toString() + u" -> "_s + source.toString();
}

Result<void> validate(const MarkRule &rule)
{
    if (!rule.destination.isOne() || !rule.destination.address().isUnicast())
        return failure(ErrorCode::NotUnicast);
    switch (Protocol(rule.protocol)) {
    case Protocol::Tcp:
    case Protocol::Udp:
    case Protocol::Sctp:
        break;
    default:
        return failure(ErrorCode::UnsupportedProtocol);
    }
    if (rule.ports.isEmpty() || rule.ports.contains(0))
        return failure(ErrorCode::MissingPort);
    if (rule.mark == 0)
        return failure(ErrorCode::FirewallMarkZero);
    return rule.mask == ~0u ? Result<void>() : failure(ErrorCode::BadMask);
}

Result<void> validate(const SnatRule &rule)
{
    const Family family = rule.servers.family();
    if (rule.virtualAddress.family() != family || rule.source.family() != family)
        return failure(ErrorCode::FamilyMismatch);
    if (rule.servers.prefixLength() == 0)
        return failure(ErrorCode::BadMask);
    return rule.virtualAddress.isUnicast() && rule.source.isUnicast() ? Result<void>() : failure(ErrorCode::NotUnicast);
}

bool FirewallState::has(const MarkRule &rule) const
{
    return std::ranges::any_of(marks, [&](const MarkRuleState &state) {
        return state.program == FirewallProgram::Console && state.rule == rule;
    });
}

bool FirewallState::has(const SnatRule &rule) const
{
    return std::ranges::contains(snats, rule, &SnatRuleState::rule);
}

std::vector<MarkRuleState> FirewallState::leadingTo(const ServiceKey &service) const
{
    std::vector<MarkRuleState> leading;
    std::ranges::copy_if(marks, std::back_inserter(leading),
                         [&](const MarkRuleState &state) { return state.rule.leadsTo(service); });
    return leading;
}

} // namespace lvs
