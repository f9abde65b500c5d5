// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/filterquery.h"

#include "core/types/numbers.h"

#include <algorithm>

namespace lvs {

namespace {

constexpr QChar quote = u'"';

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// "fe80" and "face" before a colon begin an address, "prot" a key.
bool canBeginAddress(QStringView word)
{
    return word.size() <= 4 &&
           std::ranges::all_of(word, [](QChar c) { return c.toLower() >= u'a' && c.toLower() <= u'f'; });
}

/// Where the term that begins at `start` ends: at a blank outside quotation marks.
qsizetype endOfTerm(QStringView text, qsizetype start, bool *quoteOpen)
{
    bool quoted = false;
    qsizetype end = start;
    for (; end < text.size() && (quoted || !text[end].isSpace()); ++end) {
        if (text[end] == quote)
            quoted = !quoted;
    }
    *quoteOpen = quoted;
    return end;
}

/// Length of the key with which `term` begins; 0 if it has none.
qsizetype keyLength(QStringView term)
{
    const qsizetype colon = term.indexOf(u':');
    if (colon <= 0)
        return 0;
    const QStringView key = term.first(colon);
    return std::ranges::all_of(key, isLetter) && !canBeginAddress(key) ? colon : 0;
}

int indexOfKey(QStringView name, std::span<const FilterKey> keys)
{
    const auto found = std::ranges::find_if(
        keys, [&](const FilterKey &key) { return name.compare(key.name, Qt::CaseInsensitive) == 0; });
    return found == keys.end() ? FilterTerm::anyKey : int(found - keys.begin());
}

FilterProblem readValue(FilterTerm &term, const FilterKey &key)
{
    if (term.value.isEmpty())
        return FilterProblem::ValueMissing;
    switch (key.values) {
    case FilterKey::Values::Text:
        return FilterProblem::None;
    case FilterKey::Values::Choice:
        return key.choices.contains(term.value, Qt::CaseInsensitive) ? FilterProblem::None : FilterProblem::NotAChoice;
    case FilterKey::Values::Number: {
        const Result<quint32> number = numberFromText(term.value, key.smallest, key.largest);
        if (number)
            term.number = *number;
        else
            return number.error().code == ErrorCode::OutOfRange ? FilterProblem::OutOfRange : FilterProblem::NotANumber;
        return FilterProblem::None;
    }
    }
    return FilterProblem::None;
}

FilterTerm readTerm(QStringView text, TextSpan whole, bool quoteOpen, std::span<const FilterKey> keys)
{
    FilterTerm term{.whole = whole};
    QStringView rest = text.sliced(whole.start, whole.length);
    term.isNegated = rest.size() > 1 && rest.front() == u'-';
    if (term.isNegated)
        rest = rest.sliced(1);
    const qsizetype length = keyLength(rest);
    if (length > 0) {
        term.key = {whole.start + (term.isNegated ? 1 : 0), length};
        term.keyIndex = indexOfKey(rest.first(length), keys);
        rest = rest.sliced(length + 1);
    }
    term.value = rest.toString().remove(quote).toLower();
    if (quoteOpen)
        term.problem = FilterProblem::QuoteOpen;
    else if (length > 0 && term.keyIndex == FilterTerm::anyKey)
        term.problem = FilterProblem::UnknownKey;
    else if (length > 0)
        term.problem = readValue(term, keys[std::size_t(term.keyIndex)]);
    else if (term.value.isEmpty())
        term.problem = FilterProblem::ValueMissing;
    return term;
}

} // namespace

std::vector<FilterTerm> parseFilter(QStringView text, std::span<const FilterKey> keys)
{
    std::vector<FilterTerm> terms;
    qsizetype start = 0;
    while (start < text.size()) {
        if (text[start].isSpace()) {
            ++start;
            continue;
        }
        bool quoteOpen = false;
        const qsizetype end = endOfTerm(text, start, &quoteOpen);
        terms.push_back(readTerm(text, {start, end - start}, quoteOpen, keys));
        start = end;
    }
    return terms;
}

FilterCompletion completeFilter(QStringView text, qsizetype cursor, std::span<const FilterKey> keys,
                                const std::vector<QStringList> &known)
{
    const std::vector<FilterTerm> terms = parseFilter(text.first(cursor), keys);
    if (terms.empty() || terms.back().whole.start + terms.back().whole.length != cursor)
        return {};
    const FilterTerm &term = terms.back();
    FilterCompletion completion;
    const bool inKey = term.key.length == 0;
    const qsizetype start = inKey ? term.whole.start + (term.isNegated ? 1 : 0) : term.key.start + term.key.length + 1;
    completion.replaced = {start, cursor - start};
    const QStringView written = text.sliced(start, cursor - start);
    if (inKey) {
        for (const FilterKey &key : keys) {
            if (key.name.startsWith(written, Qt::CaseInsensitive))
                completion.offers.append(key.name + u':');
        }
        return completion;
    }
    if (term.keyIndex == FilterTerm::anyKey)
        return completion;
    const auto index = std::size_t(term.keyIndex);
    const QStringList &values =
        !keys[index].choices.isEmpty() || index >= known.size() ? keys[index].choices : known[index];
    for (const QString &value : values) {
        const bool blank = std::ranges::any_of(value, [](QChar c) { return c.isSpace(); });
        if (value.startsWith(term.value, Qt::CaseInsensitive))
            completion.offers.append(blank ? quote + value + quote : value);
    }
    return completion;
}

} // namespace lvs
