// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/setuprestoration.h"

#include "core/apply/applier.h"
#include "core/setup/arpvalues.h"
#include "core/setup/hostfacts.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

bool isOfArp(const QString &sysctl)
{
    return sysctl.endsWith(u"/arp_ignore"_s) || sysctl.endsWith(u"/arp_announce"_s);
}

bool restricts(const QString &sysctl, int value)
{
    return sysctl.endsWith(u"/arp_ignore"_s) ? hidesVip(meaningOfArpIgnore(value), AddressScope::Universe)
                                             : hidesVip(meaningOfArpAnnounce(value));
}

/// Whether ARP on one interface, or where that is empty on all, hides addresses of others.
bool isRestrictedOn(const HostInfo &host, const InterfaceName &interface)
{
    return std::ranges::all_of(std::to_array<QStringView>({u"arp_ignore", u"arp_announce"}), [&](QStringView name) {
        const auto value = effectiveValue(host, interface, name);
        return value && restricts(u'/' + name.toString(), *value);
    });
}

bool isOfAll(const QString &sysctl)
{
    return sysctlInterface(sysctl) == u"all";
}

/// Whether it is one of ARP on an interface that is not there, which answers nobody.
bool isOfNobody(const QString &sysctl, const HostInfo &host)
{
    return isOfArp(sysctl) && !isOfAll(sysctl) &&
           std::ranges::none_of(host.interfaces, [&](const HostInterface &interface) {
               return interface.name.toString() == sysctlInterface(sysctl);
           });
}

/// Whether a machine restricts ARP as it did when the set-up was kept: on the interfaces that were named, if no more
/// than those were restricted, else on every one. One of them that is not there may have another name by now, so that
/// every one counts.
bool isRestrictedFor(const KeptSetup &setup, const HostInfo &host)
{
    QStringList named;
    const bool isOnAll = isRestrictedOn(host, {});
    bool isOneMissing = false;
    for (const SysctlValue &kept : setup.sysctls) {
        if (!isOfArp(kept.name))
            continue;
        if (isOfNobody(kept.name, host)) {
            isOneMissing = true;
            continue;
        }
        const auto value = sysctlNumber(host.sysctls, kept.name);
        if (!value || (QString::number(*value) != kept.value && !restricts(kept.name, *value)))
            return false;
        if (!isOfAll(kept.name))
            named << sysctlInterface(kept.name).toString();
    }
    const bool isEveryConcerned = isOnAll || isOneMissing || named.isEmpty();
    auto concerned =
        host.interfaces | std::views::filter([&](const HostInterface &interface) {
            return answersArp(interface) && (isEveryConcerned || named.contains(interface.name.toString()));
        });
    if (concerned.empty())
        return isOnAll;
    return std::ranges::all_of(concerned,
                               [&](const HostInterface &interface) { return isRestrictedOn(host, interface.name); });
}

bool mayAnswerFor(const HostAddress &address, const HostInfo &host)
{
    const HostInterface *interface = findInterface(host.interfaces, address.interface);
    return address.address.address.isIPv4() && interface && !answersArp(*interface);
}

class Restorer
{
public:
    Restorer(Backend &backend, const KeptText &kept)
        : m_backend(backend)
        , m_kept(kept)
    {
    }

    SetupRestoreReport machine()
    {
        return reported(readHost()
                            .and_then([&] { return setSysctls([&](const SysctlValue &s) { return !isOfTunnel(s); }); })
                            .and_then([&] { return addTunnels(); })
                            .and_then([&] { return setSysctls([&](const SysctlValue &s) { return isOfTunnel(s); }); })
                            .and_then([&] { return addAddresses(); })
                            .and_then([&] { return setRoutes(); })
                            .and_then([&] { return addRules<AddSnatRule>(&KeptSetup::snats); }));
    }

    SetupRestoreReport marks() { return reported(addRules<AddMarkRule>(&KeptSetup::marks)); }

private:
    SetupRestoreReport reported(const Result<void> &end)
    {
        if (!end)
            m_report.stopped = end.error();
        return std::move(m_report);
    }

    Result<void> readHost()
    {
        return m_backend.readHost().transform([&](HostInfo &&host) { m_host = std::move(host); });
    }

    void apply(const Operation &operation)
    {
        const ApplyReport report = Applier(m_backend).apply({{operation}});
        if (report.outcome == ApplyOutcome::Applied)
            m_report.done.operations.push_back(operation);
        else if (report.outcome != ApplyOutcome::AlreadySo)
            fail(operation, report.error.value_or(Error()));
    }

    void fail(const Operation &operation, const Error &error) { m_report.failures.push_back({operation, error}); }

