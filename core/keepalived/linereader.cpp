// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/linereader.h"

#include <algorithm>

namespace lvs::keepalived {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestValue = 255; // of a variable that is followed: nothing of interest is longer

bool isBlank(QChar c)
{
    return QStringView(u" \t\f\r\v").contains(c);
}

bool isNameCharacter(QChar c)
{
    return c == u'_' || (c.unicode() < 0x80 && c.isLetterOrNumber());
}

/// Length of the name at the beginning of `text`, 0 if there is none.
qsizetype nameLength(QStringView text)
{
    if (text.isEmpty() || !isNameCharacter(text.front()) || text.front().isDigit())
        return 0;
    return std::ranges::find_if_not(text, isNameCharacter) - text.begin();
}

/// A use of a variable, "$NAME" up to a blank or "${NAME}".
struct Use {
    qsizetype length = 0; ///< 0: there is none
    QString name{};
};

Use useAt(QStringView text)
{
    if (text.startsWith(u"${")) {
        const qsizetype length = nameLength(text.sliced(2));
        if (length > 0 && text.sliced(2 + length).startsWith(u'}'))
            return {length + 3, text.sliced(2, length).toString()};
    } else if (text.startsWith(u'$')) {
        const qsizetype length = nameLength(text.sliced(1));
        if (length > 0 && (length + 1 == text.size() || isBlank(text[length + 1])))
            return {length + 1, text.sliced(1, length).toString()};
    }
    return {};
}

} // namespace

std::vector<ConfigWord> LineReader::Line::words() const
{
    std::vector<ConfigWord> words;
    for (const Token &token : tokens)
        words.push_back(token.word);
    return words;
}

LineReader::LineReader(QStringView text)
    : m_text(text)
{
}

bool LineReader::next()
{
    if (m_nextStart >= m_text.size())
        return false;
    m_start = m_nextStart;
    const qsizetype newline = m_text.indexOf(u'\n', m_start);
    m_end = newline < 0 ? m_text.size() : newline;
    m_nextStart = newline < 0 ? m_text.size() : newline + 1;
    return true;
}

TextSpan LineReader::content() const
{
    qsizetype start = m_start;
    while (start < m_end && isBlank(m_text[start]))
        ++start;
    bool quoted = false;
    qsizetype end = start;
    for (qsizetype at = start; at < m_end; ++at) {
        const QChar c = m_text[at];
        if (c == u'\\' && at + 1 < m_end)
            ++at; // whatever follows begins no comment
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && (c == u'#' || c == u'!'))
            break;
        if (!isBlank(m_text[at]))
            end = at + 1;
    }
    return {start, end - start};
}

LineReader::Line LineReader::read()
{
    Line line{.span = content()};
    qsizetype at = line.span.start;
    const qsizetype end = at + line.span.length;
    if (at < end && m_text[at] == u'@') {
        qsizetype stop = at;
        while (stop < end && !isBlank(m_text[stop]))
            ++stop;
        line.condition = m_text.sliced(at, stop - at).toString();
        at = stop;
        while (at < end && isBlank(m_text[at]))
            ++at;
    }
    const QStringView rest = m_text.sliced(at, end - at);
    if (rest.startsWith(u'$')) {
        const qsizetype length = nameLength(rest.sliced(1));
        if (length > 0 && rest.sliced(1 + length).startsWith(u'=')) {
            readDefinition(line, at + 1 + length);
            return line;
        }
    }
    if (rest.startsWith("~SEQ"_L1) || rest.startsWith("~LST"_L1)) {
        line.kind = Statement::Kind::Sequence;
        line.tokens.push_back({.word = {.text = rest.first(4).toString(), .span = {at, 4}}});
        return line;
    }
    if (rest.startsWith("include"_L1) && line.condition.isEmpty())
        readInclude(line, at);
    else
        readTokens(line, at);
    return line;
}

