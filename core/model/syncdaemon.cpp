// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/syncdaemon.h"

#include <algorithm>

namespace lvs {

quint16 syncHeaders(const IpAddress &group)
{
    return group.isIPv4() ? 28 : 48;
}

SyncDaemon started(SyncDaemon daemon)
{
    if (!daemon.group)
        daemon.group = IpAddress::fromIPv4(0xe0000051); // 224.0.0.81
    if (daemon.port == 0)
        daemon.port = 8848;
    if (daemon.ttl == 0)
        daemon.ttl = 1;
    const quint16 shortest = daemon.role == SyncRole::Backup ? 1024 : 1;
    if (daemon.maxLength != 0)
        daemon.maxLength = std::clamp(daemon.maxLength, shortest, quint16(65535 - syncHeaders(*daemon.group)));
    return daemon;
}

SyncDaemon levelled(SyncDaemon daemon, const SyncDaemon &other)
{
    const SyncDaemon one = started(daemon);
    const SyncDaemon two = started(other);
    const auto level = [&](auto field) {
        if (one.*field == two.*field)
            daemon.*field = other.*field;
    };
    level(&SyncDaemon::group);
    level(&SyncDaemon::port);
    level(&SyncDaemon::ttl);
    level(&SyncDaemon::maxLength);
    if (one.maxLength == 0)
        daemon.maxLength = other.maxLength;
    return daemon;
}

bool isAsWanted(const SyncDaemon &wanted, const SyncDaemon &running)
{
    return levelled(wanted, running) == running;
}

const SyncDaemon *findDaemon(const std::vector<SyncDaemon> &daemons, SyncRole role)
{
    const auto daemon = std::ranges::find(daemons, role, &SyncDaemon::role);
    return daemon == daemons.end() ? nullptr : &*daemon;
}

} // namespace lvs
