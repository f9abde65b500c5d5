// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/hostwrite.h"

#include "core/change/hostcommands.h"
#include "core/change/hostvalidation.h"
#include "helper/kernel/hostread.h"
#include "helper/kernel/sysctlfile.h"

#include <QFile>

#include <cerrno>

#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/if_tunnel.h>
#include <linux/rtnetlink.h>

namespace lvs {

namespace {

constexpr quint16 changeFlags = NLM_F_REQUEST | NLM_F_ACK;
constexpr quint16 createFlags = changeFlags | NLM_F_CREATE | NLM_F_EXCL;

/// The errno of a refused reading; the error itself where there is none.
Result<int> refusal(const Error &error)
{
    return error.kernelErrno != 0 ? Result<int>(error.kernelErrno) : std::unexpected(error);
}

quint8 familyOf(const IpAddress &address)
{
    return quint8(address.family());
}

RouteRequest addressRequest(quint16 type, quint16 flags, const HostAddress &address, int index)
{
    const InterfaceAddress &own = address.address;
    const bool asksNobody = !own.address.isIPv4() && isLoopback(address.interface);
    RouteRequest request(type, flags,
                         ifaddrmsg{.ifa_family = familyOf(own.address),
                                   .ifa_prefixlen = own.prefixLength,
                                   .ifa_flags = quint8(asksNobody ? IFA_F_NODAD : 0),
                                   .ifa_scope = quint8(own.scope),
                                   .ifa_index = quint32(index)});
    request.putAddress(IFA_LOCAL, own.address);
    request.putAddress(IFA_ADDRESS, own.address);
    return request;
}

rtmsg routeHeader(const HostRoute &route)
{
    const bool isOnLink = !route.gateway && route.destination.isIPv4();
    return {.rtm_family = familyOf(route.destination),
            .rtm_dst_len = route.prefixLength,
            .rtm_src_len = 0,
            .rtm_tos = 0,
            .rtm_table = RT_TABLE_MAIN,
            .rtm_protocol = RTPROT_STATIC,
            .rtm_scope = quint8(isOnLink ? RT_SCOPE_LINK : RT_SCOPE_UNIVERSE),
            .rtm_type = RTN_UNICAST,
            .rtm_flags = 0};
}

void putKey(RouteRequest &request, const HostRoute &route)
{
    if (route.prefixLength != 0)
        request.putAddress(RTA_DST, route.destination);
    if (route.metric != 0)
        request.putValue(RTA_PRIORITY, route.metric);
}

void putWay(RouteRequest &request, const HostRoute &route, int index)
{
    if (route.gateway)
        request.putAddress(RTA_GATEWAY, *route.gateway);
    request.putValue(RTA_OIF, index);
}

/// What a route keeps when it gets another way.
bool staysWithRoute(quint16 attribute)
{
    return attribute == RTA_DST || attribute == RTA_PRIORITY || attribute == RTA_PREFSRC || attribute == RTA_METRICS ||
           attribute == RTA_PREF;
}

/// Whether the kernel makes a secondary address the first of its network when that goes (net/ipv4/devinet.c,
/// IN_DEV_PROMOTE_SECONDARIES); otherwise they go with it.
bool staysWithoutPrimary(const InterfaceName &interface)
{
    const auto isOn = [](const QString &place) {
        QFile file(sysctlPath(QStringLiteral("ipv4/conf/%1/promote_secondaries").arg(place)));
        return file.open(QIODevice::ReadOnly) && file.readAll().trimmed().toInt() != 0;
    };
    return isOn(QStringLiteral("all")) || isOn(interface.toString());
}

} // namespace

Result<int> carryOut(const AddAddress &add, RouteSocket &socket)
{
    if (!validate(add.after))
        return EINVAL;
    const auto interface = readInterface(socket, add.after.interface);
    if (!interface)
        return refusal(interface.error());
    RouteRequest request = addressRequest(RTM_NEWADDR, createFlags, add.after, interface->index);
    if (const auto broadcast = broadcastOf(add.after))
        request.putAddress(IFA_BROADCAST, *broadcast);
    if (!add.after.address.label.isEmpty())
        request.putString(IFA_LABEL, add.after.address.label.toUtf8().toStdString());
    if (isNeverSource(add.after)) {
        constexpr quint32 unlimited = ~0u; // net/ipv6/addrconf.c, INFINITY_LIFE_TIME
        request.putValue(IFA_CACHEINFO,
                         ifa_cacheinfo{.ifa_prefered = 0, .ifa_valid = unlimited, .cstamp = 0, .tstamp = 0});
    }
    return socket.exchange(request);
}

Result<int> carryOut(const RemoveAddress &remove, RouteSocket &socket)
{
    const auto interface = readInterface(socket, remove.before.interface);
    if (!interface)
        return refusal(interface.error());
    const auto present = readAddresses(socket, interface->index);
    if (!present)
        return refusal(present.error());
    if (takesOthersAlong(remove.before.address, *present) && !staysWithoutPrimary(remove.before.interface))
        return EBUSY;
    RouteRequest request = addressRequest(RTM_DELADDR, changeFlags, remove.before, interface->index);
    return socket.exchange(request);
}

Result<int> carryOut(const AddRoute &add, RouteSocket &socket)
{
    if (!validate(add.after))
        return EINVAL;
    const auto interface = readInterface(socket, add.after.interface);
    if (!interface)
        return refusal(interface.error());
    RouteRequest request(RTM_NEWROUTE, createFlags, routeHeader(add.after));
    putKey(request, add.after);
    putWay(request, add.after, interface->index);
    return socket.exchange(request);
}

Result<int> carryOut(const EditRoute &edit, RouteSocket &socket)
{
    if (!validate(edit.after))
        return EINVAL;
    const auto interface = readInterface(socket, edit.after.interface);
    if (!interface)
        return refusal(interface.error());
    const auto from = readInterface(socket, edit.before.interface);
    if (!from)
        return from.error().kernelErrno == ENODEV ? ENOENT : refusal(from.error());
    const auto present = readRouteMessage(socket, edit.before, from->index);
    if (!present)
        return refusal(present.error());
    rtmsg old{};
    if (present->size() < sizeof old)
        return ENOENT;
    std::memcpy(&old, present->data(), sizeof old);
    rtmsg header = routeHeader(edit.after);
    header.rtm_protocol = old.rtm_protocol;
    RouteRequest request(RTM_NEWROUTE, changeFlags | NLM_F_REPLACE, header);
    const bool understood =
        forEachAttribute(Bytes(*present).subspan(NLMSG_ALIGN(sizeof old)), [&](quint16 type, Bytes payload) {
            if (staysWithRoute(type))
                request.put(type, payload);
            return true;
        });
    if (!understood)
        return failure(ErrorCode::BadKernelReply);
    putWay(request, edit.after, interface->index);
    return socket.exchange(request);
}

Result<int> carryOut(const RemoveRoute &remove, RouteSocket &socket)
{
    const auto interface = readInterface(socket, remove.before.interface);
    if (!interface)
        return refusal(interface.error());
    rtmsg header = routeHeader(remove.before);
    header.rtm_protocol = RTPROT_UNSPEC; // whoever made it
    header.rtm_scope = RT_SCOPE_NOWHERE; // of any scope
    RouteRequest request(RTM_DELROUTE, changeFlags, header);
    putKey(request, remove.before);
    putWay(request, remove.before, interface->index);
    return socket.exchange(request);
}

Result<int> carryOut(const AddTunnel &add, RouteSocket &socket)
{
    if (!validate(add.after))
        return EINVAL;
    RouteRequest request(RTM_NEWLINK, createFlags,
                         ifinfomsg{.ifi_family = AF_UNSPEC,
                                   .__ifi_pad = 0,
                                   .ifi_type = 0,
                                   .ifi_index = 0,
                                   .ifi_flags = IFF_UP,
                                   .ifi_change = IFF_UP});
    request.putString(IFLA_IFNAME, add.after.name.toString().toUtf8().toStdString());
    const size_t info = request.beginNested(IFLA_LINKINFO);
    request.putString(IFLA_INFO_KIND, "ipip");
    const size_t data = request.beginNested(IFLA_INFO_DATA);
    request.putAddress(IFLA_IPTUN_LOCAL, add.after.local);
    request.endNested(data);
    request.endNested(info);
    const Result<int> made = socket.exchange(request);
    if (!made || *made != 0)
        return made;
    Result<int> finished = carryOut(AddAddress{tunnelAddress(add.after)}, socket);
    if (finished && *finished == 0)
        finished = writeSysctl(tunnelFilter(add.after));
    if (!finished || *finished != 0)
        (void)carryOut(RemoveTunnel{add.after}, socket); // nothing half made stays; what went wrong is told
    return finished;
}

Result<int> carryOut(const RemoveTunnel &remove, RouteSocket &socket)
{
    const auto interface = readInterface(socket, remove.before.name);
    if (!interface)
        return refusal(interface.error());
    if (tunnelOf(interface->interface) != remove.before)
        return ENODEV;
    const auto addresses = readAddresses(socket, interface->index);
    if (!addresses)
        return refusal(addresses.error());
    if (isInUse(remove.before, *addresses))
        return EBUSY;
    RouteRequest request(RTM_DELLINK, changeFlags,
                         ifinfomsg{.ifi_family = AF_UNSPEC,
                                   .__ifi_pad = 0,
                                   .ifi_type = 0,
                                   .ifi_index = interface->index,
                                   .ifi_flags = 0,
                                   .ifi_change = 0});
    return socket.exchange(request);
}

} // namespace lvs
