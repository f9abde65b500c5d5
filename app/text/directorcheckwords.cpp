// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/checkwords.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SetupCheckText)
public:
    static CheckWords of(const SetupCheck &check, const SetupWish &wish);
};

CheckWords Words::of(const SetupCheck &check, const SetupWish &wish)
{
    using Code = SetupCheck::Code;
    const bool isOwn =
        !check.evidence.empty() && check.evidence.front().name.startsWith(QStringLiteral("inet lvs-console"));
    switch (check.code) {
    case Code::SameSegment:
        return {
            .name = tr("Same network as the director"),
            .purpose = tr("DR only changes the hardware address of a packet, and no router takes it further."),
            .consequence =
                tr("The packet goes to a router, which sends it back to the director: the real server gets nothing."),
            .remedy = tr("Choose TUN or NAT, or bring both into one network."),
            .command = check.server ? QStringLiteral("ip route get ") + check.server->address.toString() : QString(),
        };
    case Code::DirectorVip:
        return {
            .name = tr("VIP on the director"),
            .purpose = tr("The director takes packets for the VIP and answers ARP for it."),
            .consequence = tr("Nobody answers for the VIP, so no client's packet comes to the director."),
            .command = QStringLiteral("ip addr show to ") + wish.vip().toString(),
        };
    case Code::MarkRule:
        return {
            .name = tr("Rule that sets the mark"),
            .purpose = tr("The packet filter gives packets for the VIP the mark before IPVS sees them: the service "
                          "takes what has it, and nothing else."),
            .consequence = tr("Packets without the mark pass the service by: clients of such a port are refused, or "
                              "served by the director itself."),
            .remedy =
                wish.portsOfMark.isEmpty()
                    ? tr("Set up again and name the ports, or let the program that sets marks do it.")
                    : tr("Set up again: it adds the rule for these ports. Rules that are there stay as they are."),
            .command = QStringLiteral("nft list ruleset | grep 'mark set'"),
        };
    case Code::Forwarding:
        return {
            .name = tr("Director forwards"),
            .is = switchText(check.is),
            .wanted = switchText(check.wanted),
            .purpose =
                tr("Replies of the real servers pass through the director, which sends them on only with ip_forward."),
            .consequence = tr("Replies end at the director. Clients wait in vain, and connections stay half open."),
            .command = wish.family() == Family::IPv6 ? QStringLiteral("sysctl net.ipv6.conf.all.forwarding")
                                                     : QStringLiteral("sysctl net.ipv4.ip_forward"),
        };
    case Code::Conntrack:
        return {
            .name = tr("Connection tracking of IPVS"),
            .is = switchText(check.is),
            .wanted = switchText(check.wanted),
            .purpose = tr("SNAT, which makes FullNAT of masquerading, sees IPVS's connections only with it."),
            .consequence =
                tr("Replies miss the SNAT rule: the real server answers the client directly, or not at all."),
            .command = QStringLiteral("sysctl net.ipv4.vs.conntrack"),
        };
    case Code::SourceNat:
        return {
            .name = tr("Source that the real server sees"),
            .purpose = tr("A rule of the director's packet filter makes one of its own addresses the source of what it "
                          "sends to the real server, so that replies come back to it. Rules of other programs count "
                          "where they are for all clients; what else they ask for is not known."),
            .consequence =
                check.is.isEmpty()
                    ? tr("The real server sees the client, and answers past the director. Clients get replies from an "
                         "address that they never asked, and drop them.")
                    : tr("Replies go to an address that the director does not have: clients wait in vain."),
            .command =
                isOwn ? QStringLiteral("nft list chain inet lvs-console fullnat") : QStringLiteral("nft list ruleset"),
        };
    case Code::Redirects:
        return {
            .name = tr("ICMP redirects of the director"),
            .is = switchText(check.is),
            .wanted = switchText(check.wanted),
            .purpose = tr("Where all are in one network, a redirect would tell real servers a way past the director."),
            .consequence = tr("A real server may be told to answer clients directly; they get replies from an address "
                              "that they never asked."),
            .command = QStringLiteral("sysctl net/ipv4/conf/all/send_redirects net/ipv4/conf/%1/send_redirects")
                           .arg(check.interface.toString()),
        };
    case Code::Service:
        return {
            .name = tr("Service in the IPVS table"),
            .purpose = tr("IPVS balances what comes to the VIP."),
            .consequence = tr("Nothing balances what comes to the VIP."),
            .command = QStringLiteral("ipvsadm -Ln"),
        };
    case Code::Server:
        return {
            .name = tr("Real server in the IPVS table"),
            .purpose = tr("IPVS sends clients to this real server."),
            .consequence = tr("No client is sent to this real server."),
            .command = QStringLiteral("ipvsadm -Ln"),
        };
    default:
        return {};
    }
}

} // namespace

CheckWords directorCheckWords(const SetupCheck &check, const SetupWish &wish)
{
    return Words::of(check, wish);
}

} // namespace lvs
