// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/diagramexamples.h"

#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const std::set<ServerCondition> everyCondition{ServerCondition::Serving, ServerCondition::Drained,
                                               ServerCondition::Unreachable};

/// Replies are counted where they come back through the director.
Traffic flowing(quint64 connections, quint64 bytes, SetupMethod method)
{
    return {.rates = {.connections = connections,
                      .inBytes = bytes,
                      .outBytes = repliesThroughDirector(method) ? 20 * bytes : 0}};
}

DiagramContent described(const SetupWish &wish, const SetupFacts &facts, const Snapshot &snapshot,
                         const std::set<ServerKey> &unreachable, const std::set<ServerCondition> &unfolded)
{
    return describe(topologyOf(wish, facts, unreachable, unfolded),
                    {.snapshot = &snapshot,
                     .hosts = {{director, u"director-1"_s}, {rs1, u"web-1"_s}, {rs2, u"web-2"_s}},
                     .unreachable = unreachable});
}

} // namespace

DiagramContent exampleDiagram(SetupMethod method)
{
    Cluster cluster(method);
    cluster.setUp();
    std::vector<SetupServer> &servers = cluster.wish.servers;
    servers[0].server.weight = 3;
    servers[1].server.weight = 0;
    SetupServer lost{.server = servers[0].server};
    lost.server.key.address = ip(repliesThroughDirector(method) ? u"192.168.10.13" : u"172.18.100.13");
    servers.push_back(lost);

    Snapshot snapshot;
    const ServiceKey key = cluster.wish.service.key;
    snapshot.services.push_back({.config = cluster.wish.service, .traffic = flowing(1'204, 912'000, method)});
    snapshot.servers.push_back({.service = key});
    for (const auto &[server, connections, bytes] :
         {std::tuple(servers[0].server, 1'190, 910'400), std::tuple(servers[1].server, 14, 1'600),
          std::tuple(servers[2].server, 0, 0)})
        snapshot.servers.back().servers.push_back(
            {.config = server, .traffic = flowing(quint64(connections), quint64(bytes), method)});
    return described(cluster.wish, cluster.facts(), snapshot, {lost.server.key}, {});
}

DiagramContent manyServers(SetupMethod method, int servers, bool unfolded, quint64 figure)
{
    Cluster cluster(method);
    cluster.setUp();
    Snapshot snapshot;
    const ServiceKey key = cluster.wish.service.key;
    snapshot.services.push_back({.config = cluster.wish.service, .traffic = flowing(figure, 1'000 * figure, method)});
    snapshot.servers.push_back({.service = key});
    std::set<ServerKey> unreachable;
    const quint32 first = repliesThroughDirector(method) ? 0xc0a80a0b : 0xac12640b;
    cluster.wish.servers.resize(std::min(std::size_t(servers), cluster.wish.servers.size()));
    for (int i = 0; i < servers; ++i) {
        if (i >= int(cluster.wish.servers.size()))
            cluster.wish.servers.push_back(
                {.server = {.key = {IpAddress::fromIPv4(first + quint32(i)), 80}, .forwarding = forwardingOf(method)}});
        RealServer &server = cluster.wish.servers[std::size_t(i)].server;
        server.weight = i % 7 == 3 ? 0 : quint32(i % 100);
        if (i % 11 == 5)
            unreachable.insert(server.key);
        snapshot.servers.back().servers.push_back(
            {.config = server, .traffic = flowing(figure, 1'000 * figure, method)});
    }
    return described(cluster.wish, cluster.facts(), snapshot, unreachable,
                     unfolded ? everyCondition : std::set<ServerCondition>());
}

DiagramContent manyServices(int services, quint64 figure)
{
    using enum SetupMethod;
    Cluster cluster(Nat);
    cluster.setUp();
    IpvsTable table;
    Snapshot snapshot;
    for (int i = 0; i < services; ++i) {
        const SetupMethod method = std::array{Nat, DirectRouting, Tunnelling, FullNat}.at(std::size_t(i % 4));
        const VirtualService each = service(tcp(u"172.18.100.6", quint16(80 + i)));
        std::vector<RealServer> servers;
        for (int host = 11; host < 16; ++host) {
            servers.push_back(server(host, i % 9 == 4 ? 0 : 1));
            servers.back().forwarding = forwardingOf(method);
        }
        table.setService(each);
        table.setServers(each.key, servers);
        snapshot.services.push_back({.config = each, .traffic = flowing(figure, 1'000 * figure, method)});
    }
    return describe(topologyOf(table, director, cluster.hosts()),
                    {.snapshot = &snapshot, .hosts = {{director, u"director-1"_s}}});
}

} // namespace lvs::test
