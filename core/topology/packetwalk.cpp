// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/packetwalk.h"

#include "core/setup/directorfilter.h"
#include "core/setup/hostfacts.h"
#include "core/setup/setupsysctls.h"
#include "core/topology/nexthop.h"
#include "core/topology/recognition.h"
#include "core/topology/walkfindings.h"

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

using Code = WalkStep::Code;

class Walker
{
public:
    /// `vip` with the port to which the client comes.
    Walker(const SetupWish &wish, const SetupFacts &facts, const SetupServer &server, const ServerKey &client,
           const ServerKey &vip)
        : m_wish(wish)
        , m_facts(facts)
        , m_server(server)
        , m_client(client)
        , m_vip(vip)
        , m_director(findHost(facts.hosts, wish.director))
        , m_machine(findHost(facts.hosts, server.host))
        , m_towardsClient(wayFrom(m_director, vip.address, client.address))
        , m_method(wish.method)
    {
    }

    std::vector<WalkStep> walk() &&
    {
        comeToDirector();
        if (m_server.host == m_wish.director) {
            serveOnDirector();
        } else {
            passDirector();
            arrive();
            answer();
        }
        return std::move(m_steps);
    }

private:
    QByteArray hardwareFor(const HostInfo *asker, const NextHop &hop) const
    {
        return asker ? hardwareOf(hop.address, *asker, hop.interface, m_facts.hosts) : QByteArray();
    }
    static QByteArray ownHardware(const HostInfo *host, const InterfaceName &name)
    {
        const HostInterface *interface = host ? findInterface(host->interfaces, name) : nullptr;
        return interface ? interface->hardwareAddress : QByteArray();
    }
    static std::optional<NextHop> wayFrom(const HostInfo *host, const IpAddress &from, const IpAddress &to)
    {
        return host ? nextHop(*host, from, to) : std::nullopt;
    }
    /// Whether the machine says itself that it has no way there.
    static bool isLost(const HostInfo *host, const std::optional<NextHop> &way, const IpAddress &to)
    {
        return host && !host->interfaces.empty() && !way && !to.isUnspecified();
    }
    static bool isBehindRouter(const std::optional<NextHop> &way) { return !way || way->isRouter; }

    WalkStep &add(Code code, WalkPlace place, PacketHook hook = PacketHook::None)
    {
        WalkStep step{.code = code, .place = place, .hook = hook, .packet = m_packet, .method = m_method};
        if (place == WalkPlace::Director)
            step.host = m_wish.director;
        if (place == WalkPlace::RealServer)
            step.host = m_server.host;
        return m_steps.emplace_back(std::move(step));
    }
    /// The last step sends the packet to a neighbour.
    void send(const HostInfo *from, const std::optional<NextHop> &way)
    {
        WalkStep &step = m_steps.back();
        step.isOnWire = true;
        step.packet.sourceHardware = way ? ownHardware(from, way->interface) : QByteArray();
        step.packet.destinationHardware = way ? hardwareFor(from, *way) : QByteArray();
        if (way)
            step.interface = way->interface;
    }

    /// The interface of the director that requests come to: a client that is a neighbour comes by its own network, all
    /// others by that of the VIP.
    InterfaceName entrance() const
    {
        const HostInterface *outside = m_director ? findInterface(m_director->interfaces, m_wish.outside) : nullptr;
        const bool isAsked = isBehindRouter(m_towardsClient) && outside && answersArp(*outside);
        return m_towardsClient && !isAsked ? m_towardsClient->interface : m_wish.outside;
    }

    void comeToDirector()
    {
        m_packet = {.source = m_client, .destination = m_vip};
        const InterfaceName in = entrance();
        add(Code::ClientSends, WalkPlace::Client).isOnWire = true;
        if (isBehindRouter(m_towardsClient))
            add(Code::RouterForwards, WalkPlace::Router).isOnWire = true;
        WalkPacket &arriving = m_steps.back().packet;
        if (m_towardsClient && m_towardsClient->interface == in)
            arriving.sourceHardware = hardwareFor(m_director, *m_towardsClient);
        arriving.destinationHardware = ownHardware(m_director, in);
        add(Code::ArrivesAtVip, WalkPlace::Director, PacketHook::Prerouting).interface = in;
        add(Code::TakenByIpvs, WalkPlace::Director, PacketHook::Input).interface = in;
    }

