// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/setup/setup.h"

namespace lvs {

// What a set-up needs of the director's packet filter.

/// The rule that gives packets for a service their mark. Nothing for one without a mark, or where others see to that.
std::optional<MarkRule> markRuleOf(const SetupWish &wish);
/// Rules that give packets for the wish's VIP the mark of its service, all of them.
std::vector<MarkRuleState> marksTowards(const SetupWish &wish, const FirewallState &firewall);
/// Whether everything that the wish names gets the mark: every port, whatever the number of rules; where it names none,
/// anything.
bool isMarked(const SetupWish &wish, const FirewallState &firewall);

/// The rule that gives packets for a real server the director as their source: for the whole network that both are in,
/// or for the real server alone where a router is between them. NotOnLink where the director has no address towards it.
Result<SnatRule> snatRuleFor(const SetupWish &wish, const IpAddress &rip, const HostInfo &director);
/// The rules that packets for a real server meet; the first of them decides. Where the VIP of a mark is not known,
/// those for any VIP.
std::vector<SnatRule> snatsTowards(const SetupWish &wish, const IpAddress &rip, const FirewallState &firewall);

/// Rules of other programs that may give what IPVS sends to a real server the director as its source, too, in their
/// order. Only tracked connections meet them: none where connection tracking of IPVS is off, or not known to be on.
struct OthersSnat {
    std::vector<const FilterRule *> rules{}; ///< valid as long as the firewall's state
    bool isCertain = false;                  ///< one of them does it for all clients
};
OthersSnat othersSnat(const SetupWish &wish, const ServerKey &server, const HostInfo *director,
                      const FirewallState &firewall);

/// Whether what IPVS sends to a real server by masquerading gets the director as its source, by rules of the own table
/// or of others: FullNAT.
bool isSourceTranslated(const SetupWish &wish, const ServerKey &server, const HostInfo *director,
                        const FirewallState &firewall);

/// What is missing of source NAT for a FullNAT wish. A rule with a source that the director does not have goes.
/// NotOnLink.
Result<ChangePlan> sourceNatPlan(const SetupWish &wish, const HostInfo &director, const FirewallState &firewall);
/// What is missing of the marks. Rules for other ports stay: nobody but a person knows what they are for.
ChangePlan marksPlan(const SetupWish &wish, const FirewallState &firewall);

} // namespace lvs
