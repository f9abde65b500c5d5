// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupplan.h"

#include "core/setup/arpvalues.h"
#include "core/setup/hostfacts.h"
#include "core/setup/serverplan.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// The steps of a wish, phase by phase.
class Planner
{
public:
    Planner(const SetupWish &wish, const SetupHosts &hosts, const IpvsTable &table)
        : m_wish(wish)
        , m_hosts(hosts)
        , m_table(table)
    {
    }

    Result<HostPlan> plan()
    {
        if (auto ready = findMachines(); !ready)
            return std::unexpected(ready.error());
        for (const auto &part : {restrictArp, takeOutOfTunnels, addVip}) {
            if (auto planned = planServers(part); !planned)
                return std::unexpected(planned.error());
        }
        if (auto planned = planDirectorSettings(); !planned)
            return std::unexpected(planned.error());
        if (auto planned = planServers(routeReplies); !planned)
            return std::unexpected(planned.error());
        if (auto planned = planDirectorAddress(); !planned)
            return std::unexpected(planned.error());
        planRules();
        return std::move(m_plan);
    }

private:
    const HostInfo *find(const QString &id) const
    {
        const auto found = m_hosts.find(id);
        return found == m_hosts.end() || found->second.interfaces.empty() ? nullptr : &found->second;
    }

    /// The director, and each machine behind real servers that can be reached and is not the director.
    Result<void> findMachines()
    {
        m_director = find(m_wish.director);
        if (!m_director)
            return failure(ErrorCode::HostNotRead, {m_wish.director});
        for (const SetupServer &server : m_wish.servers) {
            if (server.host.isEmpty())
                continue;
            const HostInfo *host = find(server.host);
            if (!host)
                return failure(ErrorCode::HostNotRead, {server.host});
            const HostInterface *interface = interfaceWith(*host, server.server.key.address);
            if (!interface)
                return failure(ErrorCode::NotOnHost, {server.server.key.address.toString(), server.host});
            if (host != m_director)
                m_machines.push_back({m_wish, server, *host, *interface, *m_director});
        }
        return {};
    }

    void add(const QString &host, const QString &forHost, SetupPhase phase, ChangePlan plan)
    {
        if (!plan.isEmpty())
            m_plan.steps.push_back({host, forHost, phase, std::move(plan)});
    }

    using Part = Result<ServerSteps> (*)(const PlannedServer &);
    Result<void> planServers(Part part)
    {
        for (const PlannedServer &machine : m_machines) {
            auto steps = part(machine);
            if (!steps)
                return std::unexpected(steps.error());
            for (ChangePlan &plan : steps->plans) {
                leaveOutPlanned(machine.server.host, plan);
                add(machine.server.host, machine.server.host, steps->phase, std::move(plan));
            }
        }
        return {};
    }

    /// What an earlier real server of the same machine has asked for already.
    void leaveOutPlanned(const QString &host, ChangePlan &plan) const
    {
        std::erase_if(plan.operations, [&](const Operation &operation) {
            return std::ranges::any_of(m_plan.steps, [&](const HostStep &step) {
                return step.host == host && std::ranges::contains(step.plan.operations, operation);
            });
        });
    }

    /// A machine that forwards IPv6 drops the default route that came with a router advertisement, unless its accept_ra
    /// is 2 (net/ipv6/addrconf.c, addrconf_fixup_forwarding, and net/ipv6/route.c, rt6_purge_dflt_routers).
    Result<void> keepAdvertisedRoute() const
    {
        const bool begins = repliesThroughDirector(m_wish.method) && m_wish.family() == Family::IPv6 &&
                            sysctlNumber(m_director->sysctls, forwardingSysctl(Family::IPv6)).value_or(0) == 0;
        const HostRoute *route = begins ? defaultRoute(*m_director, Family::IPv6) : nullptr;
        if (route && route->gateway && route->gateway->isLinkLocal())
            return failure(ErrorCode::RouteFromAdvertisement, {route->interface.toString()});
        return {};
    }

    Result<void> planDirectorSettings()
    {
        if (auto kept = keepAdvertisedRoute(); !kept)
            return kept;
        SysctlChanges changes(*m_director);
        if (repliesThroughDirector(m_wish.method))
            changes.set(forwardingSysctl(m_wish.family()), u"1"_s);
        if (m_wish.method == SetupMethod::FullNat)
            changes.set(conntrackSysctl(), u"1"_s);
        const bool mayRedirect = m_wish.method == SetupMethod::Nat && m_wish.family() == Family::IPv4;
        if (mayRedirect && std::ranges::any_of(m_wish.servers, [this](const SetupServer &server) {
                const auto link = linkTo(*m_director, server.server.key.address, m_wish.vip());
                return link && link->interface->name == m_wish.outside;
            })) {
            for (const InterfaceName &interface : {InterfaceName(), m_wish.outside})
                changes.set(interfaceSysctl(interface, u"send_redirects"), u"0"_s);
        }
        return std::move(changes).result().transform([this](ChangePlan &&plan) {
            add(m_wish.director, m_wish.director, SetupPhase::DirectorSettings, std::move(plan));
        });
    }

    Result<void> planDirectorAddress()
    {
        const HostInterface *outside = findInterface(m_director->interfaces, m_wish.outside);
        if (!outside)
            return failure(ErrorCode::InterfaceMissing, {m_wish.outside.toString()});
        if (!outside->isUp)
            return failure(ErrorCode::InterfaceDown, {m_wish.outside.toString(), m_wish.director});
        if (!interfaceWithVip(*m_director, m_wish.vip(), m_wish.outside))
            add(m_wish.director, m_wish.director, SetupPhase::DirectorAddress,
                {{AddAddress{{m_wish.outside, vipAddress(m_wish.vip(), m_wish.outside)}}}});
        return {};
    }

    void planRules()
    {
        const ServiceKey &key = m_wish.service.key;
        const IpvsTable::Entry *entry = m_table.find(key);
        ChangePlan service;
        if (!entry)
            service.operations.push_back(AddService{m_wish.service});
        else if (entry->service != m_wish.service)
            service.operations.push_back(EditService{entry->service, m_wish.service});
        add(m_wish.director, m_wish.director, SetupPhase::Rules, std::move(service));
        for (const SetupServer &server : m_wish.servers) {
            const RealServer *present = entry ? entry->find(server.server.key) : nullptr;
            ChangePlan plan;
            if (!present)
                plan.operations.push_back(AddServer{key, server.server});
            else if (*present != server.server)
                plan.operations.push_back(EditServer{key, *present, server.server});
            add(m_wish.director, server.host.isEmpty() ? m_wish.director : server.host, SetupPhase::Rules,
                std::move(plan));
        }
    }

    const SetupWish &m_wish;
    const SetupHosts &m_hosts;
    const IpvsTable &m_table;
    const HostInfo *m_director = nullptr;
    std::vector<PlannedServer> m_machines;
    HostPlan m_plan;
};

} // namespace

Result<HostPlan> planSetup(const SetupWish &wish, const SetupHosts &hosts, const IpvsTable &table)
{
    if (auto valid = validate(wish); !valid)
        return std::unexpected(valid.error());
    return Planner(wish, hosts, table).plan();
}

} // namespace lvs