    void translateDestination()
    {
        const ServerKey &server = m_server.server.key;
        if (repliesThroughDirector(m_wish.method))
            m_packet.destination = {server.address, server.port != 0 ? server.port : m_vip.port};
    }

    /// A program of the director is the real server: the packet goes on upwards, never wrapped, and the answer gets the
    /// VIP before the machine's rules for what it sends (ip_vs_local_reply4, priority of destination NAT).
    void serveOnDirector()
    {
        translateDestination();
        WalkStep &received = add(Code::ServerReceives, WalkPlace::RealServer);
        // "stopping DNAT to loopback address" (net/netfilter/ipvs/ip_vs_xmit.c, ip_vs_nat_xmit)
        if (m_packet.destination.address.isLoopback())
            received.state = WalkStep::State::Fails;
        m_packet.destination = std::exchange(m_packet.source, m_vip);
        add(Code::ServerAnswers, WalkPlace::RealServer, PacketHook::Output);
        leaveForClient();
    }

    void passDirector()
    {
        const IpAddress &rip = m_server.server.key.address;
        translateDestination();
        if (m_wish.method == SetupMethod::Tunnelling) {
            const InterfaceAddress *own = m_director ? sourceTowards(*m_director, rip, m_vip.address) : nullptr;
            m_packet.outer = TunnelEnds{.local = own ? own->address : IpAddress(), .remote = rip};
        }
        const auto way = wayFrom(m_director, {}, rip); // IPVS asks for no source (ip_vs_xmit.c, do_output_route4)
        WalkStep &output = add(Code::SentOn, WalkPlace::Director, PacketHook::Output);
        if (way)
            output.interface = way->interface;
        if (isLost(m_director, way, rip))
            output.state = WalkStep::State::Fails;
        const auto source = translatedSource();
        if (source)
            m_packet.source.address = *source;
        else if (m_method == SetupMethod::FullNat)
            m_method = SetupMethod::Nat; // that is all that comes of it
        add(Code::LeavesDirector, WalkPlace::Director, PacketHook::Postrouting);
        send(m_director, way);
    }

    /// The source that a rule of source NAT gives the packet. IPVS leaves its packets to connection tracking only if it
    /// is told to, and without that no rule of NAT sees them. What could not be read is taken to be as it should.
    std::optional<IpAddress> translatedSource() const
    {
        if (m_wish.method != SetupMethod::FullNat)
            return {};
        const IpAddress &rip = m_server.server.key.address;
        const auto tracked = m_director ? sysctlNumber(m_director->sysctls, conntrackSysctl()) : std::nullopt;
        const auto ownAddress = [&] {
            const InterfaceAddress *own = m_director ? sourceTowards(*m_director, rip, m_vip.address) : nullptr;
            return own ? own->address : IpAddress();
        };
        if (!m_facts.firewall || !tracked)
            return ownAddress();
        if (*tracked == 0)
            return {};
        const auto rules = snatsTowards(m_wish, rip, *m_facts.firewall);
        if (!rules.empty())
            return rules.front().source;
        const bool isOthers = !othersSnat(m_wish, m_server.server.key, m_director, *m_facts.firewall).rules.empty();
        return isOthers ? std::optional(ownAddress()) : std::nullopt;
    }

    void arrive()
    {
        const HostInterface *interface = m_machine ? interfaceWith(*m_machine, m_server.server.key.address) : nullptr;
        m_packet.outer.reset();
        WalkStep &step = add(Code::ServerReceives, WalkPlace::RealServer, PacketHook::Input);
        if (interface)
            step.interface = interface->name;
    }

