// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupkeeping.h"

#include "core/boot/kepttext.h"
#include "core/setup/arpvalues.h"
#include "core/setup/hostfacts.h"
#include "core/setup/setupplan.h"
#include "core/setup/setupsysctls.h"
#include "core/types/network.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

template<class T> void addOnce(std::vector<T> &values, const T &value)
{
    if (!std::ranges::contains(values, value))
        values.push_back(value);
}

/// What a set-up needs on one machine.
class Keeper
{
public:
    Keeper(const SetupWish &wish, const HostInfo &host, KeptSetup &kept)
        : m_wish(wish)
        , m_host(host)
        , m_kept(kept)
    {
    }

    void keepDirector(const SetupFacts &facts)
    {
        for (const SysctlValue &needed : directorSysctls(m_wish, &m_host))
            keepSysctl(needed);
        if (const HostInterface *outside = findInterface(m_host.interfaces, m_wish.outside))
            keepVip(*outside);
        keepRules(facts.table);
        if (facts.firewall)
            keepFirewall(*facts.firewall);
    }

    void keepServer(const SetupServer &server)
    {
        const bool hasVip = putsVipOnServers(m_wish.method);
        if (hasVip && m_wish.family() == Family::IPv4)
            keepArp(server);
        if (m_wish.method == SetupMethod::Tunnelling)
            keepTunnel(server.server.key.address);
        for (const HostInterface &interface : m_host.interfaces) {
            if (hasVip && !answersArp(interface))
                keepVip(interface);
        }
        const IpAddress source = addressAtServer(m_wish.method, m_wish.vip(), server.server.key.address);
        const auto [route, table] = replyRoute(m_host, source, m_wish.family());
        const bool isOurs =
            m_wish.method == SetupMethod::Nat || (m_wish.router && route && route->gateway == m_wish.router);
        if (route && route->gateway && isOurs && !table)
            addOnce(m_kept.routes, *route);
    }

private:
    /// Not where it is otherwise: then that is the set-up's trouble, and a reboot does not change it.
    void keepSysctl(const SysctlValue &needed)
    {
        if (std::ranges::contains(m_host.sysctls, needed))
            addOnce(m_kept.sysctls, needed);
    }

    /// Whether somebody may ask there for the VIP: who is beside the real server, or thinks that the VIP is beside. The
    /// interfaces of containers hide it no less, but come and go, and their values come from elsewhere.
    bool isAskedFor(const HostInterface &interface, const SetupServer &server) const
    {
        return interface.name == server.arpInterface || findAddress(interface, server.server.key.address) ||
               std::ranges::any_of(interface.addresses, [this](const InterfaceAddress &own) {
                   return isInNetwork(m_wish.vip(), own.address, own.prefixLength);
               });
    }

    void keepArp(const SetupServer &server)
    {
        std::vector<InterfaceName> places{{}};
        for (const HostInterface *interface :
             requestInterfaces(m_host, server.arpInterface, server.server.key.address)) {
            if (isAskedFor(*interface, server))
                places.push_back(interface->name);
        }
        for (const QStringView name : {u"arp_ignore", u"arp_announce"}) {
            for (const InterfaceName &place : places) {
                const QString sysctl = interfaceSysctl(place, name);
                const int value = sysctlNumber(m_host.sysctls, sysctl).value_or(0);
                if (value != 0)
                    addOnce(m_kept.sysctls, {sysctl, QString::number(value)});
            }
        }
    }

    void keepTunnel(const IpAddress &rip)
    {
        const HostInterface *tunnel = tunnelFor(m_host, rip);
        if (!tunnel)
            return;
        const auto own = tunnelOf(*tunnel);
        if (!own || own->local.isUnspecified())
            return; // the kernel's own, of which nothing has to be made
        addOnce(m_kept.tunnels, *own);
        const QString filter = interfaceSysctl(tunnel->name, u"rp_filter");
        if (const QString *value = findSysctl(m_host.sysctls, filter))
            addOnce(m_kept.sysctls, {filter, *value});
    }

    void keepVip(const HostInterface &interface)
    {
        const InterfaceAddress *address = findAddress(interface, m_wish.vip());
        if (address && address->prefixLength == vipAddress(m_wish.vip(), interface.name).prefixLength)
            addOnce(m_kept.addresses, {interface.name, *address});
    }

