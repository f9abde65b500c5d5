// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/schedulerchoice.h"

#include "core/sandbox/sandboxservice.h"

#include <algorithm>

namespace lvs {

namespace {

using Basis = SchedulerChoice::Basis;

Basis basisOf(const VirtualService &service, const std::vector<ServerState> &servers)
{
    const QStringView name = service.scheduler.toString();
    const auto isOneOf = [name](std::initializer_list<QStringView> names) {
        return std::ranges::contains(names, name);
    };
    if (isOneOf({u"rr", u"wrr"}))
        return Basis::FreshStart;
    if (isOneOf({u"lblc", u"lblcr", u"twos"}))
        return Basis::LikeWlc;
    if (name == u"mh")
        return std::ranges::any_of(servers, [](const ServerState &server) { return server.config.weight == 0; })
                   ? Basis::LastWeights
                   : Basis::Table;
    return isOneOf({u"sh", u"dh", u"fo"}) ? Basis::Table : Basis::Connections;
}

} // namespace

SchedulerChoice nextChoice(const VirtualService &service, const std::vector<ServerState> &servers,
                           const ScheduleRequest &request)
{
    SandboxService played{.config = service, .scheduler = makeScheduler(service.scheduler.toString())};
    if (!played.scheduler)
        return {};
    for (const ServerState &state : servers) {
        played.servers.push_back(std::make_shared<SandboxServer>(state.config, service.key, SandboxTime()));
        played.servers.back()->assumeConnections(state.activeConnections, state.inactiveConnections);
    }
    played.scheduler->bind(played);
    SchedulerChoice choice{.basis = basisOf(service, servers)};
    if (service.key.port == 0 && !service.key.isMark() && !service.isPersistent())
        return choice; // the kernel has no use for a service for every port without persistence
    if (const SandboxServer *server = played.scheduler->pick(played, request))
        choice.server = server->config().key;
    return choice;
}

} // namespace lvs
