// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/hostread.h"

#include "core/proc/hostfiles.h"
#include "helper/kernel/routemessage.h"

#include <algorithm>
#include <map>

#include <linux/if.h>
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/if_tunnel.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>

namespace lvs {

namespace {

QString textOf(Bytes payload)
{
    const auto *text = reinterpret_cast<const char *>(payload.data());
    return QString::fromUtf8(text, qsizetype(qstrnlen(text, payload.size())));
}

bool decodeTunnel(Bytes attributes, TunnelEnds &ends)
{
    return forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        switch (type) {
        case IFLA_IPTUN_LOCAL:
            return readAddress(payload, ends.local);
        case IFLA_IPTUN_REMOTE:
            return readAddress(payload, ends.remote);
        default:
            return true;
        }
    });
}

InterfaceKind kindOf(quint16 hardwareType, QStringView kind)
{
    switch (hardwareType) {
    case ARPHRD_LOOPBACK:
        return InterfaceKind::Loopback;
    case ARPHRD_ETHER:
        return kind == u"dummy" ? InterfaceKind::Dummy : InterfaceKind::Ethernet;
    case ARPHRD_TUNNEL:
        return kind == u"ipip" ? InterfaceKind::Ipip : InterfaceKind::Other;
    case ARPHRD_IPGRE:
        return InterfaceKind::Gre;
    default:
        return InterfaceKind::Other;
    }
}

struct LinkInfo {
    QString kind{};
    TunnelEnds ends{};
};

bool decodeLinkInfo(Bytes attributes, LinkInfo &info)
{
    Bytes data;
    const bool understood = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        if (type == IFLA_INFO_KIND)
            info.kind = textOf(payload);
        else if (type == IFLA_INFO_DATA)
            data = payload;
        return true;
    });
    return understood && (info.kind != u"ipip" || decodeTunnel(data, info.ends));
}

/// An empty name for an interface that is left out.
bool decodeLink(Bytes message, KernelInterface &link)
{
    ifinfomsg header{};
    Bytes attributes;
    if (!splitMessage(message, header, attributes))
        return false;
    LinkInfo info;
    QByteArray hardwareAddress;
    const bool understood = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        switch (type) {
        case IFLA_IFNAME:
            link.interface.name = InterfaceName::fromText(textOf(payload)).value_or(InterfaceName());
            return true;
        case IFLA_ADDRESS:
            hardwareAddress = QByteArray(reinterpret_cast<const char *>(payload.data()), qsizetype(payload.size()));
            return true;
        case IFLA_LINKINFO:
            return decodeLinkInfo(payload, info);
        default:
            return true;
        }
    });
    link.index = header.ifi_index;
    link.interface.isUp = (header.ifi_flags & IFF_UP) != 0;
    link.interface.kind = kindOf(header.ifi_type, info.kind);
    if (link.interface.kind == InterfaceKind::Ipip)
        link.interface.tunnel = info.ends;
    if (link.interface.kind == InterfaceKind::Ethernet && hardwareAddress.size() == 6)
        link.interface.hardwareAddress = hardwareAddress;
    return understood;
}

struct AddressOf {
    int index = 0;
    std::optional<InterfaceAddress> address{}; ///< none: of another family
};

/// Whether it can be said to others: the kernel takes any bytes for a label, and any number for a scope.
bool isClear(const InterfaceAddress &address)
{
    return isAddressScope(quint8(address.scope)) && address.label.toUtf8().size() < IFNAMSIZ &&
           std::ranges::all_of(address.label, [](QChar c) { return c.isPrint(); });
}

bool decodeAddress(Bytes message, AddressOf &decoded)
{
    ifaddrmsg header{};
    Bytes attributes;
    if (!splitMessage(message, header, attributes))
        return false;
    decoded.index = int(header.ifa_index);
    if (header.ifa_family != AF_INET && header.ifa_family != AF_INET6)
        return true;
    std::optional<IpAddress> local;
    std::optional<IpAddress> address; // of the other end, where there are two
    QString label;
    const bool understood = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        switch (type) {
        case IFA_LOCAL:
            return readAddress(payload, local.emplace());
        case IFA_ADDRESS:
            return readAddress(payload, address.emplace());
        case IFA_LABEL:
            label = textOf(payload);
            return true;
        default:
            return true;
        }
    });
    if (!understood || (!local && !address))
        return false;
    decoded.address = InterfaceAddress{.address = local ? *local : *address,
                                       .prefixLength = header.ifa_prefixlen,
                                       .scope = AddressScope(header.ifa_scope),
                                       .label = label};
    return true;
}

/// Of one interface; 0: of all.
RouteRequest addressDump(int index)
{
    return RouteRequest(
        RTM_GETADDR, dumpFlags,
        ifaddrmsg{
            .ifa_family = AF_UNSPEC, .ifa_prefixlen = 0, .ifa_flags = 0, .ifa_scope = 0, .ifa_index = quint32(index)});
}

struct NeighbourOf {
    int index = 0;
    std::optional<Neighbour> neighbour{}; ///< without its interface; none: it has not answered
};

