// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <span>
#include <vector>

namespace lvs {

/// A word before a colon that a filter understands, and what may stand behind the colon.
struct FilterKey {
    enum class Values : quint8 {
        Text,   ///< anything
        Number, ///< `smallest` to `largest`
        Choice, ///< one of `choices`
    };

    QString name{};
    Values values = Values::Text;
    quint32 smallest = 0;
    quint32 largest = 0;
    QStringList choices{};
};

enum class FilterProblem : quint8 {
    None,
    UnknownKey,
    ValueMissing,
    NotANumber,
    OutOfRange,
    NotAChoice,
    QuoteOpen, ///< a quotation mark without its partner
};

/// One condition of a filter as it was written, with its places in the text.
struct FilterTerm {
    static constexpr int anyKey = -1;

    TextSpan whole{}; ///< with "-" and key
    TextSpan key{};   ///< empty without a key; without the colon
    bool isNegated = false;
    int keyIndex = anyKey; ///< into the keys; `anyKey` for a free word
    QString value{};       ///< without quotation marks; lower case
    quint32 number = 0;    ///< for FilterKey::Values::Number
    FilterProblem problem = FilterProblem::None;
};

/// Reads `word key:value key:"two words" -word -key:value`. What can't be understood is a term with a problem, so that
/// the rest can be used and the place be shown. An address such as `fe80::1` or `10.0.0.1:80` is a free word.
std::vector<FilterTerm> parseFilter(QStringView text, std::span<const FilterKey> keys);

/// The piece of a filter in which the cursor stands and what could be written there.
struct FilterCompletion {
    TextSpan replaced{};  ///< from the start of the key or value to the cursor
    QStringList offers{}; ///< sorted as the keys and choices are
};

/// Offers keys (with their colon) or, behind a key's colon, its values: its choices, or `known` ones for it.
FilterCompletion completeFilter(QStringView text, qsizetype cursor, std::span<const FilterKey> keys,
                                const std::vector<QStringList> &known);

} // namespace lvs
