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

const HostInfo *findHost(const SetupHosts &hosts, const QString &id)
{
    const auto found = hosts.find(id);
    return found == hosts.end() ? nullptr : &found->second;
}

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

    SetupCheck sysctl(Code code, const QString &name) const
    {
        CheckLine check = line(code).wanted(u"1"_s);
        if (!m_director)
            return check;
        check.sysctl(*m_director, name);
        if (const auto value = sysctlNumber(m_director->sysctls, name))
            check.is(QString::number(*value), *value != 0);
        return check;
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
        const auto link = m_director ? linkTo(*m_director, server.address, m_wish.vip()) : std::nullopt;
        if (!link || link->interface->name != m_wish.outside)
            return std::nullopt;
        CheckLine check = line(Code::Redirects, server).about(m_wish.outside).wanted(u"0"_s);
        for (const InterfaceName &interface : {InterfaceName(), m_wish.outside})
            check.sysctl(*m_director, interfaceSysctl(interface, u"send_redirects"));
        if (const auto value = effectiveValue(*m_director, m_wish.outside, u"send_redirects"))
            check.is(QString::number(*value), *value == 0);
        return check;
    }

    SetupCheck service(const IpvsTable &table) const
    {
        const bool isThere = table.find(m_wish.service.key);
        const QString name = m_wish.service.key.toString();
        return line(Code::Service).wanted(name).is(isThere ? name : QString(), isThere);
    }

    SetupCheck server(const RealServer &server, const IpvsTable &table) const
    {
        const IpvsTable::Entry *entry = table.find(m_wish.service.key);
        const RealServer *present = entry ? entry->find(server.key) : nullptr;
        return line(Code::Server, server.key)
            .wanted(forwardingWord(server.forwarding).trimmed())
            .is(present ? forwardingWord(present->forwarding).trimmed() : QString(),
                present && present->forwarding == server.forwarding);
    }

private:
    bool knowsInterfaces() const { return m_director && !m_director->interfaces.empty(); }
    CheckLine line(Code code, std::optional<ServerKey> server = {}) const { return {code, m_wish.director, server}; }

    const SetupWish &m_wish;
    const HostInfo *m_director;
};

} // namespace

std::vector<SetupCheck> checkSetup(const SetupWish &wish, const SetupHosts &hosts, const IpvsTable &table)
{
    const HostInfo *director = findHost(hosts, wish.director);
    const DirectorChecks directorChecks(wish, director);
    std::vector<SetupCheck> checks{directorChecks.vip(), directorChecks.service(table)};
    if (repliesThroughDirector(wish.method))
        checks.push_back(directorChecks.sysctl(Code::Forwarding, forwardingSysctl(wish.family())));
    if (wish.method == SetupMethod::FullNat)
        checks.push_back(directorChecks.sysctl(Code::Conntrack, conntrackSysctl()));
    for (const SetupServer &server : wish.servers) {
        const ServerKey &key = server.server.key;
        checks.push_back(directorChecks.server(server.server, table));
        if (putsVipOnServers(wish.method))
            checks.push_back(directorChecks.portMapping(key));
        if (server.host == wish.director)
            continue;
        if (wish.method == SetupMethod::DirectRouting)
            checks.push_back(directorChecks.sameSegment(key));
        if (wish.method == SetupMethod::Nat && wish.family() == Family::IPv4) {
            if (auto redirects = directorChecks.redirects(key))
                checks.push_back(std::move(*redirects));
        }
        checkServer({wish, server, findHost(hosts, server.host), director}, checks);
    }
    std::ranges::stable_sort(checks, {}, &SetupCheck::code);
    return checks;
}

const SetupCheck *firstFinding(const std::vector<SetupCheck> &checks)
{
    const auto red = std::ranges::find(checks, SetupCheck::State::Red, &SetupCheck::state);
    return red == checks.end() ? nullptr : &*red;
}

} // namespace lvs