    void answer()
    {
        std::swap(m_packet.source, m_packet.destination);
        const IpAddress &to = m_packet.destination.address;
        const auto way = wayFrom(m_machine, m_packet.source.address, to);
        WalkStep &answered = add(Code::ServerAnswers, WalkPlace::RealServer, PacketHook::Output);
        if (isLost(m_machine, way, to))
            answered.state = WalkStep::State::Fails;
        send(m_machine, way);
        if (comesToDirector(way))
            returnThroughDirector(way);
        else
            comeBack(isBehindRouter(way));
    }

    /// Where the machine can't be asked, it is taken to do as the method wants.
    bool comesToDirector(const std::optional<NextHop> &way) const
    {
        if (!way || !m_director)
            return repliesThroughDirector(m_wish.method);
        return interfaceWith(*m_director, way->address) != nullptr;
    }

    void returnThroughDirector(const std::optional<NextHop> &way)
    {
        const HostInterface *in = m_director && way ? interfaceWith(*m_director, way->address) : nullptr;
        const InterfaceName inside = in ? in->name : InterfaceName();
        m_packet.destination = m_client; // by connection tracking, where the source was another one
        add(Code::ReplyArrives, WalkPlace::Director, PacketHook::Prerouting).interface = inside;
        if (repliesThroughDirector(m_wish.method)) // as IPVS does behind the rules of this hook
            m_packet.source = m_vip;
        WalkStep &translated = add(Code::ReplyTranslated, WalkPlace::Director, PacketHook::Forward);
        translated.interface = inside;
        if (isTurnedAway() || isLost(m_director, m_towardsClient, m_client.address))
            translated.state = WalkStep::State::Fails;
        leaveForClient();
    }

    /// Whether routing keeps the director from passing on an answer that it should never have got. IPv4 takes nothing
    /// from outside that has a source of its own (net/ipv4/fib_frontend.c, fib_validate_source); IPv6 does.
    bool isTurnedAway() const
    {
        if (repliesThroughDirector(m_wish.method))
            return false;
        return m_vip.address.isIPv4() || !m_director || !forwards(*m_director, Family::IPv6);
    }

    void leaveForClient()
    {
        add(Code::ReplyLeaves, WalkPlace::Director, PacketHook::Postrouting);
        send(m_director, m_towardsClient);
        comeBack(isBehindRouter(m_towardsClient));
    }

    void comeBack(bool hasRouter)
    {
        if (hasRouter)
            add(Code::RouterReturns, WalkPlace::Router).isOnWire = true;
        add(Code::ClientReceives, WalkPlace::Client);
    }

    const SetupWish &m_wish;
    const SetupFacts &m_facts;
    const SetupServer &m_server;
    ServerKey m_client;
    ServerKey m_vip;
    const HostInfo *m_director;
    const HostInfo *m_machine;
    std::optional<NextHop> m_towardsClient;
    SetupMethod m_method; ///< what becomes of the wish's
    WalkPacket m_packet;
    std::vector<WalkStep> m_steps;
};

/// An address that is not known is still one of the service's family.
IpAddress ofFamily(const IpAddress &address, Family family)
{
    if (!address.isUnspecified() || address.family() == family)
        return address;
    return IpAddress::any(family);
}

} // namespace

std::vector<WalkStep> walkPacket(const SetupJudgement &setup, const SetupServer &server, const ServerKey &client)
{
    const SetupFacts &facts = setup.facts();
    SetupWish own = setup.wish();
    own.method = methodTo(own, server, facts);
    const std::vector<SetupCheck> &checks = setup.checks(own.method);
    const ServerKey from{ofFamily(client.address, own.family()), client.port};
    const ServerKey vip{ofFamily(own.vip(), own.family()), portToShow(own, facts, server, checks)};
    std::vector<WalkStep> steps = Walker(own, facts, server, from, vip).walk();
    judgeSteps(steps, own, facts, server, checks);
    return steps;
}

const WalkStep *failureOf(const std::vector<WalkStep> &steps)
{
    const auto failed = std::ranges::find(steps, WalkStep::State::Fails, &WalkStep::state);
    return failed == steps.end() ? nullptr : &*failed;
}

} // namespace lvs
