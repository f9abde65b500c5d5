// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupchecks.h"

#include "core/change/ipvsadmwords.h"
#include "core/setup/arpvalues.h"
#include "core/setup/checklist.h"
#include "core/setup/hostfacts.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Code = SetupCheck::Code;

/// The checks that are made from the director.
class DirectorChecks
{
public:
    DirectorChecks(const SetupWish &wish, const HostInfo *director)
        : m_wish(wish)
        , m_director(director)
    {
    }

    SetupCheck vip() const
    {
        CheckLine check = line(Code::DirectorVip).wanted(m_wish.outside.toString());
        if (!knowsInterfaces())
            return check;
        for (const HostInterface &interface : m_director->interfaces) {
            if (const InterfaceAddress *vip = findAddress(interface, m_wish.vip()))
                check.evidence(interface.name.toString(), addressText(*vip));
        }
        const HostInterface *interface = interfaceWithVip(*m_director, m_wish.vip(), m_wish.outside);
        if (!interface)
            return check.is({}, false);
        return check.about(interface->name).is(interface->name.toString(), true);
    }

    /// Those of the whole machine, which are switches.
    void sysctls(std::vector<SetupCheck> &checks) const
    {
        for (const SysctlValue &needed : directorSysctls(m_wish, m_director)) {
            if (needed.name == forwardingSysctl(m_wish.family()))
                checks.push_back(sysctl(Code::Forwarding, needed));
            else if (needed.name == conntrackSysctl())
                checks.push_back(sysctl(Code::Conntrack, needed));
        }
    }

    SetupCheck portMapping(const ServerKey &server) const
    {
        const quint16 port = m_wish.service.key.port;
        return line(Code::PortMapping, server)
            .wanted(QString::number(port))
            .is(QString::number(server.port), m_wish.service.key.isMark() || server.port == port);
    }

    SetupCheck sameSegment(const ServerKey &server) const
    {
        CheckLine check = line(Code::SameSegment, server);
        if (!knowsInterfaces())
            return check;
        if (const auto link = linkTo(*m_director, server.address, m_wish.vip())) {
            if (link->own)
                check.evidence(link->interface->name.toString(), addressText(*link->own));
            return check.about(link->interface->name).is(link->interface->name.toString(), true);
        }
        const HostRoute *route = defaultRoute(*m_director, server.address.family());
        const QString gateway = route && route->gateway ? route->gateway->toString() : QString();
        if (route)
            check.evidence(u"default"_s, gateway);
        return check.is(gateway, false);
    }

    /// Nothing unless real servers and clients are behind one interface.
    std::optional<SetupCheck> redirects(const ServerKey &server) const
    {
        if (!m_director || !mayRedirect(m_wish, *m_director, server.address))
            return std::nullopt;
        CheckLine check = line(Code::Redirects, server).about(m_wish.outside).wanted(u"0"_s);
        for (const InterfaceName &interface : {InterfaceName(), m_wish.outside})
            check.sysctl(*m_director, interfaceSysctl(interface, u"send_redirects"));
        if (const auto value = effectiveValue(*m_director, m_wish.outside, u"send_redirects"))
            check.is(QString::number(*value), *value == 0);
        return check;
    }

    // A table without them may be one that could not be read, as the rest of its director.

    SetupCheck service(const IpvsTable &table) const
    {
        const bool isThere = table.find(m_wish.service.key);
        const QString name = m_wish.service.key.toString();
        CheckLine check = line(Code::Service).wanted(name);
        return isThere || m_director ? check.is(isThere ? name : QString(), isThere) : check;
    }

    SetupCheck server(const RealServer &server, const IpvsTable &table) const
    {
        const IpvsTable::Entry *entry = table.find(m_wish.service.key);
        const RealServer *present = entry ? entry->find(server.key) : nullptr;
        CheckLine check = line(Code::Server, server.key).wanted(forwardingWord(server.forwarding).trimmed());
        if (!present && !m_director)
            return check;
        return check.is(present ? forwardingWord(present->forwarding).trimmed() : QString(),
                        present && present->forwarding == server.forwarding);
    }

private:
    SetupCheck sysctl(Code code, const SysctlValue &needed) const
    {
        CheckLine check = line(code).wanted(needed.value);
        if (!m_director)
            return check;
        check.sysctl(*m_director, needed.name);
        if (const auto value = sysctlNumber(m_director->sysctls, needed.name))
            check.is(QString::number(*value), *value != 0);
        return check;
    }

    bool knowsInterfaces() const { return m_director && !m_director->interfaces.empty(); }
    CheckLine line(Code code, std::optional<ServerKey> server = {}) const { return {code, m_wish.director, server}; }

    const SetupWish &m_wish;
    const HostInfo *m_director;
};

} // namespace

std::vector<SetupCheck> checkSetup(const SetupWish &wish, const SetupFacts &facts)
{
    const HostInfo *director = findHost(facts.hosts, wish.director);
    const FirewallState *firewall = facts.firewall ? &*facts.firewall : nullptr;
    const DirectorChecks directorChecks(wish, director);
    std::vector<SetupCheck> checks{directorChecks.vip(), directorChecks.service(facts.table)};
    if (wish.service.key.isMark())
        checks.push_back(checkMarks(wish, firewall));
    directorChecks.sysctls(checks);
    for (const SetupServer &server : wish.servers) {
        const ServerKey &key = server.server.key;
        checks.push_back(directorChecks.server(server.server, facts.table));
        if (putsVipOnServers(wish.method))
            checks.push_back(directorChecks.portMapping(key));
        if (server.host == wish.director)
            continue;
        if (wish.method == SetupMethod::DirectRouting)
            checks.push_back(directorChecks.sameSegment(key));
        if (wish.method == SetupMethod::FullNat)
            checks.push_back(checkSourceNat(wish, key, director, firewall));
        if (auto redirects = directorChecks.redirects(key))
            checks.push_back(std::move(*redirects));
        checkServer({wish, server, findHost(facts.hosts, server.host), director}, checks);
    }
    checkFirewalls(wish, facts, checks);
    checkConnections(wish, facts, checks);
    checkCertificates(wish, facts, checks);
    checkCensuses(wish, facts, checks);
    checkClients(facts, checks);
    std::ranges::stable_sort(checks, {}, &SetupCheck::code);
    return checks;
}

const SetupCheck *firstFinding(const std::vector<SetupCheck> &checks)
{
    const auto red = std::ranges::find(checks, SetupCheck::State::Red, &SetupCheck::state);
    return red == checks.end() ? nullptr : &*red;
}

} // namespace lvs
