// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/confignote.h"

#include <vector>

namespace lvs::keepalived {

/// A word as keepalived reads it: without quotes, with the values of variables in it.
struct ConfigWord {
    QString text{};
    TextSpan span{};           ///< as it is written
    bool isVariable = false;   ///< some of it is the value of a variable, so that it can't be changed here
    bool isUnresolved = false; ///< it names a variable that is not followed
    friend bool operator==(const ConfigWord &, const ConfigWord &) = default;
};

/// One keyword with its values, and its block if it has one. Spans are in the text of the file.
struct Statement {
    enum class Kind : quint8 { Keyword, Definition, Sequence };

    Kind kind = Kind::Keyword;
    QString condition{};             ///< "@id" or "@^id" before it; empty: none
    std::vector<ConfigWord> words{}; ///< the keyword first; none for a stray { }
    TextSpan span{};                 ///< from its first character to the last, the closing brace included
    bool hasBlock = false;
    TextSpan open{};  ///< the {
    TextSpan close{}; ///< the }; empty where it is missing
    std::vector<Statement> children{};

    QStringView keyword() const { return words.empty() ? QStringView() : QStringView(words.front().text); }
    bool isInclude() const; ///< "include" or one of its variants
};

/// A file of a keepalived configuration: its text, and where the statements stand in it. The text is the whole truth:
/// whatever is not a statement is a blank or a comment, and changing a span changes nothing else.
struct ConfigText {
    QString path{}; ///< absolute, or just a name
    QString text{};
    bool isLatin1 = false; ///< as ConfigFile::isLatin1
    std::vector<Statement> statements{};
    std::vector<ConfigNote> notes{}; ///< about the text alone; ConfigNote::file is 0
};

/// Blocks inside each other; keepalived itself has four.
inline constexpr int deepestBlock = 16;
/// keepalived's buffer for a line without its end (lib/parser.h, MAXBUF).
inline constexpr qsizetype longestLine = 1023;

/// Reads a file as keepalived 2.3.3 does (lib/parser.c, read_line): a statement ends with its line or with a brace,
/// comments begin with # or !, double quotes hold words together. Variables of one word are put in where they were
/// defined before. Never fails: what can't be read is noted.
ConfigText readConfigText(const QString &path, const QString &text);

} // namespace lvs::keepalived
