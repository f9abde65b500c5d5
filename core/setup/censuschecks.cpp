// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"
#include "core/setup/hostfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Code = SetupCheck::Code;

/// The machines by their hardware addresses.
class Owners
{
public:
    Owners(const SetupWish &wish, const SetupHosts &hosts)
        : m_wish(wish)
        , m_hosts(hosts)
    {
    }

    bool isDirectors(const QByteArray &address) const
    {
        const auto director = m_hosts.find(m_wish.director);
        return director != m_hosts.end() && has(director->second, address);
    }
    /// The address that a neighbour of the director should learn; empty where it is not known.
    QString ofDirector() const
    {
        const auto director = m_hosts.find(m_wish.director);
        if (director == m_hosts.end())
            return {};
        const HostInterface *outside = findInterface(director->second.interfaces, m_wish.outside);
        return outside ? hardwareText(outside->hardwareAddress) : QString();
    }
    /// The real server at the address; nothing for a stranger.
    std::optional<ServerKey> serverAt(const QByteArray &address) const
    {
        const auto found = std::ranges::find_if(m_wish.servers, [&](const SetupServer &server) {
            const auto host = m_hosts.find(server.host);
            return host != m_hosts.end() && host->first != m_wish.director && has(host->second, address);
        });
        return found == m_wish.servers.end() ? std::nullopt : std::optional(found->server.key);
    }

private:
    static bool has(const HostInfo &host, const QByteArray &address)
    {
        return std::ranges::contains(host.interfaces, address, &HostInterface::hardwareAddress);
    }

    const SetupWish &m_wish;
    const SetupHosts &m_hosts;
};

/// Each who answered once, with the interface where it was heard.
std::vector<ArpAnswer> answerers(const ArpCensus &census)
{
    std::vector<ArpAnswer> found;
    for (const ArpAnswer &answer : census.answers) {
        if (!std::ranges::contains(found, answer.hardwareAddress, &ArpAnswer::hardwareAddress))
            found.push_back(answer);
    }
    return found;
}

QString listed(const std::vector<ArpAnswer> &answers)
{
    QStringList texts;
    for (const ArpAnswer &answer : answers)
        texts << hardwareText(answer.hardwareAddress);
    return texts.join(u", ");
}

/// With what was heard as the evidence.
CheckLine censusLine(Code code, const QString &host, std::optional<ServerKey> server, const ArpCensus &census)
{
    CheckLine line(code, host, std::move(server));
    for (const InterfaceName &interface : census.asked) {
        std::vector<ArpAnswer> here = census.answers;
        std::erase_if(here, [&](const ArpAnswer &answer) { return answer.interface != interface; });
        line.evidence(interface.toString(), listed(answerers({.answers = here})));
    }
    return line;
}

SetupCheck silence(const SetupWish &wish, const Owners &owners, const ArpCensus &census)
{
    const std::vector<ArpAnswer> found = answerers(census);
    std::optional<ServerKey> server;
    for (const ArpAnswer &answer : found)
        server = server ? server : owners.serverAt(answer.hardwareAddress);
    CheckLine line = censusLine(Code::ArpSilence, wish.director, server, census);
    if (census.asked.empty() || census.requests == 0)
        return line;
    if (!found.empty())
        line.about(found.front().interface);
    return line.is(listed(found), found.empty());
}

/// Nothing where nobody answered and nobody had to.
std::optional<SetupCheck> owner(const SetupWish &wish, const SetupHosts &hosts, const Owners &owners,
                                const SetupServer &asker, const ArpCensus &census)
{
    CheckLine line = censusLine(Code::ArpOwner, asker.host, asker.server.key, census).wanted(owners.ofDirector());
    const auto host = hosts.find(asker.host);
    if (host == hosts.end() || !hosts.contains(wish.director) || census.asked.empty() || census.requests == 0)
        return line;
    const std::vector<ArpAnswer> found = answerers(census);
    if (found.empty() && !isBeside(host->second, wish.vip()))
        return std::nullopt; // behind the director, where nobody needs the VIP
    const auto isDirector = [&](const ArpAnswer &answer) { return owners.isDirectors(answer.hardwareAddress); };
    // One of its interfaces: two of them in one network both answer, unless told otherwise.
    return line.is(listed(found), !found.empty() && std::ranges::all_of(found, isDirector));
}

} // namespace

void checkCensuses(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks)
{
    const Owners owners(wish, facts.hosts);
    for (const auto &[id, census] : facts.probes.censuses) {
        const auto asker = std::ranges::find(wish.servers, id, &SetupServer::host);
        const bool isDirector = id == wish.director;
        if (!isDirector && asker == wish.servers.end())
            continue;
        std::optional<SetupCheck> check;
        if (!census) {
            CheckLine line(isDirector ? Code::ArpSilence : Code::ArpOwner, id,
                           isDirector ? std::nullopt : std::optional(asker->server.key));
            check = SetupCheck(line.failed(census.error()));
        } else {
            check = isDirector ? silence(wish, owners, *census) : owner(wish, facts.hosts, owners, *asker, *census);
        }
        if (!check)
            continue;
        check->triedAt = facts.probes.takenAt;
        checks.push_back(std::move(*check));
    }
}

} // namespace lvs
