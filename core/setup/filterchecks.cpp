// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"
#include "core/setup/directorfilter.h"
#include "core/setup/hostfacts.h"
#include "core/types/protocolword.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Code = SetupCheck::Code;

/// "TCP 80,443": what a rule takes of what comes to its address.
QString endpointsOf(const MarkRule &rule)
{
    const QString ports = rule.ports.isEmpty() ? u"0-65535"_s : rule.ports.toString();
    return rule.protocol == 0 ? ports : protocolName(rule.protocol) + u' ' + ports;
}

/// Rules that are there, but could not be read, may give packets another source.
bool hasUnreadNat(const FirewallState &firewall)
{
    const auto isNat = [](const UnreadRules &unread) { return unread.place.endsWith(" nat"_L1); }; // of legacy iptables
    return !firewall.unreadFilters.empty() || std::ranges::any_of(firewall.unread, isNat);
}

} // namespace

SetupCheck checkMarks(const SetupWish &wish, const FirewallState *firewall)
{
    const auto rule = markRuleOf(wish);
    CheckLine check{Code::MarkRule, wish.director};
    check.wanted(rule ? endpointsOf(*rule) : u"0x"_s + QString::number(wish.service.key.firewallMark, 16));
    if (!firewall)
        return check;
    for (const MarkRuleState &state : firewall->marks) {
        if (state.rule.destination.contains(wish.vip()) || state.rule.leadsTo(wish.service.key))
            check.evidence(state.place, state.rule.toString());
    }
    for (const UnreadRules &unread : firewall->unread)
        check.evidence(unread.place, {});
    const bool isGood = isMarked(wish, *firewall);
    if (!isGood && !firewall->unread.empty())
        return check;
    QStringList present;
    for (const MarkRuleState &state : marksTowards(wish, *firewall))
        present << endpointsOf(state.rule);
    return check.is(present.join(u", "), isGood);
}

SetupCheck checkSourceNat(const SetupWish &wish, const ServerKey &server, const HostInfo *director,
                          const FirewallState *firewall)
{
    CheckLine check{Code::SourceNat, wish.director, server};
    if (!director || director->interfaces.empty())
        return check;
    if (const InterfaceAddress *source = sourceTowards(*director, server.address, wish.vip()))
        check.wanted(source->address.toString());
    if (!firewall)
        return check;
    const std::vector<SnatRule> snats = snatsTowards(wish, server.address, *firewall);
    for (const SnatRule &rule : snats)
        check.evidence(u"inet lvs-console fullnat"_s, rule.toString());
    if (snats.empty()) {
        const OthersSnat others = othersSnat(wish, server, director, *firewall);
        for (const FilterRule *rule : others.rules)
            check.evidence(rule->place, rule->toString());
        if (others.rules.empty() && hasUnreadNat(*firewall)) {
            for (const UnreadRules &unread : firewall->unreadFilters)
                check.evidence(unread.place, {});
            return check;
        }
        if (others.rules.empty())
            return check.is({}, false);
        return others.isCertain ? check.is(others.rules.back()->toString(), true) : SetupCheck(check);
    }
    const IpAddress &source = snats.front().source;
    return check.is(source.toString(), interfaceWith(*director, source));
}

} // namespace lvs
