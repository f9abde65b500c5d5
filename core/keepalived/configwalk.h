// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configuration.h"

#include <functional>

namespace lvs::keepalived {

/// A statement with the file it stands in.
struct PlacedStatement {
    const Statement *statement = nullptr;
    std::size_t file = 0;

    const Statement *operator->() const { return statement; }
};

/// Goes through the statements of several files as if they were one, and collects what there is to note.
class ConfigWalk
{
public:
    /// `config.files` must be complete and stay as it is.
    explicit ConfigWalk(Configuration &config);

    std::vector<PlacedStatement> root();
    /// The statements of a block that count: included files are put in, conditional and unresolved ones left out.
    std::vector<PlacedStatement> inside(const PlacedStatement &block);

    void note(ConfigNote::Code code, const PlacedStatement &at, TextSpan span, QStringList values = {});
    void note(ConfigNote::Code code, const PlacedStatement &at, QStringList values = {});

    // Values of a statement; what is missing or wrong is noted, and there is no value then.

    std::optional<QString> value(const PlacedStatement &at, std::size_t index = 1);
    /// strtoul's decimal numbers without a sign.
    std::optional<quint32> number(const PlacedStatement &at, std::size_t index, quint32 smallest, quint32 largest);
    /// An address; a range or a mask behind it is cut off, as keepalived does.
    std::optional<IpAddress> address(const PlacedStatement &at, std::size_t index);
    /// "on", "true", "yes" and their opposites; true without a value.
    std::optional<bool> flag(const PlacedStatement &at);

private:
    void collect(const std::vector<Statement> &statements, std::size_t file, std::vector<PlacedStatement> &into);
    void include(const PlacedStatement &at, std::vector<PlacedStatement> &into);
    bool isFollowed(const PlacedStatement &at);

    Configuration &m_config;
    std::vector<std::size_t> m_stack; ///< files around
    int m_includes = 0;
};

} // namespace lvs::keepalived
