// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/walktext.h"

#include "app/text/setupchecktext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

using Code = WalkStep::Code;

/// How the real server of the walk is reached, by what there is to say about it.
enum class Way : quint8 { Nat, FullNat, DirectRouting, Tunnelling, Local };

Way wayOf(const WalkStep &step, const SetupWish &wish)
{
    const bool isOnDirector = step.place == WalkPlace::RealServer && step.host == wish.director;
    if (isOnDirector && !step.host.isEmpty())
        return Way::Local;
    switch (step.method) {
    case SetupMethod::DirectRouting:
        return Way::DirectRouting;
    case SetupMethod::Tunnelling:
        return Way::Tunnelling;
    case SetupMethod::FullNat:
        return Way::FullNat;
    case SetupMethod::Nat:
        break;
    }
    return Way::Nat;
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WalkText)
public:
    static QString name(Code code);
    static QString reason(const WalkStep &step, const SetupWish &wish);
    static QString failure(const WalkStep &step, const SetupWish &wish);

private:
    static QString sentOn(const WalkStep &step, Way way);
    static QString leaves(const WalkStep &step, Way way);
    static QString receives(Way way);
    static QString answers(const WalkStep &step, Way way);
    static QString arrivesBack(Way way);
    static QString droppedBy(const SetupCheck &finding);
    static QString endsWithout(const WalkStep &step);
};

QString Words::name(Code code)
{
    switch (code) {
    case Code::ClientSends:
        return tr("Client sends");
    case Code::RouterForwards:
        return tr("Router forwards");
    case Code::ArrivesAtVip:
        return tr("Arrives at the VIP");
    case Code::TakenByIpvs:
        return tr("IPVS takes it");
    case Code::SentOn:
        return tr("Sent on by IPVS");
    case Code::LeavesDirector:
        return tr("Leaves the director");
    case Code::ServerReceives:
        return tr("Real server receives");
    case Code::ServerAnswers:
        return tr("Real server answers");
    case Code::ReplyArrives:
        return tr("Reply arrives at the director");
    case Code::ReplyTranslated:
        return tr("Reply passed on");
    case Code::ReplyLeaves:
        return tr("Reply leaves the director");
    case Code::RouterReturns:
        return tr("Router returns it");
    case Code::ClientReceives:
        return tr("Client receives");
    }
    return {};
}

QString Words::sentOn(const WalkStep &step, Way way)
{
    switch (way) {
    case Way::Nat:
    case Way::FullNat:
        return tr(
            "NAT makes the real server's address (RIP) and port the destination. The packet goes on like one that "
            "the director sends itself: it never comes to FORWARD, and needs no ip_forward.");
    case Way::Tunnelling:
        return tr(
            "TUN leaves the packet as it is and wraps it into another one, from the DIP to the RIP. Rules of OUTPUT "
            "see the outer one.");
    case Way::DirectRouting:
    case Way::Local:
        break;
    }
    return step.packet.destination.port == 0
               ? tr("DR leaves addresses as they are, and asks for the way to the RIP instead of to the VIP.")
               : tr("DR leaves addresses and port %1 as they are, and asks for the way to the RIP instead of to the "
                    "VIP.")
                     .arg(step.packet.destination.port);
}

QString Words::leaves(const WalkStep &step, Way way)
{
    switch (way) {
    case Way::FullNat:
        return tr("A rule of source NAT makes the director's own address, %1, the source. So the real server answers "
                  "the "
                  "director, whatever its default route is.")
            .arg(step.packet.source.address.toString());
    case Way::Tunnelling:
        return tr("The outer packet is routed to the RIP like any other: routers may be between the two machines.");
    case Way::DirectRouting:
        return tr("Only the hardware address says which real server gets it. No router takes that further, so both "
                  "machines have to be in one network.");
    case Way::Nat:
    case Way::Local:
        break;
    }
    return tr("The source stays that of the client (CIP), so the real server sees who asks, and answers to there.");
}

QString Words::receives(Way way)
{
    switch (way) {
    case Way::DirectRouting:
        return tr("The destination is the VIP. The real server has it, too, without answering ARP for it, and so takes "
                  "the packet as its own: a program that listens there gets it.");
    case Way::Tunnelling:
        return tr("The outer packet is for the RIP, and the tunnel's interface unwraps it. Inside is one for the VIP, "
                  "which the real server has, too: a program that listens there gets it.");
    case Way::Local:
        return tr("This real server is the director itself: the packet goes on upwards, and a program gets it without "
                  "leaving the machine.");
    case Way::Nat:
    case Way::FullNat:
        break;
    }
    return tr("The destination is the machine's own address (RIP): a program that listens there gets the packet, and "
              "knows nothing of the VIP.");
}

QString Words::answers(const WalkStep &step, Way way)
{
    switch (way) {
    case Way::DirectRouting:
    case Way::Tunnelling:
        return tr(
            "The answer already has the VIP as its source. It goes to the client by the real server's own routes, "
            "and the director does not see it.");
    case Way::Local:
        return putsVipOnServers(step.method)
                   ? tr("The answer has the VIP as its source, for that is what the program was asked on.")
                   : tr("The program answers, and IPVS makes the VIP the source before the rules of OUTPUT see it.");
    case Way::FullNat:
        return tr("The real server answers to whom it has seen: %1, where the director has its address. No default "
                  "route is needed for that.")
            .arg(step.packet.destination.address.toString());
    case Way::Nat:
        break;
    }
    return tr("The answer goes from the RIP to the client. It has to lead through the director, the real server's "
              "default gateway, for only there can the RIP become the VIP again.");
}

