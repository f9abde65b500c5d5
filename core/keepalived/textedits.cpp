// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/textedits.h"

#include "core/keepalived/exporttext.h"

#include <algorithm>
#include <tuple>

namespace lvs::keepalived {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

qsizetype lineStart(QStringView text, qsizetype at)
{
    return at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
}

/// Behind the end of the line.
qsizetype nextLine(QStringView text, qsizetype at)
{
    const qsizetype newline = text.indexOf(u'\n', at);
    return newline < 0 ? text.size() : newline + 1;
}

/// A blank or a comment up to the end of the line.
bool restIsEmpty(QStringView text, qsizetype at)
{
    const QStringView rest = text.sliced(at, nextLine(text, at) - at).trimmed();
    return rest.isEmpty() || rest.startsWith(u'#') || rest.startsWith(u'!');
}

QString leadingBlanks(QStringView text, qsizetype at)
{
    const qsizetype start = lineStart(text, at);
    const QStringView before = text.sliced(start, at - start);
    return isBlank(before) ? before.toString() : QString();
}

const Statement *findIn(const std::vector<Statement> &statements, TextSpan span)
{
    for (const Statement &statement : statements) {
        if (statement.span == span)
            return &statement;
        const bool inside = statement.span.start <= span.start &&
                            span.start + span.length <= statement.span.start + statement.span.length;
        if (const Statement *found = inside ? findIn(statement.children, span) : nullptr)
            return found;
    }
    return nullptr;
}

} // namespace

TextEdits::TextEdits(const Configuration &config, ConfigWalk &walk)
    : m_config(config)
    , m_walk(walk)
{
}

std::optional<PlacedStatement> TextEdits::find(const Origin &origin) const
{
    const Statement *found = findIn(m_config.files[origin.file].statements, origin.span);
    return found ? std::optional(PlacedStatement{found, origin.file}) : std::nullopt;
}

QString TextEdits::lineEnd(std::size_t file) const
{
    const QString &text = textOf(file);
    const qsizetype newline = text.indexOf(u'\n');
    return newline > 0 && text[newline - 1] == u'\r' ? u"\r\n"_s : u"\n"_s;
}

QString TextEdits::indentation(const PlacedStatement &block) const
{
    const QString &text = textOf(block.file);
    for (const Statement &child : block->children) {
        const qsizetype line = lineStart(text, child.span.start);
        if (isBlank(QStringView(text).sliced(line, child.span.start - line)))
            return leadingBlanks(text, child.span.start);
    }
    return leadingBlanks(text, block->span.start) + u"    "_s;
}

std::vector<PlacedStatement> TextEdits::matching(const PlacedStatement &block, const QStringList &keywords)
{
    std::vector<PlacedStatement> found = m_walk.inside(block);
    std::erase_if(found, [&](const PlacedStatement &at) { return !keywords.contains(at->keyword()); });
    return found;
}

bool TextEdits::set(const PlacedStatement &block, const QStringList &keywords, const QString &value)
{
    const std::vector<PlacedStatement> present = matching(block, keywords);
    if (present.empty()) {
        prepend(block, value.isEmpty() ? keywords.front() : keywords.front() + u' ' + value);
        return true;
    }
    const PlacedStatement &last = present.back();
    if (std::ranges::any_of(last->words, &ConfigWord::isVariable))
        return false;
    const TextSpan keyword = last->words.front().span;
    const qsizetype keywordEnd = keyword.start + keyword.length;
    if (last->words.size() == 1) {
        m_edits.push_back({last.file, {keywordEnd, 0}, value.isEmpty() ? QString() : u' ' + value});
        return true;
    }
    const qsizetype start = last->words[1].span.start;
    const TextSpan end = last->words.back().span;
    m_edits.push_back({last.file, {start, end.start + end.length - start}, value});
    return true;
}

void TextEdits::unset(const PlacedStatement &block, const QStringList &keywords)
{
    for (const PlacedStatement &at : matching(block, keywords))
        remove(at);
}

void TextEdits::remove(const PlacedStatement &at)
{
    const QString &text = textOf(at.file);
    const qsizetype end = at->span.start + at->span.length;
    const qsizetype lineBegin = lineStart(text, at->span.start);
    const bool ownsLines =
        isBlank(QStringView(text).sliced(lineBegin, at->span.start - lineBegin)) && restIsEmpty(text, end);
    if (ownsLines)
        m_edits.push_back({at.file, {lineBegin, nextLine(text, end) - lineBegin}, {}});
    else
        m_edits.push_back({at.file, at->span, {}});
}

void TextEdits::prepend(const PlacedStatement &block, const QString &line)
{
    const QString &text = textOf(block.file);
    const QString end = lineEnd(block.file);
    const qsizetype brace = block->open.start + 1;
    if (restIsEmpty(text, brace) && nextLine(text, brace) < text.size())
        m_edits.push_back({block.file, {nextLine(text, brace), 0}, indentation(block) + line + end});
    else
        m_edits.push_back({block.file, {brace, 0}, end + indentation(block) + line + end});
}

void TextEdits::append(const PlacedStatement &block, const QString &lines)
{
    const QString &text = textOf(block.file);
    QString added = indented(lines, indentation(block));
    added.replace(u'\n', lineEnd(block.file));
    const qsizetype close = block->close.start;
    const qsizetype start = lineStart(text, close);
    if (isBlank(QStringView(text).sliced(start, close - start)))
        m_edits.push_back({block.file, {start, 0}, added});
    else
        m_edits.push_back({block.file, {close, 0}, lineEnd(block.file) + added});
}

void TextEdits::appendToFile(std::size_t file, const QString &lines)
{
    const QString &text = textOf(file);
    QString added = lines;
    const bool isFirst = m_grown.insert(file).second;
    if (!isFirst || !text.isEmpty())
        added.prepend(!isFirst || text.endsWith(u'\n') ? u"\n"_s : u"\n\n"_s);
    added.replace(u'\n', lineEnd(file));
    m_edits.push_back({file, {text.size(), 0}, added});
}

std::vector<ConfigFile> TextEdits::files() const
{
    std::vector<ConfigFile> files;
    for (const ConfigText &file : m_config.files)
        files.push_back({file.path, file.text, file.isLatin1});
    // From the end, so that the places before stay; of several at one place the replacement, then what is added last.
    std::vector<Edit> edits(m_edits.rbegin(), m_edits.rend());
    std::ranges::stable_sort(edits, std::ranges::greater{},
                             [](const Edit &edit) { return std::pair(edit.span.start, edit.span.length); });
    std::set<std::tuple<std::size_t, qsizetype, qsizetype, QString>> made; // services of one group share their text
    for (const Edit &edit : edits) {
        if (made.emplace(edit.file, edit.span.start, edit.span.length, edit.text).second)
            files[edit.file].text.replace(edit.span.start, edit.span.length, edit.text);
    }
    return files;
}

} // namespace lvs::keepalived