    void keepRules(const IpvsTable &table)
    {
        const IpvsTable::Entry *entry = table.find(m_wish.service.key);
        if (!entry)
            return;
        m_kept.rules = *entry;
        std::ranges::reverse(m_kept.rules->servers); // the kernel has the newest first
        const auto isConfigurable = [&](const RealServer &server) {
            return server.forwarding == Forwarding::Masquerading || server.forwarding == Forwarding::Tunnelling ||
                   server.forwarding == Forwarding::Gatewaying;
        };
        std::erase_if(m_kept.rules->servers, std::not_fn(isConfigurable));
    }

    void keepFirewall(const FirewallState &firewall)
    {
        for (const SnatRuleState &snat : firewall.snats) {
            const bool isOurs = std::ranges::any_of(m_wish.servers, [&](const SetupServer &server) {
                return snat.rule.servers.contains(server.server.key.address);
            });
            if (m_wish.method == SetupMethod::FullNat && snat.rule.virtualAddress == m_wish.vip() && isOurs)
                addOnce(m_kept.snats, snat.rule);
        }
        for (const MarkRuleState &mark : firewall.marks) {
            if (mark.program == FirewallProgram::Console && mark.rule.leadsTo(m_wish.service.key) &&
                mark.rule.destination.contains(m_wish.vip()))
                addOnce(m_kept.marks, mark.rule);
        }
    }

    const SetupWish &m_wish;
    const HostInfo &m_host;
    KeptSetup &m_kept;
};

/// The machines that this console reaches, the director last: it is ready for packets last.
QStringList hostsToKeep(const SetupWish &wish)
{
    QStringList hosts = hostsOf(wish);
    hosts << hosts.takeFirst();
    return hosts;
}

/// Whether the machine has to be anything but what it is without the set-up.
bool hasPart(const SetupWish &wish, const QString &host)
{
    const bool needsSomething = putsVipOnServers(wish.method) || wish.method == SetupMethod::Nat;
    return host == wish.director || (needsSomething && std::ranges::contains(wish.servers, host, &SetupServer::host));
}

bool isKept(const KeptSetup &setup, const KeptState &state)
{
    return state.file.isPresent() && std::ranges::contains(readKeptText(state.file.content).setups, setup);
}

} // namespace

KeptSetup keptFor(const QString &id, const SetupWish &wish, const QString &host, const SetupFacts &facts)
{
    KeptSetup kept{.id = id, .service = wish.service.key};
    const auto found = facts.hosts.find(host);
    if (found == facts.hosts.end())
        return kept;
    Keeper keeper(wish, found->second, kept);
    if (host == wish.director) {
        keeper.keepDirector(facts);
        return kept;
    }
    for (const SetupServer &server : wish.servers) {
        if (server.host == host)
            keeper.keepServer(server);
    }
    return kept;
}

bool canKeep(const KeptState &state)
{
    return state.unit.isEnabled() && (state.file.isPresent() || state.file.state == BootFile::State::Missing);
}

QStringList hostsThatCantKeep(const SetupWish &wish, const std::map<QString, KeptState> &kept)
{
    QStringList hosts = hostsToKeep(wish);
    hosts.removeIf([&](const QString &host) {
        const auto state = kept.find(host);
        return !hasPart(wish, host) || (state != kept.end() && canKeep(state->second));
    });
    return hosts;
}

HostPlan withKeeping(HostPlan plan, const QString &id, const SetupWish &wish, const SetupFacts &facts,
                     const std::map<QString, KeptState> &kept)
{
    for (const QString &host : hostsToKeep(wish)) {
        const auto state = kept.find(host);
        if (state == kept.end() || !canKeep(state->second) || !hasPart(wish, host))
            continue;
        const bool changes = std::ranges::contains(plan.steps, host, &HostStep::host);
        const KeptSetup needed = keptFor(id, wish, host, facts);
        if (changes || (!needed.isEmpty() && !isKept(needed, state->second)))
            plan.steps.push_back({.host = host, .forHost = host, .phase = SetupPhase::Keep});
    }
    return plan;
}

} // namespace lvs
