// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "core/model/hostinfo.h"
#include "core/model/ipvstable.h"
#include "core/model/settings.h"

#include <QByteArray>

#include <optional>
#include <variant>
#include <vector>

namespace lvs {

// The operations on one machine. Each carries the state it expects to find ("before"), so that an apply can refuse
// when somebody else was faster, and so that the preview can say old and new value.

struct AddService {
    VirtualService after;
    friend bool operator==(const AddService &, const AddService &) = default;
};
struct EditService {
    VirtualService before;
    VirtualService after; ///< same key
    friend bool operator==(const EditService &, const EditService &) = default;
};
/// Takes the service's servers with it, as the kernel does; they are named so that none is removed unseen.
struct RemoveService {
    VirtualService before;
    std::vector<RealServer> servers; ///< kernel list order (newest first)
    friend bool operator==(const RemoveService &, const RemoveService &) = default;
};
struct AddServer {
    ServiceKey service;
    RealServer after;
    friend bool operator==(const AddServer &, const AddServer &) = default;
};
struct EditServer {
    ServiceKey service;
    RealServer before;
    RealServer after; ///< same key
    friend bool operator==(const EditServer &, const EditServer &) = default;
};
struct RemoveServer {
    ServiceKey service;
    RealServer before;
    friend bool operator==(const RemoveServer &, const RemoveServer &) = default;
};
/// Counters of one service and its servers, or of everything. Can't be undone.
struct ZeroCounters {
    std::optional<ServiceKey> service;
    friend bool operator==(const ZeroCounters &, const ZeroCounters &) = default;
};
/// Removes every service.
struct ClearTable {
    QByteArray expected; ///< tableDigest() of the table the person saw
    friend bool operator==(const ClearTable &, const ClearTable &) = default;
};
struct SetTimeouts {
    Timeouts before;
    Timeouts after; ///< 0 = leave
    friend bool operator==(const SetTimeouts &, const SetTimeouts &) = default;
};
struct StartSyncDaemon {
    SyncDaemon after;
    friend bool operator==(const StartSyncDaemon &, const StartSyncDaemon &) = default;
};
struct StopSyncDaemon {
    SyncDaemon before;
    friend bool operator==(const StopSyncDaemon &, const StopSyncDaemon &) = default;
};

struct SetSysctl {
    QString name;   ///< as in SysctlValue
    QString before; ///< as the file shows it
    QString after;  ///< the same
    friend bool operator==(const SetSysctl &, const SetSysctl &) = default;
};

struct AddAddress {
    HostAddress after;
    friend bool operator==(const AddAddress &, const AddAddress &) = default;
};
struct RemoveAddress {
    HostAddress before;
    friend bool operator==(const RemoveAddress &, const RemoveAddress &) = default;
};
struct AddRoute {
    HostRoute after;
    friend bool operator==(const AddRoute &, const AddRoute &) = default;
};
/// Replaces gateway and interface in one step, so that there is no moment without a route.
struct EditRoute {
    HostRoute before;
    HostRoute after; ///< same destination, prefix and metric
    friend bool operator==(const EditRoute &, const EditRoute &) = default;
};
struct RemoveRoute {
    HostRoute before;
    friend bool operator==(const RemoveRoute &, const RemoveRoute &) = default;
};
/// Makes the interface, takes it up, and lets it receive from everywhere (rp_filter 2).
struct AddTunnel {
    HostTunnel after;
    friend bool operator==(const AddTunnel &, const AddTunnel &) = default;
};
/// Takes the interface's addresses and routes with it, as the kernel does.
struct RemoveTunnel {
    HostTunnel before;
    friend bool operator==(const RemoveTunnel &, const RemoveTunnel &) = default;
};

// Rules have no identity beside their content: what is to become another rule is added, and the old one removed.

struct AddMarkRule {
    MarkRule after;
    friend bool operator==(const AddMarkRule &, const AddMarkRule &) = default;
};
struct RemoveMarkRule {
    MarkRule before;
    friend bool operator==(const RemoveMarkRule &, const RemoveMarkRule &) = default;
};
struct AddSnatRule {
    SnatRule after;
    friend bool operator==(const AddSnatRule &, const AddSnatRule &) = default;
};
struct RemoveSnatRule {
    SnatRule before;
    friend bool operator==(const RemoveSnatRule &, const RemoveSnatRule &) = default;
};

using Operation = std::variant<AddService, EditService, RemoveService, AddServer, EditServer, RemoveServer,
                               ZeroCounters, ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon, SetSysctl,
                               AddAddress, RemoveAddress, AddRoute, EditRoute, RemoveRoute, AddTunnel, RemoveTunnel,
                               AddMarkRule, RemoveMarkRule, AddSnatRule, RemoveSnatRule>;

/// The service an operation touches; nothing for table-wide operations.
std::optional<ServiceKey> serviceOf(const Operation &operation);
/// The server an operation touches, if it is about one.
std::optional<ServerKey> serverOf(const Operation &operation);

/// SHA-256 over the canonical form of a configuration; equal tables (server order aside) have equal digests.
QByteArray tableDigest(const IpvsTable &table);

} // namespace lvs
