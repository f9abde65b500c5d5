// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configtext.h"

#include <QHash>

#include <optional>

namespace lvs::keepalived {

/// Takes a text apart line by line: comments, conditions, definitions, words and braces.
class LineReader
{
public:
    struct Token {
        ConfigWord word{};
        char16_t brace = 0; ///< '{' or '}', else a word
    };
    struct Line {
        Statement::Kind kind = Statement::Kind::Keyword;
        QString condition{};
        TextSpan span{}; ///< without blanks around and comment
        std::vector<Token> tokens{};
        std::optional<TextSpan> unmatchedQuote{};

        std::vector<ConfigWord> words() const;
    };

    /// The text is not copied.
    explicit LineReader(QStringView text);

    /// Goes to the first line, then to each following one; false behind the last.
    bool next();
    /// The line without its end.
    QStringView whole() const { return m_text.sliced(m_start, m_end - m_start); }
    qsizetype start() const { return m_start; }
    /// Reads the line; a definition takes the lines that continue it along.
    Line read();

private:
    struct Variable {
        QString value{};
        bool isPlain = true; ///< one line, unconditional, and of one word
    };

    /// The line from its first character to the comment or the last character that is no blank.
    TextSpan content() const;
    void readDefinition(Line &line, qsizetype nameEnd);
    void readInclude(Line &line, qsizetype at);
    void readTokens(Line &line, qsizetype at);
    ConfigWord resolved(TextSpan span) const;

    QStringView m_text;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    qsizetype m_nextStart = 0;
    QHash<QString, Variable> m_variables;
};

} // namespace lvs::keepalived
