// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/walkfindings.h"

#include "core/setup/directorfilter.h"
#include "core/setup/endpoints.h"
#include "core/setup/hostfacts.h"
#include "core/topology/walkfilter.h"
#include "core/topology/walkneighbours.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

using Code = WalkStep::Code;
using Check = SetupCheck::Code;

bool isRed(const SetupCheck &check)
{
    return check.state == SetupCheck::State::Red;
}

/// Whether a line can't be right where the VIP of a mark is not known.
bool isAboutVip(Check code)
{
    return code == Check::DirectorVip || code == Check::ServerVip || code == Check::ServerVipPrefix ||
           code == Check::ServerVipOutside;
}

class Judge
{
public:
    /// `asker` is the step that sends the packet to whoever has the VIP.
    Judge(const SetupWish &wish, const SetupFacts &facts, const SetupServer &server,
          const std::vector<SetupCheck> &checks, Code asker)
        : m_wish(wish)
        , m_facts(facts)
        , m_server(server)
        , m_checks(checks)
        , m_asker(asker)
    {
    }

    /// Whether it fails, with the reason put into it.
    bool fails(WalkStep &step, const WalkPacket &arriving, const InterfaceName &out) const
    {
        const auto found =
            std::ranges::find_if(m_checks, [&](const SetupCheck &check) { return explains(check, step); });
        if (found != m_checks.end())
            step.finding = *found;
        else if (const FilterRule *rule = dropOf(step, arriving, out, m_wish, m_server, m_facts))
            step.finding = findingOf(*rule, step);
        return step.finding || step.state == WalkStep::State::Fails || isStrange(step);
    }

    /// The line by which another one than the director gets the packet with which the step fails.
    const SetupCheck *whyElsewhere(const WalkStep &step) const
    {
        if (!step.finding || step.code != Code::ArrivesAtVip)
            return nullptr;
        if (step.finding->code == Check::DirectorVip)
            return answererForVip();
        return isHeardByAll(step.finding->code) ? &*step.finding : nullptr;
    }

private:
    /// A client drops what does not come from where it has sent to.
    bool isStrange(const WalkStep &step) const
    {
        const IpAddress &source = step.packet.source.address;
        const bool isVip = source == m_wish.vip() || (source.isUnspecified() && m_wish.vip().isUnspecified());
        return step.code == Code::ClientReceives && !isVip;
    }

    bool explains(const SetupCheck &check, const WalkStep &step) const
    {
        if (!isRed(check) || isBeyondKnowledge(check) || stepOf(check, step) != step.code)
            return false;
        switch (check.code) {
        case Check::ArpIgnore:
        case Check::ArpAnnounce:
        case Check::ServerVipOutside:
            return answersNothing(check) ? isOwn(check) : hasVip(check.host, m_wish.vip(), m_facts.hosts);
        case Check::Gateway:
            return step.state == WalkStep::State::Fails || isStrange(step);
        case Check::Conntrack:
            return isStrange(step);
        case Check::SourceNat:
            return isOwn(check) && (isStrange(step) || check.is == step.packet.destination.address.toString());
        default:
            return isOwn(check) || isHeardByAll(check.code);
        }
    }

    /// Where a line shows in this walk. What the neighbour does not answer for is never sent to it; a machine that has
    /// no way to a client answers nobody.
    std::optional<Code> stepOf(const SetupCheck &check, const WalkStep &step) const
    {
        if (check.code == Check::DirectorVip && !answererForVip())
            return m_asker;
        if (isUnheard(check) && isBesideDirector())
            return Code::LeavesDirector;
        if (check.code == Check::Gateway && step.code == Code::ServerAnswers && step.state == WalkStep::State::Fails)
            return isOwn(check) ? std::optional(step.code) : std::nullopt;
        if (check.code == Check::Gateway && !isOwn(check))
            return {};
        return failingStep(check, m_wish.method);
    }

    /// No router asks in the director's place, as far as is known.
    bool isBesideDirector() const
    {
        const HostInfo *director = findHost(m_facts.hosts, m_wish.director);
        return !director || linkTo(*director, m_server.server.key.address, m_wish.vip());
    }

    /// The first line by which another one than the director answers who asks for the VIP; nullptr where none does.
    const SetupCheck *answererForVip() const
    {
        const auto found = std::ranges::find_if(m_checks, [&](const SetupCheck &check) {
            return isRed(check) && answersForVip(check, m_wish.vip(), m_facts.hosts);
        });
        return found == m_checks.end() ? nullptr : &*found;
    }

    bool isOwn(const SetupCheck &check) const { return !check.server || check.server == m_server.server.key; }

    bool isBeyondKnowledge(const SetupCheck &check) const
    {
        if (!m_wish.vip().isUnspecified())
            return false;
        const bool isMarked = m_facts.firewall && !m_facts.firewall->leadingTo(m_wish.service.key).empty();
        return isAboutVip(check.code) || (check.code == Check::MarkRule && isMarked);
    }

