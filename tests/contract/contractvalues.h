// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs {

// Qt Test shows compared values through these.
char *toString(const VirtualService &service);
char *toString(const RealServer &server);
char *toString(const ServiceKey &key);

namespace contract {

// Values made from literals that are known to be well-formed.
IpAddress address(const char *text);
SchedulerName scheduler(const char *name);
PersistenceEngine engine(const char *name);
InterfaceName interface(const char *name);
ServiceKey tcp(const char *vip, quint16 port);
ServiceKey udp(const char *vip, quint16 port);
ServiceKey sctp(const char *vip, quint16 port);

/// TCP 10.0.0.1:80 with defaults.
VirtualService http();
/// 192.168.10.NUMBER:80, masquerading, everything else at its default.
RealServer server(quint8 number, quint32 weight = 1);

/// Adds servers 192.168.11.1, with the ports from 1 on.
std::vector<Operation> manyServers(const ServiceKey &service, quint16 count);

/// Places in the table of mh (CONFIG_IP_VS_MH_TAB_INDEX 12).
inline constexpr quint16 maglevPlaces = 4093;

QString describe(const Error &error);

struct ServiceRow {
    const char *name;
    VirtualService service;
};
/// Services that read back as they were written.
std::vector<ServiceRow> serviceRows();

struct ServerRow {
    const char *name;
    ServiceKey service;
    RealServer server;
};
/// Real servers that read back as they were written.
std::vector<ServerRow> serverRows();

} // namespace contract

} // namespace lvs
