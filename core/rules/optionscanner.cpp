// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/optionscanner.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

std::unexpected<Error> refuse(ErrorCode code, QStringView value, TextSpan span)
{
    return std::unexpected(Error{.code = code, .values = {value.toString()}, .span = span});
}

Word restOf(const Word &word, qsizetype start)
{
    return {word.text.sliced(start), word.part(start, word.text.size() - start)};
}

} // namespace

Result<const GivenOption *> OptionScanner::next()
{
    if (m_inWord > 0)
        return shortOption(m_words[m_next]);
    for (; m_next < m_words.size(); ++m_next) {
        const Word &word = m_words[m_next];
        if (m_onlyOthers || word.text.size() < 2 || word.text.front() != u'-') {
            m_others.push_back(word);
        } else if (word.text[1] != u'-') {
            m_inWord = 1;
            return shortOption(word);
        } else if (word.text.size() == 2) {
            m_onlyOthers = true;
        } else {
            return longOption(word);
        }
    }
    return nullptr;
}

Result<const GivenOption *> OptionScanner::longOption(const Word &word)
{
    const qsizetype equals = word.text.indexOf(u'=');
    const qsizetype end = equals < 0 ? word.text.size() : equals;
    const RuleSpec *spec = findRuleSpec(word.text.first(end).sliced(2));
    if (!spec)
        return refuse(ErrorCode::UnknownOption, word.text.first(end), word.part(0, end));
    ++m_next;
    m_option = {.spec = spec, .span = word.part(0, end)};
    if (equals < 0)
        return withNextWord();
    const Word value = restOf(word, equals + 1);
    if (spec->argument == RuleArgument::None)
        return refuse(ErrorCode::UnexpectedWord, value.text, value.span);
    m_option.value = value;
    return &m_option;
}

Result<const GivenOption *> OptionScanner::shortOption(const Word &word)
{
    const qsizetype place = m_inWord++;
    const TextSpan span = place == 1 ? word.part(0, 2) : word.part(place, 1); // with the '-' before it
    const RuleSpec *spec = findRuleSpec(word.text[place]);
    if (!spec)
        return refuse(ErrorCode::UnknownOption, QString(u'-') + word.text[place], span);
    m_option = {.spec = spec, .span = span};
    const bool isLast = m_inWord == word.text.size();
    const bool hasEquals = !isLast && word.text[m_inWord] == u'=';
    if (spec->argument == RuleArgument::None && hasEquals)
        return refuse(ErrorCode::UnexpectedWord, word.text.sliced(m_inWord), restOf(word, m_inWord).span);
    if (spec->argument == RuleArgument::None && !isLast)
        return &m_option;
    const qsizetype valueStart = m_inWord + (hasEquals ? 1 : 0);
    m_inWord = 0;
    ++m_next;
    if (isLast)
        return withNextWord();
    m_option.value = restOf(word, valueStart);
    return &m_option;
}

Result<const GivenOption *> OptionScanner::withNextWord()
{
    const RuleSpec &spec = *m_option.spec;
    if (spec.argument == RuleArgument::None)
        return &m_option;
    const bool isThere = m_next < m_words.size();
    if (spec.argument == RuleArgument::Optional && (!isThere || m_words[m_next].text.startsWith(u'-')))
        return &m_option;
    if (!isThere)
        return refuse(ErrorCode::ValueMissing, spec.name(), m_option.span);
    m_option.value = m_words[m_next++]; // whatever it looks like
    return &m_option;
}

} // namespace lvs
