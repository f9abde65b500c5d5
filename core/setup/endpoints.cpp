// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/endpoints.h"

#include <algorithm>

namespace lvs {

namespace {

/// Each is a line of the checklist.
constexpr std::size_t mostPorts = 16;

bool isHttps(quint16 port)
{
    return port == 443 || port == 8443;
}

} // namespace

std::optional<Protocol> protocolOf(const SetupWish &wish)
{
    const Protocol protocol = wish.service.key.isMark() ? wish.protocolOfMark : Protocol(wish.service.key.protocol);
    const bool isKnown = protocol == Protocol::Tcp || protocol == Protocol::Udp;
    return isKnown ? std::optional(protocol) : std::nullopt;
}

std::vector<quint16> eachOf(const PortSet &ports)
{
    std::vector<quint16> each;
    for (const PortRange &range : ports.ranges()) {
        if (each.size() + std::size_t(range.last - range.first) + 1 > mostPorts)
            return {};
        for (int port = range.first; port <= range.last; ++port)
            each.push_back(quint16(port));
    }
    return each;
}

std::vector<quint16> portsOf(const SetupWish &wish)
{
    if (!wish.service.key.isMark())
        return wish.service.key.port == 0 ? std::vector<quint16>() : std::vector{wish.service.key.port};
    return eachOf(wish.portsOfMark);
}

std::vector<ServerKey> endpointsOn(const SetupWish &wish, const SetupServer &server)
{
    const ServerKey &key = server.server.key;
    const bool keepsPort = putsVipOnServers(wish.method) || key.port == 0;
    std::vector<ServerKey> endpoints;
    for (const quint16 port : keepsPort ? portsOf(wish) : std::vector{key.port})
        endpoints.push_back({putsVipOnServers(wish.method) ? wish.vip() : key.address, port});
    return endpoints;
}

std::vector<ServerKey> endpointsFrom(const IpvsTable &directors, const SetupWish &wish, const SetupServer &server)
{
    const IpvsTable::Entry *entry = directors.find(wish.service.key);
    const bool isLocal = server.host == wish.director;
    if (isLocal || protocolOf(wish) != Protocol::Tcp || !entry || !entry->find(server.server.key))
        return {};
    std::vector<ServerKey> endpoints = endpointsOn(wish, server);
    for (ServerKey &endpoint : endpoints)
        endpoint.address = server.server.key.address;
    return endpoints;
}

std::vector<ServerKey> httpsEndpointsFrom(const IpvsTable &directors, const SetupWish &wish, const SetupServer &server)
{
    std::vector<ServerKey> endpoints = endpointsFrom(directors, wish, server);
    const bool isMapped = endpoints.size() == 1; // to whatever port
    const bool isAllHttps = std::ranges::all_of(portsOf(wish), isHttps);
    std::erase_if(endpoints,
                  [&](const ServerKey &endpoint) { return isMapped ? !isAllHttps : !isHttps(endpoint.port); });
    return endpoints;
}

} // namespace lvs