/// Braces belong to the pattern here.
void LineReader::readInclude(Line &line, qsizetype at)
{
    const qsizetype end = line.span.start + line.span.length;
    while (at < end) {
        const qsizetype start = at;
        while (at < end && !isBlank(m_text[at]))
            ++at;
        if (at > start)
            line.tokens.push_back(
                {.word = {.text = m_text.sliced(start, at - start).toString(), .span = {start, at - start}}});
        ++at;
    }
}

void LineReader::readDefinition(Line &line, qsizetype nameEnd)
{
    line.kind = Statement::Kind::Definition;
    qsizetype start = nameEnd;
    while (m_text[start - 1] != u'$')
        --start;
    const QString name = m_text.sliced(start, nameEnd - start).toString();
    line.tokens.push_back({.word = {.text = name, .span = {start, nameEnd - start}}});

    const auto contentEnd = [&] { return content().start + content().length; };
    const QString value =
        m_text.sliced(nameEnd + 1, std::max<qsizetype>(contentEnd() - nameEnd - 1, 0)).trimmed().toString();
    Variable variable{.value = value, .isPlain = line.condition.isEmpty()};
    const auto continues = [&] { return contentEnd() > m_start && m_text[contentEnd() - 1] == u'\\'; };
    if (continues()) {
        variable.isPlain = false;
        while (continues() && next())
            line.span.length = std::max(line.span.length, contentEnd() - line.span.start);
    }
    if (value.size() > longestValue ||
        std::ranges::any_of(value, [](QChar c) { return isBlank(c) || QStringView(u"{}\"$@").contains(c); }))
        variable.isPlain = false;
    if (!variable.isPlain)
        variable.value.clear(); // nothing can be said with a part of it
    m_variables.insert(name, variable);
}

void LineReader::readTokens(Line &line, qsizetype at)
{
    const qsizetype end = line.span.start + line.span.length;
    while (at < end) {
        const QChar c = m_text[at];
        if (isBlank(c)) {
            ++at;
        } else if (c == u'{' || c == u'}') {
            line.tokens.push_back({.word = {.span = {at, 1}}, .brace = c.unicode()});
            ++at;
        } else if (c == u'"') {
            const qsizetype close = m_text.first(end).indexOf(u'"', at + 1);
            if (close < 0) {
                line.unmatchedQuote = TextSpan{at, end - at};
                return;
            }
            ConfigWord word = resolved({at + 1, close - at - 1});
            word.span = {at, close + 1 - at};
            line.tokens.push_back({.word = std::move(word)});
            at = close + 1;
        } else {
            const qsizetype start = at;
            while (at < end && !isBlank(m_text[at]) && !QStringView(u"{}\"").contains(m_text[at])) {
                const bool braced = m_text[at] == u'$' && at + 1 < end && m_text[at + 1] == u'{';
                const Use use = braced ? useAt(m_text.sliced(at, end - at)) : Use{};
                at += std::max<qsizetype>(use.length, 1);
            }
            line.tokens.push_back({.word = resolved({start, at - start})});
        }
    }
}

ConfigWord LineReader::resolved(TextSpan span) const
{
    const QStringView written = m_text.sliced(span.start, span.length);
    ConfigWord word{.span = span};
    if (!written.contains(u'$') && !written.contains(u'\\')) {
        word.text = written.toString();
        return word;
    }
    for (qsizetype at = 0; at < written.size();) {
        const Use use = useAt(written.sliced(at));
        const auto variable = use.length > 0 ? m_variables.constFind(use.name) : m_variables.constEnd();
        if (variable != m_variables.constEnd()) {
            word.isVariable = true;
            word.isUnresolved |= !variable->isPlain;
            word.text += variable->value;
            at += use.length;
        } else if (written[at] == u'\\' && at + 1 < written.size() && QStringView(u"#!").contains(written[at + 1])) {
            word.text += written[at + 1];
            at += 2;
        } else {
            word.text += written[at];
            ++at;
        }
    }
    return word;
}

} // namespace lvs::keepalived