    bool isOfTunnel(const SysctlValue &sysctl) const
    {
        const QStringView interface = sysctlInterface(sysctl.name);
        return std::ranges::any_of(m_kept.setups, [&](const KeptSetup &setup) {
            return std::ranges::any_of(setup.tunnels,
                                       [&](const HostTunnel &tunnel) { return tunnel.name.toString() == interface; });
        });
    }

    Result<void> setSysctls(auto &&isWanted)
    {
        std::vector<SysctlValue> wanted;
        for (const KeptSetup &setup : m_kept.setups) {
            for (const SysctlValue &sysctl : setup.sysctls) {
                if (!isWanted(sysctl))
                    continue;
                std::erase_if(wanted, [&](const SysctlValue &other) { return other.name == sysctl.name; });
                wanted.push_back(sysctl);
            }
        }
        for (const SysctlValue &sysctl : wanted) {
            if (isOfNobody(sysctl.name, m_host))
                continue;
            const QString *present = findSysctl(m_host.sysctls, sysctl.name);
            const SetSysctl set{sysctl.name, present ? *present : QString(), sysctl.value};
            if (!present)
                fail(set, {.code = ErrorCode::SysctlMissing, .values = {sysctl.name}});
            else if (!isSameSetting(sysctl.name, *present, sysctl.value))
                apply(set);
        }
        return readHost();
    }

    Result<void> addTunnels()
    {
        for (const KeptSetup &setup : m_kept.setups) {
            for (const HostTunnel &tunnel : setup.tunnels)
                apply(AddTunnel{tunnel});
        }
        return readHost();
    }

    Result<void> addAddresses()
    {
        for (const KeptSetup &setup : m_kept.setups) {
            const bool isSafe = !std::ranges::contains(m_kept.incomplete, setup.id) && isRestrictedFor(setup, m_host);
            for (const HostAddress &address : setup.addresses) {
                const HostInterface *interface = findInterface(m_host.interfaces, address.interface);
                if (interface && findAddress(*interface, address.address.address))
                    continue; // as it was found
                if (mayAnswerFor(address, m_host) && !isSafe)
                    m_report.withheld.push_back(address);
                else
                    apply(AddAddress{address});
            }
        }
        return readHost();
    }

    Result<void> setRoutes()
    {
        for (const Family family : {Family::IPv4, Family::IPv6}) {
            const HostRoute *wanted = nullptr;
            for (const KeptSetup &setup : m_kept.setups) {
                for (const HostRoute &route : setup.routes) {
                    if (route.destination.family() == family)
                        wanted = &route;
                }
            }
            if (wanted)
                setRoute(*wanted);
        }
        return {};
    }

    /// The machine may have made itself a default route of another metric meanwhile, which has to give way.
    void setRoute(HostRoute wanted)
    {
        const HostRoute *present = defaultRoute(m_host, wanted.destination.family());
        if (!present)
            return apply(AddRoute{wanted});
        wanted.metric = present->metric;
        if (*present != wanted)
            apply(EditRoute{*present, wanted});
    }

    template<class Add, class Rule> Result<void> addRules(std::vector<Rule> KeptSetup::*rules)
    {
        const bool areSome =
            std::ranges::any_of(m_kept.setups, [&](const KeptSetup &setup) { return !(setup.*rules).empty(); });
        if (!areSome)
            return {};
        const auto firewall = m_backend.readOwnFirewall();
        if (!firewall)
            return std::unexpected(firewall.error());
        for (const KeptSetup &setup : m_kept.setups) {
            for (const Rule &rule : setup.*rules) {
                const bool isNew = !std::ranges::contains(m_added, rule.toString());
                m_added << rule.toString();
                if (isNew && !firewall->has(rule))
                    apply(Add{rule});
            }
        }
        return {};
    }

    Backend &m_backend;
    const KeptText &m_kept;
    HostInfo m_host;
    QStringList m_added; ///< rules, for two set-ups may need the same
    SetupRestoreReport m_report;
};

} // namespace

SetupRestoreReport restoreMachine(Backend &backend, const KeptText &kept)
{
    return Restorer(backend, kept).machine();
}

RuleState keptRules(const KeptText &kept)
{
    RuleState state;
    for (const KeptSetup &setup : kept.setups) {
        if (!setup.rules)
            continue;
        state.table.setService(setup.rules->service);
        std::vector<RealServer> newestFirst(setup.rules->servers.rbegin(), setup.rules->servers.rend());
        state.table.setServers(setup.service, std::move(newestFirst));
    }
    return state;
}

SetupRestoreReport restoreMarks(Backend &backend, const KeptText &kept)
{
    return Restorer(backend, kept).marks();
}

} // namespace lvs