bool decodeNeighbour(Bytes message, NeighbourOf &decoded)
{
    constexpr quint16 answered = NUD_REACHABLE | NUD_STALE | NUD_DELAY | NUD_PROBE | NUD_PERMANENT;
    ndmsg header{};
    Bytes attributes;
    if (!splitMessage(message, header, attributes))
        return false;
    decoded.index = header.ndm_ifindex;
    if ((header.ndm_family != AF_INET && header.ndm_family != AF_INET6) || (header.ndm_state & answered) == 0)
        return true;
    Neighbour neighbour;
    const bool understood = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        if (type == NDA_DST)
            return readAddress(payload, neighbour.address);
        if (type == NDA_LLADDR && payload.size() == 6)
            neighbour.hardwareAddress =
                QByteArray(reinterpret_cast<const char *>(payload.data()), qsizetype(payload.size()));
        return true;
    });
    decoded.neighbour = neighbour;
    return understood;
}

Result<std::vector<KernelInterface>> readLinks(RouteSocket &socket)
{
    std::vector<KernelInterface> links;
    RouteRequest request(RTM_GETLINK, dumpFlags, ifinfomsg{});
    const auto outcome = ended(socket.dump(
        request, [&] { links.clear(); },
        [&](quint16 type, Bytes message) { return type == RTM_NEWLINK && decodeLink(message, links.emplace_back()); }));
    if (!outcome)
        return std::unexpected(outcome.error());
    std::erase_if(links, [](const KernelInterface &link) { return link.interface.name == InterfaceName(); });
    return links;
}

Result<std::vector<HostInterface>> readInterfaces(RouteSocket &socket, const std::vector<KernelInterface> &links)
{
    std::vector<HostInterface> interfaces;
    std::map<int, size_t> places;
    for (const KernelInterface &link : links) {
        places.emplace(link.index, interfaces.size());
        interfaces.push_back(link.interface);
    }
    const auto begin = [&] {
        for (HostInterface &interface : interfaces)
            interface.addresses.clear();
    };
    RouteRequest request = addressDump(0);
    const auto outcome = ended(socket.dump(request, begin, [&](quint16 type, Bytes message) {
        AddressOf decoded;
        if (type != RTM_NEWADDR || !decodeAddress(message, decoded))
            return false;
        const auto place = places.find(decoded.index);
        if (!decoded.address || place == places.end())
            return true;
        HostInterface &interface = interfaces[place->second];
        if (decoded.address->label == interface.name.toString())
            decoded.address->label.clear();
        if (isClear(*decoded.address))
            interface.addresses.push_back(*decoded.address);
        return true;
    }));
    if (!outcome)
        return std::unexpected(outcome.error());
    return interfaces;
}

Result<std::vector<Neighbour>> readNeighbours(RouteSocket &socket, const InterfaceNames &names)
{
    std::vector<Neighbour> neighbours;
    RouteRequest request(RTM_GETNEIGH, dumpFlags, ndmsg{});
    const auto take = [&](quint16 type, Bytes message) {
        NeighbourOf decoded;
        if (type != RTM_NEWNEIGH || !decodeNeighbour(message, decoded))
            return false;
        const auto name = names.find(decoded.index);
        if (!decoded.neighbour || name == names.end() || neighbours.size() >= mostNeighbours)
            return true;
        neighbours.push_back(*decoded.neighbour);
        neighbours.back().interface = name->second;
        return true;
    };
    const auto outcome = ended(
        socket.dump(request, [&] { neighbours.clear(); }, take, [&] { return neighbours.size() >= mostNeighbours; }));
    if (!outcome)
        return std::unexpected(outcome.error());
    return neighbours;
}

} // namespace

Result<HostNetwork> readNetwork(RouteSocket &socket)
{
    const auto links = readLinks(socket);
    if (!links)
        return std::unexpected(links.error());
    InterfaceNames names;
    for (const KernelInterface &link : *links)
        names.emplace(link.index, link.interface.name);
    auto interfaces = readInterfaces(socket, *links);
    auto routing = interfaces ? readRouting(socket, names) : std::unexpected(interfaces.error());
    auto neighbours = routing ? readNeighbours(socket, names) : std::unexpected(routing.error());
    if (!neighbours)
        return std::unexpected(neighbours.error());
    return HostNetwork{
        .interfaces = std::move(*interfaces), .routing = std::move(*routing), .neighbours = std::move(*neighbours)};
}

Result<KernelInterface> readInterface(RouteSocket &socket, const InterfaceName &name)
{
    KernelInterface link;
    RouteRequest request(RTM_GETLINK, NLM_F_REQUEST | NLM_F_ACK, ifinfomsg{});
    request.putString(IFLA_IFNAME, name.toString().toUtf8().toStdString());
    const auto outcome = ended(socket.exchange(
        request, [&](quint16 type, Bytes message) { return type == RTM_NEWLINK && decodeLink(message, link); }));
    if (!outcome)
        return std::unexpected(outcome.error());
    return link.interface.name == name ? Result<KernelInterface>(link) : failure(ErrorCode::BadKernelReply);
}

Result<std::vector<InterfaceAddress>> readAddresses(RouteSocket &socket, int index)
{
    std::vector<InterfaceAddress> addresses;
    RouteRequest request = addressDump(index);
    const auto outcome = ended(socket.dump(
        request, [&] { addresses.clear(); },
        [&](quint16 type, Bytes message) {
            AddressOf decoded;
            if (type != RTM_NEWADDR || !decodeAddress(message, decoded))
                return false;
            if (decoded.address && decoded.index == index)
                addresses.push_back(*decoded.address);
            return true;
        }));
    if (!outcome)
        return std::unexpected(outcome.error());
    return addresses;
}

} // namespace lvs
