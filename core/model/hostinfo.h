// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernelsupport.h"
#include "core/model/sysctls.h"
#include "core/types/ipnetwork.h"
#include "core/types/names.h"
#include "core/types/servicekey.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace lvs {

/// How far an address is good (include/uapi/linux/rtnetlink.h, rt_scope_t). One of `Host` is never chosen as the source
/// of what goes to others.
enum class AddressScope : quint8 { Universe = 0, Site = 200, Link = 253, Host = 254 };

/// The kernel takes any number for a scope; those above are the ones that mean something.
bool isAddressScope(quint8 scope);

/// An address that an interface has.
struct InterfaceAddress {
    IpAddress address{};
    quint8 prefixLength = 0;
    AddressScope scope = AddressScope::Universe;
    /// IPv4 only: what ifconfig shows as an interface of its own, such as "lo:0". Begins with the interface's name;
    /// empty where it is that name.
    QString label{};
    friend bool operator==(const InterfaceAddress &, const InterfaceAddress &) = default;
};

/// What an interface is to a set-up (rtnl_link_ops kinds and ARPHRD types, include/uapi/linux/if_arp.h).
enum class InterfaceKind : quint8 {
    Other,    ///< what no real server or network stands behind
    Loopback, ///< lo
    Ethernet, ///< speaks ARP: also bridges, bonds, VLANs and virtual pairs
    Ipip,     ///< takes IPv4 out of IPv4
    Gre,
    Dummy,
};

/// The addresses between which an Ipip interface carries packets; 0.0.0.0: any.
struct TunnelEnds {
    IpAddress local{};
    IpAddress remote{};
    friend bool operator==(const TunnelEnds &, const TunnelEnds &) = default;
};

struct HostInterface {
    InterfaceName name{};
    bool isUp = false;
    InterfaceKind kind = InterfaceKind::Other;
    QByteArray hardwareAddress{};       ///< six bytes for Ethernet, empty for all others
    std::optional<TunnelEnds> tunnel{}; ///< of Ipip
    std::vector<InterfaceAddress> addresses{};
    friend bool operator==(const HostInterface &, const HostInterface &) = default;
};

/// One address of one interface.
struct HostAddress {
    InterfaceName interface{};
    InterfaceAddress address{};
    friend bool operator==(const HostAddress &, const HostAddress &) = default;
};

/// An Ipip interface that takes what comes to `local` from anywhere: what a real server needs for tunnelling.
struct HostTunnel {
    InterfaceName name{};
    IpAddress local{}; ///< IPv4
    friend bool operator==(const HostTunnel &, const HostTunnel &) = default;
};

/// A unicast route of the main table over one interface. Two with the same destination and metric can't be.
struct HostRoute {
    IpAddress destination{}; ///< unspecified with prefix length 0: the default route of its family
    quint8 prefixLength = 0;
    std::optional<IpAddress> gateway{}; ///< none: on the link
    InterfaceName interface{};
    quint32 metric = 0; ///< never 0 for IPv6: the kernel makes 1024 of it
    friend bool operator==(const HostRoute &, const HostRoute &) = default;
};

inline constexpr quint32 mainTable = 254; ///< RT_TABLE_MAIN (include/uapi/linux/rtnetlink.h)

/// A rule by which packets are routed by a table of their own before the main one is asked (ip-rule(8)).
struct RoutingRule {
    quint32 priority = 0; ///< the least is asked first
    Family family = Family::IPv4;
    std::optional<IpNetwork> source{};      ///< none: any
    std::optional<IpNetwork> destination{}; ///< none: any
    quint32 table = 0;
    friend bool operator==(const RoutingRule &, const RoutingRule &) = default;
};

/// A route of a table that a rule names.
struct TableRoute {
    quint32 table = 0;
    HostRoute route{};
    friend bool operator==(const TableRoute &, const TableRoute &) = default;
};

/// A machine that was heard of on a local network, and has answered there: an entry of the table of ARP or of neighbour
/// discovery.
struct Neighbour {
    IpAddress address{};
    InterfaceName interface{};
    QByteArray hardwareAddress{}; ///< six bytes; empty where it has none
    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// A port of TCP or UDP on which a program of the machine waits for what comes.
struct Listener {
    quint8 protocol = quint8(Protocol::Tcp);
    IpAddress address{}; ///< unspecified: all that the machine has; :: is also that of IPv4, unless a program chose so
    quint16 port = 0;
    bool takes(const IpAddress &destination) const;
    friend auto operator<=>(const Listener &, const Listener &) = default;
};

/// What a machine is like, beside its IPVS table.
struct HostInfo {
    std::vector<SysctlValue> sysctls{}; ///< in the order of knownSysctls(); of interfaces each its own, "all" first
    KernelSupport kernel{};
    std::vector<HostInterface> interfaces{}; ///< in the kernel's order; empty when read without the helper
    std::vector<HostRoute> routes{};         ///< in the kernel's order; empty when read without the helper
    /// Those that ask for nothing but addresses, in the order in which they are asked; what such as look at marks,
    /// interfaces or programs make of a packet is not known. Empty when read without the helper.
    std::vector<RoutingRule> rules{};
    std::vector<TableRoute> tableRoutes{}; ///< of their tables, without the main one
    std::vector<Neighbour> neighbours{};   ///< of IPv4 alone when read without the helper
    std::vector<Listener> listeners{};     ///< each once, ordered; empty when read without the helper
    friend bool operator==(const HostInfo &, const HostInfo &) = default;
};

/// A program that takes what comes for that address and port; nullptr if there is none.
const Listener *findListener(const HostInfo &host, Protocol protocol, const IpAddress &address, quint16 port);
/// nullptr if there is none; valid as long as `interfaces`.
const HostInterface *findInterface(std::span<const HostInterface> interfaces, const InterfaceName &name);
/// Nothing for all other interfaces.
std::optional<HostTunnel> tunnelOf(const HostInterface &interface);
/// "lo", the only interface on which an address is good for this machine alone, and which answers no ARP.
InterfaceName loopbackInterface();
bool isLoopback(const InterfaceName &name);
/// "02:00:00:00:01:00"
QString hardwareText(const QByteArray &address);
/// "172.18.100.5/24"
QString addressText(const InterfaceAddress &address);

} // namespace lvs
