// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/routingread.h"

#include "core/change/hostobject.h"
#include "helper/kernel/routemessage.h"

#include <algorithm>
#include <cerrno>
#include <set>

#include <linux/fib_rules.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

namespace lvs {

namespace {

struct RouteOf {
    int index = 0;
    quint32 table = 0;
    std::optional<HostRoute> route{}; ///< without its interface; none: not of the kind that is read
};

bool decodeRoute(Bytes message, RouteOf &decoded)
{
    rtmsg header{};
    Bytes attributes;
    if (!splitMessage(message, header, attributes))
        return false;
    const bool isWanted = (header.rtm_family == AF_INET || header.rtm_family == AF_INET6) &&
                          header.rtm_type == RTN_UNICAST && header.rtm_src_len == 0 && header.rtm_tos == 0 &&
                          (header.rtm_flags & (RTM_F_CLONED | RTNH_F_ONLINK)) == 0;
    if (!isWanted)
        return true;
    HostRoute route{.prefixLength = header.rtm_dst_len};
    if (header.rtm_family == AF_INET6)
        route.destination = IpAddress::any(Family::IPv6);
    decoded.table = header.rtm_table;
    bool isSimple = true;
    const bool understood = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        switch (type) {
        case RTA_DST:
            return readAddress(payload, route.destination);
        case RTA_GATEWAY:
            return readAddress(payload, route.gateway.emplace());
        case RTA_OIF:
            return readExactly(payload, decoded.index);
        case RTA_TABLE: // larger than what the header has room for
            return readExactly(payload, decoded.table);
        case RTA_PRIORITY:
            return readExactly(payload, route.metric);
        case RTA_VIA: // a gateway of the other family
        case RTA_MULTIPATH:
        case RTA_ENCAP: // a tunnel of its own
        case RTA_NH_ID: // a way that is kept apart from the route
            isSimple = false;
            return true;
        default:
            return true;
        }
    });
    if (isSimple)
        decoded.route = route;
    return understood;
}

RouteRequest routeDump(int family, quint32 table)
{
    RouteRequest request(RTM_GETROUTE, dumpFlags,
                         rtmsg{.rtm_family = quint8(family),
                               .rtm_dst_len = 0,
                               .rtm_src_len = 0,
                               .rtm_tos = 0,
                               .rtm_table = RT_TABLE_UNSPEC,
                               .rtm_protocol = 0,
                               .rtm_scope = 0,
                               .rtm_type = RTN_UNICAST,
                               .rtm_flags = 0});
    request.putValue(RTA_TABLE, table);
    return request;
}

/// The table may not be there yet; a kernel without IPv6 answers with the routes of other families. `isEnough` as for
/// RouteSocket::dump().
Result<void> dumpRoutes(RouteSocket &socket, int family, quint32 table, const std::function<void()> &begin,
                        const std::function<void(const RouteOf &, Bytes)> &take,
                        const std::function<bool()> &isEnough = {})
{
    RouteRequest request = routeDump(family, table);
    const auto onMessage = [&](quint16 type, Bytes message) {
        RouteOf decoded;
        if (type != RTM_NEWROUTE || !decodeRoute(message, decoded))
            return false;
        if (decoded.route && decoded.table == table && decoded.route->destination.isIPv4() == (family == AF_INET))
            take(decoded, message);
        return true;
    };
    const auto outcome = socket.dump(request, begin, onMessage, isEnough);
    return outcome && *outcome == ENOENT ? Result<void>() : ended(outcome);
}

/// Appends the routes of a table, of both families, each by way of an interface that has a name.
Result<void> readTable(RouteSocket &socket, quint32 table, const InterfaceNames &names, std::vector<HostRoute> &routes)
{
    for (const int family : {AF_INET, AF_INET6}) {
        const size_t before = routes.size();
        const auto read = dumpRoutes(
            socket, family, table, [&] { routes.resize(before); },
            [&](const RouteOf &decoded, Bytes) {
                const auto name = names.find(decoded.index);
                if (name == names.end() || routes.size() >= mostRoutes)
                    return;
                routes.push_back(*decoded.route);
                routes.back().interface = name->second;
            },
            [&] { return routes.size() >= mostRoutes; });
        if (!read)
            return read;
    }
    return {};
}

struct RuleOf {
    RoutingRule rule{};
    bool isPlain = true; ///< it asks for addresses alone, and looks into a table
};

