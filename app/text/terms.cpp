// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/terms.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace lvs {

namespace {

struct Entry {
    QLatin1StringView name;
    const char *inFull;
    const char *meaning;
    bool isCommon = false;
};

using namespace Qt::StringLiterals;

constexpr bool common = true;

constexpr Entry entries[] = {
    // Addresses
    {"VIP"_L1, QT_TRANSLATE_NOOP("Terms", "virtual IP address"),
     QT_TRANSLATE_NOOP("Terms", "The address of a service, which clients connect to. The director has it; with DR and "
                                "TUN the real servers have it, too, hidden from ARP.")},
    {"DIP"_L1, QT_TRANSLATE_NOOP("Terms", "director's IP address"),
     QT_TRANSLATE_NOOP("Terms", "The director's own address in the network of the real servers.")},
    {"RIP"_L1, QT_TRANSLATE_NOOP("Terms", "real server's IP address"),
     QT_TRANSLATE_NOOP("Terms", "A real server's own address, where the director reaches it.")},
    {"CIP"_L1, QT_TRANSLATE_NOOP("Terms", "client's IP address"),
     QT_TRANSLATE_NOOP("Terms", "The address from which a client connects.")},
    // Forwarding
    {"NAT"_L1, QT_TRANSLATE_NOOP("Terms", "network address translation"),
     QT_TRANSLATE_NOOP("Terms", "The director replaces the VIP by the address and port of a real server, and the other "
                                "way round in replies, which therefore have to come back through it.")},
    {"DR"_L1, QT_TRANSLATE_NOOP("Terms", "direct routing"),
     QT_TRANSLATE_NOOP("Terms",
                       "The director sends the packet as it is to the hardware address of a real server, which "
                       "has the VIP, too, and answers the client itself.")},
    {"TUN"_L1, QT_TRANSLATE_NOOP("Terms", "tunnelling"),
     QT_TRANSLATE_NOOP("Terms", "The director wraps the packet into another one for a real server, which unwraps it, "
                                "has the VIP, too, and answers the client itself.")},
    {"FullNAT"_L1, QT_TRANSLATE_NOOP("Terms", "full network address translation"),
     QT_TRANSLATE_NOOP("Terms",
                       "The director replaces both addresses, so that real servers answer to it wherever they "
                       "are. The kernel has no such method: it is made of NAT, SNAT and connection tracking.")},
    {"SNAT"_L1, QT_TRANSLATE_NOOP("Terms", "source network address translation"),
     QT_TRANSLATE_NOOP("Terms", "A rule of the packet filter that makes an address of the director the source of "
                                "packets to real servers.")},
    {"MARK"_L1, QT_TRANSLATE_NOOP("Terms", "firewall mark"),
     QT_TRANSLATE_NOOP("Terms", "A number that the packet filter gives to packets on the director. A service can be "
                                "for a mark instead of an address and a port.")},
    // Persistence
    {"PPC"_L1, QT_TRANSLATE_NOOP("Terms", "persistent port connections"),
     QT_TRANSLATE_NOOP("Terms", "Persistence per port: a client's connections to one port meet one real server.")},
    {"PCC"_L1, QT_TRANSLATE_NOOP("Terms", "persistent client connections"),
     QT_TRANSLATE_NOOP("Terms", "Persistence per client: all of a client's connections to the VIP meet one real "
                                "server, whatever their port. The service has port 0.")},
    {"PFWMC"_L1, QT_TRANSLATE_NOOP("Terms", "persistent firewall mark connections"),
     QT_TRANSLATE_NOOP("Terms", "Persistence per firewall mark: all of a client's connections with the mark meet one "
                                "real server, whatever their address, port and protocol.")},
    // Rates, as ipvsadm --rate heads its columns
    {"CPS"_L1, QT_TRANSLATE_NOOP("Terms", "connections per second"),
     QT_TRANSLATE_NOOP("Terms", "New connections that were given to a real server.")},
    {"InPPS"_L1, QT_TRANSLATE_NOOP("Terms", "packets in per second"),
     QT_TRANSLATE_NOOP("Terms", "Packets from clients.")},
    {"OutPPS"_L1, QT_TRANSLATE_NOOP("Terms", "packets out per second"),
     QT_TRANSLATE_NOOP("Terms", "Packets of replies that pass the director: none with DR and TUN.")},
    {"InBPS"_L1, QT_TRANSLATE_NOOP("Terms", "bytes in per second"),
     QT_TRANSLATE_NOOP("Terms", "Bytes, not bits, from clients.")},
    {"OutBPS"_L1, QT_TRANSLATE_NOOP("Terms", "bytes out per second"),
     QT_TRANSLATE_NOOP("Terms", "Bytes, not bits, of replies that pass the director: none with DR and TUN.")},
    // Availability
    {"MTBF"_L1, QT_TRANSLATE_NOOP("Terms", "mean time between failures"),
     QT_TRANSLATE_NOOP("Terms", "How long a system works until it fails, on average.")},
    {"MTTR"_L1, QT_TRANSLATE_NOOP("Terms", "mean time to repair"),
     QT_TRANSLATE_NOOP("Terms", "How long it takes until a failed system works again, on average.")},
    {"VRRP"_L1, QT_TRANSLATE_NOOP("Terms", "Virtual Router Redundancy Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Lets several directors agree on which of them has the VIP. keepalived speaks it.")},
    // The system
    {"LVS"_L1, QT_TRANSLATE_NOOP("Terms", "Linux Virtual Server"),
     QT_TRANSLATE_NOOP("Terms", "Several machines that look like one server to clients, with IPVS in front of them."),
     common},
    {"IPVS"_L1, QT_TRANSLATE_NOOP("Terms", "IP Virtual Server"),
     QT_TRANSLATE_NOOP("Terms", "The part of the Linux kernel that gives connections to real servers."), common},
    {"DPVS"_L1, QT_TRANSLATE_NOOP("Terms", "LVS on DPDK"),
     QT_TRANSLATE_NOOP("Terms", "Another program than the kernel's IPVS, with options of its own.")},
    {"RHEL"_L1, QT_TRANSLATE_NOOP("Terms", "Red Hat Enterprise Linux"),
     QT_TRANSLATE_NOOP("Terms", "Its files for rules at boot are laid out differently from those of Debian.")},
    // Networks
    {"ARP"_L1, QT_TRANSLATE_NOOP("Terms", "Address Resolution Protocol"),
     QT_TRANSLATE_NOOP("Terms", "How a machine asks its network which hardware address has an IPv4 address. With DR "
                                "and TUN the director alone may answer for the VIP.")},
    {"ICMP"_L1, QT_TRANSLATE_NOOP("Terms", "Internet Control Message Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Messages about other packets, such as errors, echoes (ping) and redirects.")},
    {"TTL"_L1, QT_TRANSLATE_NOOP("Terms", "time to live"),
     QT_TRANSLATE_NOOP("Terms", "How many routers a packet may pass.")},
    {"IPIP"_L1, QT_TRANSLATE_NOOP("Terms", "IP in IP"),
     QT_TRANSLATE_NOOP("Terms", "A tunnel that puts an IP packet into another one, with nothing between.")},
    {"GUE"_L1, QT_TRANSLATE_NOOP("Terms", "Generic UDP Encapsulation"),
     QT_TRANSLATE_NOOP("Terms", "A tunnel that puts packets into UDP, which needs a port.")},
    {"GRE"_L1, QT_TRANSLATE_NOOP("Terms", "Generic Routing Encapsulation"),
     QT_TRANSLATE_NOOP("Terms", "A tunnel that puts packets behind a small header of its own.")},
    {"ESP"_L1, QT_TRANSLATE_NOOP("Terms", "Encapsulating Security Payload"),
     QT_TRANSLATE_NOOP("Terms", "The protocol of encrypted IPsec packets.")},
    {"SIP"_L1, QT_TRANSLATE_NOOP("Terms", "Session Initiation Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Sets up telephone calls over IP. IPVS can keep a call at one real server.")},
    // Segments and states of connections
    {"SYN"_L1, QT_TRANSLATE_NOOP("Terms", "synchronise"),
     QT_TRANSLATE_NOOP("Terms", "The flag of the first packet of a TCP connection.")},
    {"FIN"_L1, QT_TRANSLATE_NOOP("Terms", "finish"),
     QT_TRANSLATE_NOOP("Terms", "The flag with which one side of a TCP connection says that it is done.")},
    {"RST"_L1, QT_TRANSLATE_NOOP("Terms", "reset"),
     QT_TRANSLATE_NOOP("Terms", "The flag that ends a TCP connection at once, or refuses it.")},
    {"INIT"_L1, QT_TRANSLATE_NOOP("Terms", "initiation"),
     QT_TRANSLATE_NOOP("Terms", "The first packet of an SCTP connection.")},
    {"ABORT"_L1, QT_TRANSLATE_NOOP("Terms", "abort"),
     QT_TRANSLATE_NOOP("Terms", "The packet that ends an SCTP connection at once.")},
    {"ESTABLISHED"_L1, QT_TRANSLATE_NOOP("Terms", "established"),
     QT_TRANSLATE_NOOP("Terms", "State of a connection: it is open, and counts as active.")},
    {"SYN_SENT"_L1, QT_TRANSLATE_NOOP("Terms", "SYN sent"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: it is being opened, and counts as active.")},
    {"SYN_RECV"_L1, QT_TRANSLATE_NOOP("Terms", "SYN received"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: the client has asked for it. It counts as active.")},
    {"SYNACK"_L1, QT_TRANSLATE_NOOP("Terms", "SYN acknowledged"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: the client's request was answered. It counts as active.")},
    {"FIN_WAIT"_L1, QT_TRANSLATE_NOOP("Terms", "waiting for the other FIN"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: one side is done. It counts as inactive.")},
    {"TIME_WAIT"_L1, QT_TRANSLATE_NOOP("Terms", "waiting for time to pass"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: it has ended, and late packets are waited for.")},
    {"CLOSE"_L1, QT_TRANSLATE_NOOP("Terms", "closed"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: it has ended, or was refused.")},
    {"CLOSE_WAIT"_L1, QT_TRANSLATE_NOOP("Terms", "waiting to close"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: the client is done, the real server not yet.")},
    {"LAST_ACK"_L1, QT_TRANSLATE_NOOP("Terms", "last acknowledgement"),
     QT_TRANSLATE_NOOP("Terms", "State of a TCP connection: both sides are done, and the last packet is missing.")},
    {"ASSURED"_L1, QT_TRANSLATE_NOOP("Terms", "assured"),
     QT_TRANSLATE_NOOP("Terms", "State of a connection template: a connection it pins was really used.")},
    // Where netfilter asks rules
    {"PREROUTING"_L1, QT_TRANSLATE_NOOP("Terms", "before routing"),
     QT_TRANSLATE_NOOP("Terms", "The hook where rules see a packet that has just come in.")},
    {"INPUT"_L1, QT_TRANSLATE_NOOP("Terms", "input"),
     QT_TRANSLATE_NOOP("Terms", "The hook where rules see a packet that is for the machine itself. IPVS comes behind "
                                "them.")},
    {"FORWARD"_L1, QT_TRANSLATE_NOOP("Terms", "forward"),
     QT_TRANSLATE_NOOP("Terms", "The hook where rules see a packet that the machine passes on for others.")},
    {"OUTPUT"_L1, QT_TRANSLATE_NOOP("Terms", "output"),
     QT_TRANSLATE_NOOP("Terms", "The hook where rules see a packet that the machine itself sends.")},
    {"POSTROUTING"_L1, QT_TRANSLATE_NOOP("Terms", "after routing"),
     QT_TRANSLATE_NOOP("Terms", "The hook where rules see a packet that is about to leave. SNAT is made here.")},
    // Known to all
    {"IP"_L1, QT_TRANSLATE_NOOP("Terms", "Internet Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Carries packets from address to address."), common},
    {"IPv4"_L1, QT_TRANSLATE_NOOP("Terms", "Internet Protocol, version 4"),
     QT_TRANSLATE_NOOP("Terms", "Has addresses such as 192.0.2.1."), common},
    {"IPv6"_L1, QT_TRANSLATE_NOOP("Terms", "Internet Protocol, version 6"),
     QT_TRANSLATE_NOOP("Terms", "Has addresses such as 2001:db8::1."), common},
    {"TCP"_L1, QT_TRANSLATE_NOOP("Terms", "Transmission Control Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Connections that carry bytes in order, as for the web."), common},
    {"UDP"_L1, QT_TRANSLATE_NOOP("Terms", "User Datagram Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Single packets without a connection, as for names."), common},
    {"SCTP"_L1, QT_TRANSLATE_NOOP("Terms", "Stream Control Transmission Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Connections that carry several streams of messages, as in telephony."), common},
    {"DNS"_L1, QT_TRANSLATE_NOOP("Terms", "Domain Name System"),
     QT_TRANSLATE_NOOP("Terms", "Finds the addresses of names."), common},
    {"FTP"_L1, QT_TRANSLATE_NOOP("Terms", "File Transfer Protocol"),
     QT_TRANSLATE_NOOP("Terms", "Copies files; each copy is a connection beside the first one."), common},
    {"HTTP"_L1, QT_TRANSLATE_NOOP("Terms", "Hypertext Transfer Protocol"),
     QT_TRANSLATE_NOOP("Terms", "What web servers speak."), common},
    {"HTTPS"_L1, QT_TRANSLATE_NOOP("Terms", "HTTP over TLS"),
     QT_TRANSLATE_NOOP("Terms", "What web servers speak, encrypted."), common},
    {"TLS"_L1, QT_TRANSLATE_NOOP("Terms", "Transport Layer Security"),
     QT_TRANSLATE_NOOP("Terms", "Encrypts a connection, and shows by a certificate who answers."), common},
    {"IPsec"_L1, QT_TRANSLATE_NOOP("Terms", "IP security"),
     QT_TRANSLATE_NOOP("Terms", "Encrypts packets between machines."), common},
    {"SSH"_L1, QT_TRANSLATE_NOOP("Terms", "Secure Shell"),
     QT_TRANSLATE_NOOP("Terms", "How the console reaches other machines."), common},
    {"NFS"_L1, QT_TRANSLATE_NOOP("Terms", "Network File System"),
     QT_TRANSLATE_NOOP("Terms", "Files of one machine that others use as their own."), common},
    {"RADIUS"_L1, QT_TRANSLATE_NOOP("Terms", "Remote Authentication Dial-In User Service"),
     QT_TRANSLATE_NOOP("Terms", "Asks a server whether somebody may use the network."), common},
    {"URL"_L1, QT_TRANSLATE_NOOP("Terms", "Uniform Resource Locator"),
     QT_TRANSLATE_NOOP("Terms", "The address of a page of the web."), common},
};

Term termOf(const Entry &entry)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("Terms", text); };
    return {entry.name, translated(entry.inFull), translated(entry.meaning), entry.isCommon};
}

} // namespace

std::vector<Term> terms()
{
    std::vector<Term> all;
    std::ranges::transform(entries, std::back_inserter(all), termOf);
    std::ranges::sort(all,
                      [](const Term &a, const Term &b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return all;
}

std::vector<Term> termsIn(const QString &text)
{
    static const QRegularExpression word(u"[A-Za-z][A-Za-z0-9_]*"_s);
    std::vector<const Entry *> found;
    for (const auto &match : word.globalMatch(text)) {
        const auto entry =
            std::ranges::find_if(entries, [&](const Entry &known) { return known.name == match.capturedView(); });
        if (entry != std::end(entries) && !entry->isCommon && !std::ranges::contains(found, &*entry))
            found.push_back(&*entry);
    }
    std::vector<Term> result;
    std::ranges::transform(found, std::back_inserter(result), [](const Entry *entry) { return termOf(*entry); });
    return result;
}

} // namespace lvs
