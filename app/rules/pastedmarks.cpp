// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/pastedmarks.h"

#include "app/text/errortext.h"
#include "app/text/firewalltext.h"
#include "core/change/workingtable.h"
#include "core/model/markmatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PastedMarks)
public:
    static MarkedText alreadyThere()
    {
        return {State::Unknown, tr("LVS Console's firewall table has this rule already.")};
    }
    static MarkedText alreadyElsewhere(const MarkRuleState &state)
    {
        return {State::Overloaded, tr("The same rule stands in %1 (%2) already: the new one does nothing beside it.",
                                      "place of a rule, whose it is")
                                       .arg(state.place, firewallProgramText(state.program))};
    }
    static MarkedText notOurs(const MarkRuleState &state)
    {
        return {State::Unreachable,
                tr("This rule stands in %1 (%2), and LVS Console changes its own rules alone. Run the "
                   "command on the director.",
                   "place of a rule, whose it is")
                    .arg(state.place, firewallProgramText(state.program))};
    }
    static MarkedText notThere() { return {State::Unreachable, tr("LVS Console's firewall table has no such rule.")}; }
    static MarkedText notKnown()
    {
        return {State::Overloaded, tr("Only a rule in LVS Console's own firewall table is removed. Whether it is there "
                                      "could not be read.")};
    }
};

} // namespace

PastedMarks::PastedMarks(const std::optional<FirewallState> &present, const ChangePlan &draft)
    : m_isKnown(present.has_value())
{
    for (const MarkRuleState &state : applied(present.value_or(FirewallState()), draft).marks) {
        if (state.program == FirewallProgram::Console)
            m_start.insert(state.rule);
        else
            m_others.emplace(state.rule, state);
    }
    m_wanted = m_start;
}

PastedMarks::Answer PastedMarks::add(const MarkCommand &command)
{
    m_named.push_back(command.rule);
    return command.isRemoval ? removeRule(command.rule) : addRule(command.rule);
}

PastedMarks::Answer PastedMarks::addRule(const MarkRule &rule)
{
    if (m_wanted.contains(rule))
        return {.remark = Words::alreadyThere()};
    const auto rival = std::ranges::find_if(
        m_wanted, [&](const MarkRule &own) { return own.mark != rule.mark && overlap(own, rule); });
    if (rival != m_wanted.end()) {
        const Error error{.code = ErrorCode::FirewallRulesOverlap, .values = {rival->toString()}};
        return {.isLeftOut = true, .remark = MarkedText{State::Unreachable, errorSummary(error)}};
    }
    m_wanted.insert(rule);
    m_removed.erase(rule);
    const auto other = m_others.find(rule);
    if (other == m_others.end() || other->second.isNarrower)
        return {};
    return {.remark = Words::alreadyElsewhere(other->second)};
}

PastedMarks::Answer PastedMarks::removeRule(const MarkRule &rule)
{
    if (m_wanted.erase(rule) > 0)
        return {};
    if (!m_isKnown) {
        m_removed.insert(rule);
        return {.remark = Words::notKnown()};
    }
    const auto other = m_others.find(rule);
    return {.isLeftOut = true, .remark = other == m_others.end() ? Words::notThere() : Words::notOurs(other->second)};
}

ChangePlan PastedMarks::plan() const
{
    ChangePlan plan;
    std::set<MarkRule> planned;
    for (const MarkRule &rule : m_named) {
        const bool isThere = m_start.contains(rule) || m_removed.contains(rule);
        const bool isWanted = m_wanted.contains(rule);
        if (isThere == isWanted || !planned.insert(rule).second)
            continue;
        plan.operations.push_back(isWanted ? Operation(AddMarkRule{rule}) : RemoveMarkRule{rule});
    }
    return plan;
}

} // namespace lvs
