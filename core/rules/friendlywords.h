// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/optionscanner.h"
#include "core/rules/rulediagnostic.h"

#include <deque>

namespace lvs {

/// Puts ipvsadm's spelling in the place of a few others that are as clear: "[IPv6]" without a port, "/24" as a mask,
/// a hexadecimal mark.
class FriendlyWords
{
public:
    /// The words must outlive this object.
    explicit FriendlyWords(std::span<const Word> words)
        : m_words(words.begin(), words.end())
    {
    }

    /// Whether there was anything to replace.
    bool mend();
    /// As ipvsadm takes them, where they stand in the text.
    std::span<const Word> words() const { return m_words; }
    /// One for each replacement.
    const std::vector<RuleDiagnostic> &diagnostics() const { return m_diagnostics; }

private:
    void mend(const GivenOption &given, bool isIPv6);
    void replace(const Word &value, const QString &replacement, RuleNote::Code code);

    std::vector<Word> m_words;
    std::deque<QString> m_texts; ///< of the replaced words
    std::vector<RuleDiagnostic> m_diagnostics;
};

} // namespace lvs
