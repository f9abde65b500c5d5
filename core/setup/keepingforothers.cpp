// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/overloaded.h"
#include "core/setup/arpvalues.h"
#include "core/setup/setupplan.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// What a set-up needs on one machine beside rules.
class Needs
{
public:
    Needs(const SetupWish &wish, const QString &host)
        : m_wish(wish)
        , m_isDirector(wish.director == host)
        , m_isServer(!m_isDirector && std::ranges::contains(wish.servers, host, &SetupServer::host))
    {
    }

    bool vip() const { return m_isDirector || (m_isServer && putsVipOnServers(m_wish.method)); }
    bool tunnel() const { return m_isServer && m_wish.method == SetupMethod::Tunnelling; }
    bool defaultRoute() const { return m_isServer && (m_wish.method == SetupMethod::Nat || m_wish.router); }
    bool sysctl(const QString &name) const
    {
        if (m_isDirector)
            return std::ranges::contains(directorSysctls(m_wish, nullptr), name, &SysctlValue::name);
        const bool isOfArp = name.endsWith(u"/arp_ignore"_s) || name.endsWith(u"/arp_announce"_s);
        return (isOfArp && vip() && m_wish.family() == Family::IPv4) || (name.endsWith(u"/rp_filter"_s) && tunnel());
    }

    bool mark(const MarkRule &rule) const
    {
        return m_isDirector && rule.leadsTo(m_wish.service.key) && rule.destination.contains(m_wish.vip());
    }
    bool snat(const SnatRule &rule) const
    {
        return m_isDirector && m_wish.method == SetupMethod::FullNat && rule.virtualAddress == m_wish.vip() &&
               std::ranges::any_of(m_wish.servers, [&](const SetupServer &server) {
                   return rule.servers.contains(server.server.key.address);
               });
    }

    const SetupWish &wish() const { return m_wish; }

private:
    const SetupWish &m_wish;
    bool m_isDirector;
    bool m_isServer;
};

/// Whether an operation would take away what is needed.
bool takesAway(const Operation &operation, const Needs &needs)
{
    const auto isDefaultRoute = [&](const HostRoute &route) {
        return route.prefixLength == 0 && route.destination.family() == needs.wish().family();
    };
    return std::visit(
        Overloaded{
            [&](const SetSysctl &op) { return needs.sysctl(op.name); },
            [&](const RemoveAddress &op) { return needs.vip() && op.before.address.address == needs.wish().vip(); },
            [&](const RemoveTunnel &) { return needs.tunnel(); },
            [&](const OneOf<EditRoute, RemoveRoute> auto &op) {
                return needs.defaultRoute() && isDefaultRoute(op.before);
            },
            [&](const RemoveMarkRule &op) { return needs.mark(op.before); },
            [&](const RemoveSnatRule &op) { return needs.snat(op.before); },
            [](const OneOf<AddAddress, AddRoute, AddTunnel, AddMarkRule, AddSnatRule> auto &) { return false; },
            [](const OneOf<AddService, EditService, RemoveService, AddServer, EditServer, RemoveServer, ZeroCounters,
                           ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) { return false; },
        },
        operation);
}

} // namespace

ChangePlan keepingForOthers(ChangePlan undo, const QString &host, std::span<const SetupWish> others)
{
    for (const SetupWish &other : others) {
        const Needs needs(other, host);
        std::erase_if(undo.operations, [&](const Operation &operation) { return takesAway(operation, needs); });
    }
    return undo;
}

std::vector<ChangePlan> neededByOthers(const ChangePlan &undo, const QString &host, std::span<const SetupWish> others)
{
    std::vector<ChangePlan> needed(others.size());
    for (const Operation &operation : undo.operations) {
        const auto first = std::ranges::find_if(
            others, [&](const SetupWish &other) { return takesAway(operation, Needs(other, host)); });
        if (first != others.end())
            needed[std::size_t(first - others.begin())].operations.push_back(operation);
    }
    return needed;
}

} // namespace lvs