bool decodeRule(Bytes message, RuleOf &decoded)
{
    fib_rule_hdr header{};
    Bytes attributes;
    if (!splitMessage(message, header, attributes))
        return false;
    RoutingRule &rule = decoded.rule;
    rule.family = header.family == AF_INET6 ? Family::IPv6 : Family::IPv4;
    rule.table = header.table;
    decoded.isPlain = header.action == FR_ACT_TO_TBL && header.tos == 0 && (header.flags & FIB_RULE_INVERT) == 0;
    const auto readNetwork = [](Bytes payload, quint8 length, std::optional<IpNetwork> &read) {
        IpAddress address;
        if (!readAddress(payload, address))
            return false;
        const auto network = IpNetwork::of(address, length);
        if (network)
            read = *network;
        return network.has_value();
    };
    return forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        switch (type) {
        case FRA_DST:
            return readNetwork(payload, header.dst_len, rule.destination);
        case FRA_SRC:
            return readNetwork(payload, header.src_len, rule.source);
        case FRA_PRIORITY:
            return readExactly(payload, rule.priority);
        case FRA_TABLE:
            return readExactly(payload, rule.table);
        case FRA_SUPPRESS_PREFIXLEN: {
            qint32 length = -1; // none
            const bool isRead = readExactly(payload, length);
            decoded.isPlain = decoded.isPlain && length < 0;
            return isRead;
        }
        case FRA_PROTOCOL: // who has made it
        case FRA_PAD:
            return true;
        default:
            decoded.isPlain = false;
            return true;
        }
    });
}

/// Those that are asked before the rule by which everything is looked for in the main table.
Result<std::vector<RoutingRule>> readRules(RouteSocket &socket, int family)
{
    constexpr size_t mostRules = 1000;
    std::vector<RoutingRule> rules;
    bool isMain = false;
    RouteRequest request(RTM_GETRULE, dumpFlags,
                         fib_rule_hdr{.family = quint8(family),
                                      .dst_len = 0,
                                      .src_len = 0,
                                      .tos = 0,
                                      .table = 0,
                                      .res1 = 0,
                                      .res2 = 0,
                                      .action = 0,
                                      .flags = 0});
    const auto take = [&](quint16 type, Bytes message) {
        RuleOf decoded;
        if (type != RTM_NEWRULE || !decodeRule(message, decoded))
            return false;
        const RoutingRule &rule = decoded.rule;
        const bool isOther = rule.family != (family == AF_INET ? Family::IPv4 : Family::IPv6);
        if (isOther || isMain || !decoded.isPlain || rule.table == RT_TABLE_LOCAL)
            return true;
        isMain = rule.table == RT_TABLE_MAIN && !rule.source && !rule.destination;
        if (!isMain && rules.size() < mostRules)
            rules.push_back(rule);
        return true;
    };
    const auto outcome = socket.dump(
        request,
        [&] {
            rules.clear();
            isMain = false;
        },
        take);
    // EAFNOSUPPORT: a kernel without rules, or without IPv6
    const bool hasNone = outcome && (*outcome == EAFNOSUPPORT || *outcome == EOPNOTSUPP);
    if (const auto read = hasNone ? Result<void>() : ended(outcome); !read)
        return std::unexpected(read.error());
    return rules;
}

} // namespace

Result<Routing> readRouting(RouteSocket &socket, const InterfaceNames &names)
{
    Routing routing;
    if (const auto read = readTable(socket, RT_TABLE_MAIN, names, routing.routes); !read)
        return std::unexpected(read.error());
    std::set<quint32> tables;
    for (const int family : {AF_INET, AF_INET6}) {
        const auto rules = readRules(socket, family);
        if (!rules)
            return std::unexpected(rules.error());
        for (const RoutingRule &rule : *rules) {
            routing.rules.push_back(rule);
            tables.insert(rule.table);
        }
    }
    tables.erase(RT_TABLE_MAIN);
    for (const quint32 table : tables) {
        std::vector<HostRoute> routes;
        if (const auto read = readTable(socket, table, names, routes); !read)
            return std::unexpected(read.error());
        for (HostRoute &route : routes) {
            if (routing.tableRoutes.size() < mostRoutes)
                routing.tableRoutes.push_back({table, std::move(route)});
        }
    }
    return routing;
}

Result<std::vector<std::byte>> readRouteMessage(RouteSocket &socket, const HostRoute &route, int index)
{
    struct First {
        bool isIt = false;
        std::vector<std::byte> message{};
    };
    std::optional<First> first; // the one that a replacement replaces
    const auto read = dumpRoutes(
        socket, route.destination.isIPv4() ? AF_INET : AF_INET6, RT_TABLE_MAIN, [&] { first.reset(); },
        [&](const RouteOf &decoded, Bytes message) {
            if (!first && hostObjectOf(*decoded.route) == hostObjectOf(route))
                first = {.isIt = decoded.index == index && decoded.route->gateway == route.gateway,
                         .message = {message.begin(), message.end()}};
        });
    if (!read)
        return std::unexpected(read.error());
    return first && first->isIt ? std::move(first->message) : std::vector<std::byte>();
}

} // namespace lvs
