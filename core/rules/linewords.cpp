// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/linewords.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr QChar byteOrderMark(0xfeff);

RuleDiagnostic passedOver(RuleNote::Code code, TextSpan span, const QString &replacement,
                          Severity severity = Severity::Warning)
{
    return {.severity = severity, .what = RuleNote{.code = code, .span = span}, .fixes = {{span, replacement}}};
}

/// Length of a backslash with the line end behind it, or with the end of the text; 0 if there is none here.
qsizetype continuationAt(QStringView text, qsizetype start)
{
    if (text[start] != u'\\')
        return 0;
    qsizetype end = start + 1;
    if (end < text.size() && text[end] == u'\r')
        ++end;
    if (end == text.size())
        return end - start;
    return text[end] == u'\n' ? end + 1 - start : 0;
}

bool isProgramPath(QStringView word)
{
    return word.endsWith("/ipvsadm"_L1);
}

} // namespace

bool isRuleBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n';
}

LineWords lineWords(QStringView text, RuleMode mode)
{
    const bool isFriendly = mode == RuleMode::Friendly;
    LineWords line;
    qsizetype pos = 0;
    if (isFriendly && text.startsWith(byteOrderMark)) {
        line.diagnostics.push_back(passedOver(RuleNote::Code::ByteOrderMark, {0, 1}, {}));
        pos = 1;
    }
    while (true) {
        while (pos < text.size() && isRuleBlank(text[pos]))
            ++pos;
        if (pos == text.size())
            return line;
        if (isFriendly && text[pos] == u'#') {
            line.comment = {pos, text.size() - pos};
            const bool isAlone = line.words.isEmpty();
            line.diagnostics.push_back(
                passedOver(isAlone ? RuleNote::Code::CommentLine : RuleNote::Code::TrailingComment, line.comment, {},
                           isAlone ? Severity::Information : Severity::Warning));
            return line;
        }
        if (const qsizetype length = isFriendly ? continuationAt(text, pos) : 0) {
            line.diagnostics.push_back(passedOver(RuleNote::Code::ContinuedLine, {pos, length}, u" "_s));
            pos += length;
            continue;
        }
        const qsizetype start = pos;
        const auto endsWord = [&](QChar c) {
            return c <= u' ' ? isRuleBlank(c) : c == u'\\' && isFriendly && continuationAt(text, pos) > 0;
        };
        while (pos < text.size() && !endsWord(text[pos]))
            ++pos;
        Word word{text.sliced(start, pos - start), {start, pos - start}};
        if (const qsizetype end = isFriendly ? -1 : word.text.indexOf(QChar(0)); end >= 0)
            word.text.truncate(end); // to the program a word ends there
        if (word.text == "ipvsadm"_L1)
            continue;
        if (isFriendly && line.words.isEmpty() && isProgramPath(word.text)) {
            line.diagnostics.push_back(passedOver(RuleNote::Code::ProgramPath, word.span, u"ipvsadm"_s));
            continue;
        }
        line.words.push_back(word);
    }
}

} // namespace lvs
