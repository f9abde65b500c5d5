// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/takeover.h"

#include "core/change/overloaded.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace lvs {
namespace {

/// An object as it is on the side that changes, and as it shall be there.
template<class T> struct Step {
    std::optional<T> before{};
    std::optional<T> after{};
};

class TakeOver
{
public:
    TakeOver(const Comparison &comparison, Side target)
        : m_comparison(comparison)
        , m_target(target)
    {
    }

    void add(const ComparedPart &part)
    {
        std::visit(Overloaded{
                       [&](const ObjectKey &key) { addObject(key, part.field); },
                       [&](const TimeoutsKey &) { take(m_timeouts, m_comparison.timeouts, part.field); },
                       [&](SyncRole role) {
                           for (const Compared<SyncDaemon> &daemon : m_comparison.daemons) {
                               if ((daemon.left ? daemon.left : daemon.right)->role == role)
                                   take(m_daemons[role], daemon, part.field);
                           }
                       },
                   },
                   part.object);
    }

    ChangePlan plan() const
    {
        ChangePlan plan;
        const auto add = [&plan](const Operation &operation) { plan.operations.push_back(operation); };
        for (const auto &[key, step] : m_services) {
            if (!step.before && step.after)
                add(AddService{*step.after});
            else if (step.before && step.after && step.before != step.after)
                add(EditService{*step.before, *step.after});
            else if (step.before && !step.after)
                add(RemoveService{*step.before, serversOf(key)});
        }
        for (const auto &[key, step] : m_servers | std::views::reverse) { // the kernel puts the newest first
            const auto service = m_services.find(key.service);
            if (service != m_services.end() && !service->second.after)
                continue; // goes with its service
            if (!step.before && step.after)
                add(AddServer{key.service, *step.after});
            else if (step.before && !step.after)
                add(RemoveServer{key.service, *step.before});
            else if (step.before != step.after)
                add(EditServer{key.service, *step.before, *step.after});
        }
        if (m_timeouts.before && m_timeouts.before != m_timeouts.after)
            add(SetTimeouts{*m_timeouts.before, *m_timeouts.after});
        for (const auto &[role, step] : m_daemons) {
            if (step.before == step.after)
                continue;
            if (step.before)
                add(StopSyncDaemon{*step.before});
            if (step.after)
                add(StartSyncDaemon{*step.after});
        }
        return plan;
    }

private:
    template<class T> void take(Step<T> &step, const Compared<T> &object, std::optional<Field> field) const
    {
        const auto &present = object.on(m_target);
        const auto &wanted = object.on(otherSide(m_target));
        if (!step.before && !step.after)
            step = {present, present};
        if (field && wanted && step.after)
            takeField(*field, *step.after, *wanted);
        else
            step.after = wanted;
    }

    Step<VirtualService> &stepOf(const ServiceKey &service) { return m_services.insert({service, {}}).first->second; }

    void addObject(const ObjectKey &key, std::optional<Field> field)
    {
        const ComparedService *service = m_comparison.find(key.service);
        if (!service)
            return;
        if (!key.server) {
            take(stepOf(key.service), service->service, field);
            for (const auto &server : service->servers) {
                if (!field)
                    take(m_servers[{key.service, ComparedService::keyOf(server)}], server, {});
            }
            return;
        }
        const auto server = std::ranges::find(service->servers, *key.server, &ComparedService::keyOf);
        if (server == service->servers.end())
            return;
        if (!service->service.on(m_target))
            take(stepOf(key.service), service->service, {});
        take(m_servers[key], *server, field);
    }

    std::vector<RealServer> serversOf(const ServiceKey &key) const
    {
        std::vector<RealServer> servers;
        for (const auto &server : m_comparison.find(key)->servers) {
            if (const auto &present = server.on(m_target))
                servers.push_back(*present);
        }
        return servers;
    }

    const Comparison &m_comparison;
    Side m_target;
    std::map<ServiceKey, Step<VirtualService>> m_services;
    std::map<ObjectKey, Step<RealServer>> m_servers;
    Step<Timeouts> m_timeouts;
    std::map<SyncRole, Step<SyncDaemon>> m_daemons;
};

} // namespace

ChangePlan takingOver(const Comparison &comparison, std::span<const ComparedPart> parts, Side target)
{
    TakeOver takeOver(comparison, target);
    for (const ComparedPart &part : parts)
        takeOver.add(part);
    return takeOver.plan();
}

} // namespace lvs
