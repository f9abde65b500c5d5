// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/pastedrules.h"

#include "app/rules/pastedmarks.h"
#include "app/text/errortext.h"
#include "app/text/rulenotetext.h"
#include "core/rules/rulediagnostic.h"
#include "core/rules/ruleplanner.h"
#include "core/rules/shelltext.h"

#include <algorithm>

namespace lvs {

namespace {

class Remarks
{
public:
    Remarks(const QString &text, PastedRules &rules)
        : m_text(text)
        , m_rules(rules)
    {
    }

    /// `say` finds the words, which most of many remarks don't need.
    void add(TextSpan span, State state, auto &&say)
    {
        if (m_rules.remarks.size() == PastedRules::mostRemarks) {
            ++m_rules.moreRemarks;
            return;
        }
        m_rules.remarks.push_back({span, lineOf(span.start), state, say()});
    }

private:
    /// Counts on from the last one; remarks come nearly in the order of the text.
    qsizetype lineOf(qsizetype place)
    {
        if (place < m_place) {
            m_place = 0;
            m_line = 1;
        }
        m_line += QStringView(m_text).sliced(m_place, place - m_place).count(u'\n');
        m_place = place;
        return m_line;
    }

    const QString &m_text;
    PastedRules &m_rules;
    qsizetype m_place = 0;
    qsizetype m_line = 1;
};

} // namespace

PastedRules readPastedRules(const QString &text, const std::optional<PasteStart> &start)
{
    PastedRules rules;
    Remarks remarks(text, rules);
    std::optional<RulePlanner> planner;
    std::optional<PastedMarks> marks;
    if (start) {
        planner.emplace(RuleState{start->table->drafted, start->timeouts, start->daemons}, RuleStart::PresentState,
                        &start->table->present);
        marks.emplace(start->firewall, *start->draft);
    }
    for (const PastedCommand &pasted : readPastedCommands(text)) {
        Result<std::vector<RuleNote>> notes;
        const auto *rule = pasted.command ? std::get_if<RuleCommand>(&*pasted.command) : nullptr;
        if (!pasted.command)
            notes = std::unexpected(pasted.command.error());
        else if (rule && planner)
            notes = planner->add(*rule);
        if (!notes) {
            const Error &error = notes.error();
            ++rules.leftOut;
            if (error.code == ErrorCode::NotIpvsadm)
                remarks.add(pasted.span, State::Unknown, [&] { return errorSentence(error); });
            else
                remarks.add(error.span, State::Unreachable, [&] { return errorSummary(error); });
            continue;
        }
        if (!rule && marks) {
            const auto [isLeftOut, remark] = marks->add(std::get<MarkCommand>(*pasted.command));
            rules.leftOut += isLeftOut ? 1 : 0;
            if (remark)
                remarks.add(pasted.span, remark->mark, [&] { return remark->sentence; });
        }
        if (rule)
            notes->insert(notes->begin(), rule->notes.begin(), rule->notes.end());
        for (const RuleNote &note : *notes) {
            const bool isHint = severityOf(note) == Severity::Information;
            remarks.add(note.span, isHint ? State::Unknown : State::Overloaded, [&] { return ruleNoteText(note); });
        }
    }
    if (planner) {
        ChangePlan plan = planner->plan(planner->wanted());
        std::ranges::copy(marks->plan().operations, std::back_inserter(plan.operations));
        rules.plan = std::make_shared<const ChangePlan>(std::move(plan));
    }
    return rules;
}

} // namespace lvs
