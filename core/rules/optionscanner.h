// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/optiontable.h"
#include "core/rules/word.h"

#include <optional>
#include <vector>

namespace lvs {

/// An option or command as it stands on a line.
struct GivenOption {
    const RuleSpec *spec = nullptr;
    TextSpan span{};             ///< of the option alone
    std::optional<Word> value{}; ///< always there where one is required
};

/// Takes the words of a command apart as popt(3) does: joined short options (-At), values joined (-p300, -p=300,
/// --name=value) or in the next word, "--" before what is no option.
class OptionScanner
{
public:
    /// The words must outlive the scanner.
    explicit OptionScanner(std::span<const Word> words)
        : m_words(words)
    {
    }

    /// Null at the end. Valid until the next call.
    Result<const GivenOption *> next();
    /// The words passed so far that are no options.
    const std::vector<Word> &others() const { return m_others; }

private:
    Result<const GivenOption *> longOption(const Word &word);
    Result<const GivenOption *> shortOption(const Word &word);
    Result<const GivenOption *> withNextWord();

    std::span<const Word> m_words;
    GivenOption m_option; ///< the last one; kept here, because lines are many and copies take time
    std::vector<Word> m_others;
    std::size_t m_next = 0;
    qsizetype m_inWord = 0; ///< place in a word of joined options, 0 between words
    bool m_onlyOthers = false;
};

} // namespace lvs
