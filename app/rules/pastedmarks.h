// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markedtext.h"
#include "core/change/changeplan.h"
#include "core/rules/marktext.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace lvs {

/// Finds what pasted commands for firewall rules that set marks come to in the console's own table: commands of
/// iptables change the rules of iptables, which this console leaves alone.
class PastedMarks
{
public:
    /// `present` is the director's packet filter, none where it can't be read. What `draft` changes in it is not
    /// planned again.
    PastedMarks(const std::optional<FirewallState> &present, const ChangePlan &draft);

    /// Something to be said about what the command does, or why it can't do anything.
    struct Answer {
        bool isLeftOut = false;
        std::optional<MarkedText> remark{};
    };
    Answer add(const MarkCommand &command);
    /// Leads from the draft to what is wanted.
    ChangePlan plan() const;

private:
    Answer addRule(const MarkRule &rule);
    Answer removeRule(const MarkRule &rule);

    std::map<MarkRule, MarkRuleState> m_others; ///< rules of other programs
    std::set<MarkRule> m_start;                 ///< the own ones with the draft, as far as they are known
    std::set<MarkRule> m_wanted;
    std::set<MarkRule> m_removed;  ///< that may be there, while it is not known what is
    std::vector<MarkRule> m_named; ///< in the order of the commands
    bool m_isKnown;
};

} // namespace lvs
