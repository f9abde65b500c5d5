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

/// "192.168.10.11:80"
inline ServerKey endpoint(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    return {*IpAddress::fromText(text.first(colon)), text.sliced(colon + 1).toUShort()};
}

} // namespace lvs::test
