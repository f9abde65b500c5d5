// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"
#include "core/model/settings.h"

#include <QByteArray>
#include <QList>

namespace lvs::test {

/// A netlink attribute as the kernel would write it; a nested one has its parts as payload.
struct WireAttribute {
    quint16 type = 0;
    QByteArray payload{};
    friend bool operator==(const WireAttribute &, const WireAttribute &) = default;
};
using WireAttributes = QList<WireAttribute>;

/// The attributes one after another, each padded to 4 bytes.
QByteArray wire(const WireAttributes &attributes);
/// The reverse, for well-formed bytes.
WireAttributes unwire(const QByteArray &bytes);
/// Number in host byte order.
template<class T> QByteArray bytesOf(T value)
{
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

// What the kernel sends for an object, attribute by attribute in its order (net/netfilter/ipvs/ip_vs_ctl.c,
// ip_vs_genl_fill_service and the like), without the attribute around them.
WireAttributes kernelService(const ServiceState &service);
WireAttributes kernelServer(const ServerState &server);
WireAttributes kernelDaemon(const SyncDaemon &daemon);
WireAttributes kernelTimeouts(const Timeouts &timeouts);
WireAttributes kernelInfo(const KernelInfo &info);

} // namespace lvs::test
