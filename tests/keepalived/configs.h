// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/keepalived/configuration.h"

#include <QMetaEnum>

namespace lvs::test {

inline keepalived::Configuration read(const QString &text)
{
    const std::vector<keepalived::ConfigFile> files{{QStringLiteral("keepalived.conf"), text}};
    return keepalived::readConfiguration(files);
}

/// What would make the table, as ipvsadm's commands.
inline QStringList commandsOf(const IpvsTable &table)
{
    return commandsFor(difference(IpvsTable(), table));
}

} // namespace lvs::test
