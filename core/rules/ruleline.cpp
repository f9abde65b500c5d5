// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleline.h"

#include "core/rules/commandreader.h"
#include "core/rules/dialect.h"
#include "core/rules/friendlywords.h"
#include "core/rules/linewords.h"
#include "core/rules/oddcharacters.h"
#include "core/rules/rulefixes.h"

#include <algorithm>

namespace lvs {
namespace {

/// ipvsadm keeps a word in 4096 bytes; what it does with a longer one is chance.
constexpr qsizetype longestWord = 4095;

bool isEndless(const Word &word)
{
    return word.text.size() > longestWord;
}

RuleDiagnostic tooLong(const Word &word)
{
    const TextSpan span{word.span.start + longestWord, word.span.length - longestWord};
    return {.what = Error{.code = ErrorCode::TooLong, .values = {QString::number(longestWord)}, .span = span}};
}

void refuse(RuleLine &line, RuleDiagnostic diagnostic, const RuleRefusal &refusal)
{
    line.kind = RuleLine::Kind::Error;
    line.endsReading = refusal.endsReading;
    line.exitStatus = refusal.exitStatus;
    line.diagnostics.push_back(std::move(diagnostic));
}

void accept(RuleLine &line, QStringView text, bool isFriendly)
{
    RuleCommand &command = *line.command;
    line.kind = RuleLine::Kind::Command;
    line.endsReading = command.verb == RuleVerb::Help || command.verb == RuleVerb::Version;
    std::vector<RuleNote> notes = std::exchange(command.notes, {});
    const bool namesForwarding = command.has(RuleOption::Gatewaying) || command.has(RuleOption::Tunnelling) ||
                                 command.has(RuleOption::Masquerading);
    if (isFriendly && command.verb == RuleVerb::EditServer && !namesForwarding)
        notes.push_back({.code = RuleNote::Code::ForwardingUnnamed, .span = command.span});
    for (const RuleNote &note : notes)
        line.diagnostics.push_back(
            {.severity = severityOf(note), .what = note, .fixes = fixesFor(note, command, text)});
}

/// Into the line itself: a command is large, and a file has many.
std::optional<RuleRefusal> readCommand(RuleLine &line, std::span<const Word> words, RuleMode mode)
{
    auto refusal = CommandReader(words, mode, line.command.emplace()).read();
    if (refusal)
        line.command.reset();
    return refusal;
}

} // namespace

bool RuleLine::hasError() const
{
    return kind == Kind::Error;
}

bool continuesOnNextLine(QStringView line)
{
    if (line.endsWith(u'\r'))
        line.chop(1);
    if (!line.endsWith(u'\\'))
        return false;
    for (qsizetype i = line.indexOf(u'#'); i >= 0; i = line.indexOf(u'#', i + 1)) {
        if (i == 0 || isRuleBlank(line[i - 1]))
            return false; // a comment ends with its line
    }
    return true;
}

RuleLine readRuleLine(QStringView text, RuleMode mode)
{
    const bool isFriendly = mode == RuleMode::Friendly;
    RuleLine line;
    if (auto odd = isFriendly ? oddCharacter(text) : std::nullopt) {
        refuse(line, std::move(*odd), {});
        return line;
    }
    LineWords words = lineWords(text, mode);
    line.diagnostics = std::move(words.diagnostics);
    if (words.words.isEmpty()) {
        line.kind = words.comment.length > 0 ? RuleLine::Kind::Comment : RuleLine::Kind::Blank;
        return line;
    }
    if (const auto endless = std::ranges::find_if(words.words, isEndless); endless != words.words.end()) {
        refuse(line, tooLong(*endless), {.endsReading = true, .exitStatus = 2});
        return line;
    }

    auto refusal = readCommand(line, words.words, mode);
    if (refusal && isFriendly) {
        FriendlyWords friendly(words.words);
        if (friendly.mend()) {
            refusal = readCommand(line, friendly.words(), mode);
            std::ranges::copy(friendly.diagnostics(), std::back_inserter(line.diagnostics));
        }
    }
    if (!refusal) {
        accept(line, text, isFriendly);
        return line;
    }
    Error error = refusal->error;
    if (const auto word = isFriendly ? wordOfOtherDialect(words.words, error) : std::nullopt)
        error = {.code = ErrorCode::OtherDialect, .values = {word->text.toString()}, .span = word->span};
    refuse(line, {.what = error, .fixes = fixesFor(error, text)}, *refusal);
    return line;
}

} // namespace lvs
