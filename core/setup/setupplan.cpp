// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupplan.h"

#include "core/setup/directorfilter.h"
#include "core/setup/hostfacts.h"
#include "core/setup/serverplan.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>

namespace lvs {
namespace {

/// The steps of a wish, phase by phase.
class Planner
{
public:
    Planner(const SetupWish &wish, const SetupFacts &facts)
        : m_wish(wish)
        , m_facts(facts)
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
        if (auto planned = planSourceNat(); !planned)
            return std::unexpected(planned.error());
        if (auto planned = planServers(routeReplies); !planned)
            return std::unexpected(planned.error());
        if (auto planned = planDirectorAddress(); !planned)
            return std::unexpected(planned.error());
        planRules();
        planMarks();
        return std::move(m_plan);
    }

private:
    const HostInfo *find(const QString &id) const
    {
        const auto found = m_facts.hosts.find(id);
        return found == m_facts.hosts.end() || found->second.interfaces.empty() ? nullptr : &found->second;
    }

    /// The director, and each machine behind real servers that can be reached and is not the director.
    Result<void> findMachines()
    {
        m_director = find(m_wish.director);
        if (!m_director || (needsFirewall(m_wish) && !m_facts.firewall))
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
        for (const SysctlValue &needed : directorSysctls(m_wish, m_director))
            changes.set(needed.name, needed.value);
        return std::move(changes).result().transform([this](ChangePlan &&plan) {
            add(m_wish.director, m_wish.director, SetupPhase::DirectorSettings, std::move(plan));
        });
    }

    Result<void> planSourceNat()
    {
        if (m_wish.method != SetupMethod::FullNat)
            return {};
        return sourceNatPlan(m_wish, *m_director, *m_facts.firewall).transform([this](ChangePlan &&plan) {
            add(m_wish.director, m_wish.director, SetupPhase::SourceNat, std::move(plan));
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
        const IpvsTable::Entry *entry = m_facts.table.find(key);
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

    void planMarks()
    {
        if (m_wish.service.key.isMark())
            add(m_wish.director, m_wish.director, SetupPhase::Marks, marksPlan(m_wish, *m_facts.firewall));
    }

    const SetupWish &m_wish;
    const SetupFacts &m_facts;
    const HostInfo *m_director = nullptr;
    std::vector<PlannedServer> m_machines;
    HostPlan m_plan;
};

} // namespace

QStringList hostsOf(const SetupWish &wish)
{
    QStringList hosts{wish.director};
    for (const SetupServer &server : wish.servers) {
        if (!server.host.isEmpty() && !hosts.contains(server.host))
            hosts << server.host;
    }
    return hosts;
}

Result<HostPlan> planSetup(const SetupWish &wish, const SetupFacts &facts)
{
    if (auto valid = validate(wish); !valid)
        return std::unexpected(valid.error());
    return Planner(wish, facts).plan();
}

} // namespace lvs