    /// The line of the checklist where it is about the same rule; else one of the walk's own, for there are rules that
    /// drop this client's packets and not all.
    SetupCheck findingOf(const FilterRule &rule, const WalkStep &step) const
    {
        const auto found = std::ranges::find_if(m_checks, [&](const SetupCheck &check) {
            return check.code == Check::FirewallDrop && isRed(check) && check.host == step.host && isOwn(check) &&
                   check.is == rule.toString();
        });
        if (found != m_checks.end())
            return *found;
        const bool isDirectors = step.host == m_wish.director;
        return {.code = Check::FirewallDrop,
                .state = SetupCheck::State::Red,
                .host = step.host,
                .server = isDirectors ? std::nullopt : std::optional(m_server.server.key),
                .is = rule.toString(),
                .evidence = {{rule.place, rule.toString()}}};
    }

    const SetupWish &m_wish;
    const SetupFacts &m_facts;
    const SetupServer &m_server;
    const std::vector<SetupCheck> &m_checks;
    Code m_asker;
};

bool isUnmarked(const SetupWish &wish, const SetupFacts &facts, quint16 port)
{
    SetupWish one = wish;
    one.portsOfMark = PortSet::of({{port, port}}).value_or(PortSet());
    return facts.firewall && !isMarked(one, *facts.firewall);
}

} // namespace

std::optional<WalkStep::Code> failingStep(const SetupCheck &check, SetupMethod method)
{
    switch (check.code) {
    case Check::ArpIgnore:
        return answersNothing(check) ? Code::ServerReceives : Code::ArrivesAtVip;
    case Check::ArpAnnounce: // the first answer of all still comes to its client; what follows goes past the director
    case Check::DirectorVip:
    case Check::ServerVipOutside:
    case Check::ArpSilence:
    case Check::ArpOwner:
        return Code::ArrivesAtVip;
    case Check::MarkRule:
    case Check::Service:
    case Check::Server:
        return Code::TakenByIpvs;
    case Check::ServerVipPrefix:
        return check.server && !check.server->address.isIPv4() ? Code::ServerAnswers : Code::ServerReceives;
    case Check::PortMapping:
    case Check::ServerAddress:
    case Check::SameSegment:
    case Check::ServerVip:
    case Check::ServerTunnel:
    case Check::ReversePath:
    case Check::Listener:
    case Check::Reachable:
        return Code::ServerReceives;
    case Check::Conntrack: // the packet comes to the real server, and the answer goes by its default route
        return Code::ClientReceives;
    case Check::SourceNat: // the same, or it goes to an address that nobody has
        return check.is.isEmpty() ? Code::ClientReceives : Code::ServerAnswers;
    case Check::Gateway:
        // DR, TUN: the director does not pass on what comes from an address of its own. NAT: nobody translates it.
        return putsVipOnServers(method) ? Code::ReplyTranslated : Code::ClientReceives;
    case Check::Forwarding: // routing drops it before the rules of FORWARD
        return Code::ReplyTranslated;
    case Check::ArpOnLoopback:
    case Check::Redirects:
    case Check::FirewallDrop: // by the rules themselves, for each packet
    case Check::Certificate:
    case Check::Clients:
        break;
    }
    return {};
}

quint16 portToShow(const SetupWish &wish, const SetupFacts &facts, const SetupServer &server,
                   const std::vector<SetupCheck> &checks)
{
    const std::vector<quint16> ports = portsOf(wish);
    if (ports.empty())
        return 0;
    if (wish.service.key.isMark()) {
        const auto unmarked = std::ranges::find_if(ports, [&](quint16 port) { return isUnmarked(wish, facts, port); });
        if (unmarked != ports.end())
            return *unmarked;
    }
    const bool keepsPort = putsVipOnServers(wish.method) || server.server.key.port == 0;
    const auto isWrong = [&](quint16 port) {
        return std::ranges::any_of(checks, [&](const SetupCheck &check) {
            return isRed(check) && check.port == port && (!check.server || check.server == server.server.key) &&
                   (check.code == Check::Listener || check.code == Check::Reachable ||
                    check.code == Check::FirewallDrop);
        });
    };
    const auto wrong = keepsPort ? std::ranges::find_if(ports, isWrong) : ports.end();
    return wrong == ports.end() ? ports.front() : *wrong;
}

void judgeSteps(std::vector<WalkStep> &steps, const SetupWish &wish, const SetupFacts &facts, const SetupServer &server,
                const std::vector<SetupCheck> &checks)
{
    const auto arrival = std::ranges::find(steps, Code::ArrivesAtVip, &WalkStep::code);
    const bool isAsked = arrival != steps.begin() && arrival != steps.end();
    const Judge judge(wish, facts, server, checks, isAsked ? std::prev(arrival)->code : Code::ArrivesAtVip);
    bool isOver = false;
    for (std::size_t place = 0; place < steps.size(); ++place) {
        if (isOver) {
            steps[place].state = WalkStep::State::NotReached;
            continue;
        }
        const WalkPacket &arriving = steps[place == 0 ? 0 : place - 1].packet;
        const InterfaceName out = place + 1 < steps.size() ? steps[place + 1].interface : InterfaceName();
        WalkStep &step = steps[place];
        isOver = judge.fails(step, arriving, out);
        if (!isOver)
            continue;
        step.state = WalkStep::State::Fails;
        step.isOnWire = false;
        step.packet.sourceHardware.clear();
        step.packet.destinationHardware.clear();
        const SetupCheck *other = judge.whyElsewhere(step);
        if (other && place > 0)
            steps[place - 1].packet.destinationHardware = takerOf(*other, wish.vip(), facts.hosts);
    }
}

} // namespace lvs
