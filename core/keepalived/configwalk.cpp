// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/configwalk.h"

#include <QRegularExpression>

#include <algorithm>

namespace lvs::keepalived {

using namespace Qt::StringLiterals;
using Code = ConfigNote::Code;

namespace {

constexpr std::size_t mostNotes = 1000; // nobody reads more
constexpr int mostIncludes = 1000;

TextSpan headOf(const Statement &statement)
{
    if (statement.words.empty())
        return statement.open;
    const ConfigWord &last = statement.words.back();
    return {statement.span.start, last.span.start + last.span.length - statement.span.start};
}

} // namespace

ConfigWalk::ConfigWalk(Configuration &config)
    : m_config(config)
{
}

void ConfigWalk::note(Code code, const PlacedStatement &at, TextSpan span, QStringList values)
{
    if (m_config.notes.size() < mostNotes)
        m_config.notes.push_back({.code = code, .values = std::move(values), .file = at.file, .span = span});
    if (ConfigNote{.code = code}.severity() == Severity::Information)
        m_config.isUncertain = true;
}

void ConfigWalk::note(Code code, const PlacedStatement &at, QStringList values)
{
    note(code, at, headOf(*at.statement), std::move(values));
}

std::vector<PlacedStatement> ConfigWalk::root()
{
    std::vector<PlacedStatement> found;
    if (!m_config.files.empty()) {
        m_stack = {0};
        collect(m_config.files.front().statements, 0, found);
    }
    return found;
}

std::vector<PlacedStatement> ConfigWalk::inside(const PlacedStatement &block)
{
    std::vector<PlacedStatement> found;
    m_stack = {block.file};
    collect(block->children, block.file, found);
    return found;
}

void ConfigWalk::collect(const std::vector<Statement> &statements, std::size_t file, std::vector<PlacedStatement> &into)
{
    for (const Statement &statement : statements) {
        const PlacedStatement at{&statement, file};
        if (statement.isInclude())
            include(at, into);
        else if (isFollowed(at))
            into.push_back(at);
    }
}

bool ConfigWalk::isFollowed(const PlacedStatement &at)
{
    if (at->kind == Statement::Kind::Definition)
        return false;
    if (at->kind == Statement::Kind::Sequence) {
        note(Code::Sequence, at);
        return false;
    }
    if (!at->condition.isEmpty()) {
        note(Code::Condition, at, {at->condition});
        return false;
    }
    const auto unresolved = std::ranges::find_if(at->words, &ConfigWord::isUnresolved);
    if (unresolved != at->words.end()) {
        const TextSpan span = unresolved->span;
        const QString &text = m_config.files[at.file].text;
        note(Code::LongDefinition, at, span, {text.sliced(span.start, span.length)});
        return false;
    }
    return !at->words.empty();
}

void ConfigWalk::include(const PlacedStatement &at, std::vector<PlacedStatement> &into)
{
    if (at->words.size() < 2)
        return note(Code::MissingValue, at, {at->words.front().text});
    const QString pattern = includePattern(m_config.files[at.file].path, at->words[1].text);
    const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QRegularExpression::wildcardToRegularExpression(pattern)));
    bool found = false;
    for (std::size_t file = 0; file < m_config.files.size(); ++file) {
        const QString &path = m_config.files[file].path;
        if (path != pattern && !expression.match(path).hasMatch())
            continue;
        found = true;
        if (std::ranges::contains(m_stack, file) || ++m_includes > mostIncludes) {
            note(Code::IncludeTooDeep, at, {pattern});
            continue;
        }
        m_stack.push_back(file);
        collect(m_config.files[file].statements, file, into);
        m_stack.pop_back();
    }
    if (!found) {
        note(Code::IncludeMissing, at, {pattern});
        if (!m_config.missingIncludes.contains(pattern) && m_config.missingIncludes.size() < mostIncludes)
            m_config.missingIncludes.append(pattern);
    }
}

std::optional<QString> ConfigWalk::value(const PlacedStatement &at, std::size_t index)
{
    if (at->words.size() > index)
        return at->words[index].text;
    note(Code::MissingValue, at, {at->words.front().text});
    return std::nullopt;
}

std::optional<quint32> ConfigWalk::number(const PlacedStatement &at, std::size_t index, quint32 smallest,
                                          quint32 largest)
{
    const auto text = value(at, index);
    if (!text)
        return std::nullopt;
    bool isNumber = !text->isEmpty() && text->size() <= 20 &&
                    std::ranges::all_of(*text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const quint64 number = isNumber ? text->toULongLong(&isNumber) : 0;
    if (!isNumber || number < smallest || number > largest) {
        note(Code::BadNumber, at, at->words[index].span,
             {text->left(80), QString::number(smallest), QString::number(largest)});
        return std::nullopt;
    }
    return quint32(number);
}

std::optional<IpAddress> ConfigWalk::address(const PlacedStatement &at, std::size_t index)
{
    const auto text = value(at, index);
    if (!text)
        return std::nullopt;
    qsizetype end = text->indexOf(u'-');
    if (end < 0)
        end = text->indexOf(u'/');
    const auto address = IpAddress::fromText(QStringView(*text).first(end < 0 ? text->size() : end));
    if (!address) {
        note(Code::BadAddress, at, at->words[index].span, {text->left(80)});
        return std::nullopt;
    }
    return *address;
}

std::optional<bool> ConfigWalk::flag(const PlacedStatement &at)
{
    if (at->words.size() < 2)
        return true;
    const QString &text = at->words[1].text;
    if (text == u"on" || text == u"true" || text == u"yes")
        return true;
    if (text == u"off" || text == u"false" || text == u"no")
        return false;
    note(Code::BadValue, at, at->words[1].span, {text.left(80), at->words.front().text});
    return std::nullopt;
}

} // namespace lvs::keepalived
