// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/commandchange.h"

#include "core/rules/linewords.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace lvs {
namespace {

/// The options of a command as they are written.
std::map<RuleOption, QString> optionsOf(const QString &command)
{
    std::map<RuleOption, QString> options;
    if (const auto read = readRuleLine(command, RuleMode::Friendly).command) {
        for (const RuleCommand::Given &given : read->given)
            options[given.option] = command.sliced(given.start, given.length);
    }
    return options;
}

bool meanTheSame(const std::optional<RuleCommand> &one, const std::optional<RuleCommand> &other)
{
    return one && other && one->service == other->service && one->server == other->server;
}

QString carriedOut(QString text, const std::vector<RuleFix> &fixes)
{
    for (const RuleFix &fix : fixes | std::views::reverse)
        text.replace(fix.span.start, fix.span.length, fix.replacement);
    return text;
}

/// Replaces, removes and adds options of a command.
class OptionChange
{
public:
    OptionChange(const RuleCommand &command, QStringView text, TextSpan span)
        : m_command(command)
        , m_text(text)
        , m_end(span.start + span.length)
    {
    }

    void set(RuleOption option, const QString &wanted)
    {
        const auto place = std::ranges::find_if(m_command.given, [option](const RuleCommand::Given &given) {
            return given.option == option || excludeEachOther(specOf(given.option), specOf(option));
        });
        if (place == m_command.given.end()) {
            if (!wanted.isEmpty())
                m_added += u' ' + wanted;
            return;
        }
        const auto earlier = std::ranges::find(m_fixes, place->span(), &RuleFix::span);
        if (earlier != m_fixes.end()) {
            if (!wanted.isEmpty())
                earlier->replacement = wanted; // -m gives way to -g
            return;
        }
        m_fixes.push_back({place->span(), wanted});
    }

    std::vector<RuleFix> fixes()
    {
        for (RuleFix &fix : m_fixes) { // with the blank before it
            if (fix.replacement.isEmpty() && fix.span.start > 0 && isRuleBlank(m_text[fix.span.start - 1]))
                fix.span = {fix.span.start - 1, fix.span.length + 1};
        }
        if (!m_added.isEmpty())
            m_fixes.push_back({{m_end, 0}, m_added});
        std::ranges::stable_sort(m_fixes, {}, [](const RuleFix &fix) { return fix.span.start; });
        return std::move(m_fixes);
    }

private:
    const RuleCommand &m_command;
    QStringView m_text;
    qsizetype m_end;
    std::vector<RuleFix> m_fixes;
    QString m_added;
};

} // namespace

TextSpan commandSpan(QStringView text, RuleMode mode)
{
    const LineWords line = lineWords(text, mode);
    if (line.words.isEmpty())
        return {};
    const TextSpan first = line.words.first().span;
    const TextSpan last = line.words.last().span;
    return {first.start, last.start + last.length - first.start};
}

std::vector<RuleFix> commandChange(const CommandText &command, const QString &before, const QString &after)
{
    if (!command.line.command || after.isEmpty())
        return {};
    const RuleCommand &present = *command.line.command;
    const TextSpan span = commandSpan(command.text, command.mode);
    const auto was = optionsOf(before);
    const auto wanted = optionsOf(after);
    OptionChange change(present, command.text, span);
    for (const auto &[option, text] : was) {
        if (!wanted.contains(option))
            change.set(option, {});
    }
    for (const auto &[option, text] : wanted) {
        const auto old = was.find(option);
        if (old == was.end() || old->second != text)
            change.set(option, text);
    }
    std::vector<RuleFix> fixes = change.fixes();
    const auto target = readRuleLine(after, RuleMode::Friendly).command;
    if (meanTheSame(readRuleLine(carriedOut(command.text, fixes), command.mode).command, target))
        return fixes;
    const QString verb = command.text.sliced(present.span.start, present.span.length);
    return {{span, verb.section(u' ', 0, 0) + after.sliced(2)}};
}

} // namespace lvs
