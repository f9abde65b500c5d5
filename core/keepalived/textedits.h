// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configwalk.h"

#include <set>

namespace lvs::keepalived {

/// Changes the text of some statements and nothing around them. Changes are collected, and made by files().
class TextEdits
{
public:
    TextEdits(const Configuration &config, ConfigWalk &walk);

    /// The statement where `origin` says.
    std::optional<PlacedStatement> find(const Origin &origin) const;
    /// Gives the last statement inside `block` that begins with one of `keywords` the value, or adds one with the first
    /// keyword. False if a variable stands in the way.
    bool set(const PlacedStatement &block, const QStringList &keywords, const QString &value);
    /// Removes every such statement.
    void unset(const PlacedStatement &block, const QStringList &keywords);
    /// Removes the statement with its lines, as far as nothing else stands on them.
    void remove(const PlacedStatement &statement);
    /// Adds lines ("\n" at their ends, not indented) before the end of a block.
    void append(const PlacedStatement &block, const QString &lines);
    /// Adds lines at the end of a file, after an empty one.
    void appendToFile(std::size_t file, const QString &lines);

    std::vector<ConfigFile> files() const;

private:
    struct Edit {
        std::size_t file = 0;
        TextSpan span{};
        QString text{};
    };

    const QString &textOf(std::size_t file) const { return m_config.files[file].text; }
    QString lineEnd(std::size_t file) const;
    /// What stands before the statements of the block.
    QString indentation(const PlacedStatement &block) const;
    std::vector<PlacedStatement> matching(const PlacedStatement &block, const QStringList &keywords);
    /// Adds a line as the first of the block.
    void prepend(const PlacedStatement &block, const QString &line);

    const Configuration &m_config;
    ConfigWalk &m_walk;
    std::vector<Edit> m_edits;
    std::set<std::size_t> m_grown; ///< files with something at their end
};

} // namespace lvs::keepalived