QString Words::arrivesBack(Way way)
{
    switch (way) {
    case Way::FullNat:
        return tr(
            "Connection tracking knows what source NAT has done, and makes the client (CIP) the destination again.");
    case Way::DirectRouting:
    case Way::Tunnelling:
        return tr("The real server's default route leads to the director. The answer should have passed it by.");
    case Way::Nat:
    case Way::Local:
        break;
    }
    return tr("The director gets the answer as the real server's gateway: it is for the client (CIP), not for the "
              "machine itself.");
}

QString Words::reason(const WalkStep &step, const SetupWish &wish)
{
    const Way way = wayOf(step, wish);
    switch (step.code) {
    case Code::ClientSends:
        return tr("The client (CIP) connects to the VIP. It knows of no real servers.");
    case Code::RouterForwards:
        return wish.family() == Family::IPv4 ? tr("The router asks by ARP who has the VIP. The director alone may "
                                                  "answer, and gets the packet at its "
                                                  "hardware address.")
                                             : tr("The router asks by neighbour discovery who has the VIP. The "
                                                  "director alone may answer, and gets the "
                                                  "packet at its hardware address.");
    case Code::ArrivesAtVip:
        return tr(
            "The VIP is an address of the director, so routing takes the packet as one for the machine itself: it "
            "goes to INPUT, not to FORWARD.");
    case Code::TakenByIpvs:
        return wish.service.key.isMark() ? tr("Behind the rules of INPUT, IPVS finds the service by the packet's "
                                              "firewall mark, lets the scheduler "
                                              "choose a real server, and remembers the connection.")
                                         : tr("Behind the rules of INPUT, IPVS finds the service by VIP, protocol and "
                                              "port, lets the scheduler "
                                              "choose a real server, and remembers the connection.");
    case Code::SentOn:
        return sentOn(step, way);
    case Code::LeavesDirector:
        return leaves(step, way);
    case Code::ServerReceives:
        return receives(way);
    case Code::ServerAnswers:
        return answers(step, way);
    case Code::ReplyArrives:
        return arrivesBack(way);
    case Code::ReplyTranslated:
        return putsVipOnServers(step.method)
                   ? tr("Routing would have to pass on a packet that has the director's own VIP as its source.")
                   : tr("Routing passes the answer on, which ip_forward has to allow. The rules of FORWARD still see "
                        "the RIP "
                        "as its source; behind them IPVS makes it the VIP again.");
    case Code::ReplyLeaves:
        return tr("The answer goes to the client with the VIP as its source, as if the director had written it.");
    case Code::RouterReturns:
        return tr("The router looks at the destination alone, and takes the answer to the client.");
    case Code::ClientReceives:
        return tr("The client accepts the answer because it comes from where it has sent to: the VIP.");
    }
    return {};
}

QString Words::droppedBy(const SetupCheck &finding)
{
    const QString place = finding.evidence.empty() ? QString() : finding.evidence.front().name;
    return place.isEmpty() ? tr("The rule: %1.").arg(finding.is)
                           : tr("The rule: %1, in %2.", "rule, table and chain").arg(finding.is, place);
}

QString Words::endsWithout(const WalkStep &step)
{
    switch (step.code) {
    case Code::SentOn:
        return tr("The director has no route to the real server.");
    case Code::ServerReceives:
        return tr("The kernel gives no packet from outside to an address of loopback: under NAT, a real server on the "
                  "director needs another address.");
    case Code::ServerAnswers:
        return tr("The real server has no route to the client.");
    case Code::ReplyTranslated:
        return putsVipOnServers(step.method) ? tr("The director does not pass on what comes from its own VIP.")
                                             : tr("The director has no route to the client.");
    case Code::ClientReceives:
        return tr("The answer comes from %1, which the client has never asked: it drops the packet, and waits in vain.")
            .arg(step.packet.source.address.toString());
    default:
        return tr("The packet ends here.");
    }
}

QString Words::failure(const WalkStep &step, const SetupWish &wish)
{
    if (step.state != WalkStep::State::Fails)
        return {};
    if (!step.finding)
        return endsWithout(step);
    const QString text = setupCheckConsequence(*step.finding, wish);
    return step.finding->code == SetupCheck::Code::FirewallDrop ? text + u' ' + droppedBy(*step.finding) : text;
}

} // namespace

QString walkStepName(WalkStep::Code code)
{
    return Words::name(code);
}

QString hookText(PacketHook hook)
{
    switch (hook) {
    case PacketHook::Prerouting:
        return QStringLiteral("PREROUTING");
    case PacketHook::Input:
        return QStringLiteral("INPUT");
    case PacketHook::Forward:
        return QStringLiteral("FORWARD");
    case PacketHook::Output:
        return QStringLiteral("OUTPUT");
    case PacketHook::Postrouting:
        return QStringLiteral("POSTROUTING");
    case PacketHook::None:
        break;
    }
    return {};
}

QString walkReason(const WalkStep &step, const SetupWish &wish)
{
    return Words::reason(step, wish);
}

QString walkFailure(const WalkStep &step, const SetupWish &wish)
{
    return Words::failure(step, wish);
}

} // namespace lvs
