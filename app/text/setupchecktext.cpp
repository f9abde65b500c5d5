// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/setupchecktext.h"

#include "app/text/domaintext.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/setuptrialtext.h"
#include "core/setup/arpvalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

namespace {

using Code = SetupCheck::Code;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SetupCheckText)
public:
    static QString name(const SetupCheck &check);
    static QString value(const SetupCheck &check, const QString &value);
    static QString wanted(const SetupCheck &check);
    /// What the values of ARP tunables mean; empty for all other checks.
    static QString meaning(const SetupCheck &check);
    static QString purpose(Code code);
    static QString consequence(const SetupCheck &check, const SetupWish &wish);
    static QString remedy(const SetupCheck &check, const SetupWish &wish);
    static QString evidence(const SetupCheck &check);
    static QString vantage(const SetupCheck &check);
    static QString arpIgnore(int value);
    static QString arpAnnounce(int value);
    static MarkedText state(SetupCheck::State state)
    {
        switch (state) {
        case SetupCheck::State::Green:
            return {State::Serving, tr("as it should be")};
        case SetupCheck::State::Red:
            return {State::Unreachable, tr("wrong")};
        case SetupCheck::State::Unknown:
            break;
        }
        return {State::Unknown, tr("not known")};
    }
    static MarkedText all(const std::vector<SetupCheck> &checks);
    static QString valueAndMeaning(const QString &value, const QString &meaning)
    {
        return tr("%1 (%2)", "value, meaning").arg(value, meaning);
    }

private:
    static QString gatewayConsequence(const SetupWish &wish);
};

QString Words::name(const SetupCheck &check)
{
    const QString interface = check.interface.toString();
    switch (check.code) {
    case Code::PortMapping:
        return tr("Port of the real server");
    case Code::ServerAddress:
        return tr("Address of the real server");
    case Code::SameSegment:
        return tr("Same network as the director");
    case Code::DirectorVip:
        return tr("VIP on the director");
    case Code::Forwarding:
        return tr("Director forwards");
    case Code::MarkRule:
        return tr("Rule that sets the mark");
    case Code::Conntrack:
        return tr("Connection tracking of IPVS");
    case Code::SourceNat:
        return tr("Source that the real server sees");
    case Code::ArpIgnore:
        return interface.isEmpty() ? tr("arp_ignore in force")
                                   : tr("arp_ignore in force on %1", "interface").arg(interface);
    case Code::ArpAnnounce:
        return interface.isEmpty() ? tr("arp_announce in force")
                                   : tr("arp_announce in force on %1", "interface").arg(interface);
    case Code::ArpOnLoopback:
        return tr("ARP settings of lo");
    case Code::ServerVip:
        return tr("VIP on the real server");
    case Code::ServerVipPrefix:
        return tr("Prefix of the VIP");
    case Code::ServerVipOutside:
        return tr("VIP where ARP is answered");
    case Code::ServerTunnel:
        return tr("Tunnel interface");
    case Code::ReversePath:
        return tr("rp_filter in force on %1", "interface").arg(interface);
    case Code::Gateway:
        return tr("Default gateway");
    case Code::Redirects:
        return tr("ICMP redirects of the director");
    case Code::Service:
        return tr("Service in the IPVS table");
    case Code::Server:
        return tr("Real server in the IPVS table");
    case Code::FirewallDrop:
    case Code::Listener:
    case Code::Reachable:
    case Code::Certificate:
    case Code::ArpSilence:
    case Code::ArpOwner:
    case Code::Clients:
        return trialName(check);
    }
    return {};
}

QString Words::arpIgnore(int value)
{
    switch (meaningOfArpIgnore(value)) {
    case ArpIgnore::AnswersAll:
        return tr("answers for every address of the machine");
    case ArpIgnore::OwnInterface:
        return tr("answers only for addresses of the interface asked");
    case ArpIgnore::OwnSubnet:
        return tr("the same, and only to askers of its subnet");
    case ArpIgnore::NotHostScope:
        return tr("answers for all addresses but those of scope host");
    case ArpIgnore::Reserved:
        return tr("reserved, works as 0");
    case ArpIgnore::AnswersNothing:
        return tr("never answers, not even for the real server's own address");
    case ArpIgnore::Unknown:
        break;
    }
    return tr("not a value of the kernel's, works as 0");
}

QString Words::arpAnnounce(int value)
{
    switch (meaningOfArpAnnounce(value)) {
    case ArpAnnounce::PacketSource:
        return tr("names the packet's source, so the VIP");
    case ArpAnnounce::SameSubnet:
        return tr("names the packet's source where it is of the subnet, as the VIP often is");
    case ArpAnnounce::Best:
        return tr("names an address of the interface it asks on");
    case ArpAnnounce::Unknown:
        break;
    }
    return tr("not a value of the kernel's, works as 0");
}

QString Words::value(const SetupCheck &check, const QString &value)
{
    if (check.state == SetupCheck::State::Unknown && value.isEmpty())
        return tr("not known");
    if (check.code >= Code::FirewallDrop)
        return trialValue(check);
    if (value.isEmpty())
        return tr("none");
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    switch (check.code) {
    case Code::Forwarding:
    case Code::Conntrack:
    case Code::Redirects:
        return isNumber ? valueAndMeaning(value, number == 0 ? tr("off") : tr("on")) : value;
    case Code::ReversePath:
        return isNumber ? valueAndMeaning(value, number == 0   ? tr("off")
                                                 : number == 1 ? tr("strict")
                                                               : tr("loose"))
                        : value;
    default:
        return value;
    }
}

QString Words::wanted(const SetupCheck &check)
{
    if (check.wanted.startsWith(u'!'))
        return tr("not %1").arg(check.wanted.sliced(1));
    if (check.code >= Code::FirewallDrop)
        return trialWanted(check);
    return check.wanted.isEmpty() ? tr("none") : value(check, check.wanted);
}

QString Words::purpose(Code code)
{
    switch (code) {
    case Code::PortMapping:
        return tr("DR and TUN leave the port of a packet as it is, so the real server has to listen on the service's.");
    case Code::ServerAddress:
        return tr("The connection leads to the machine that the director knows as this real server.");
    case Code::SameSegment:
        return tr("DR only changes the hardware address of a packet, and no router takes it further.");
    case Code::DirectorVip:
        return tr("The director takes packets for the VIP and answers ARP for it.");
    case Code::MarkRule:
        return tr("The packet filter gives packets for the VIP the mark before IPVS sees them: the service takes what "
                  "has it, and nothing else.");
    case Code::Forwarding:
        return tr("Replies of the real servers pass through the director, which sends them on only with ip_forward.");
    case Code::Conntrack:
        return tr("SNAT, which makes FullNAT of masquerading, sees IPVS's connections only with it.");
    case Code::SourceNat:
        return tr("A rule of the director's packet filter makes one of its own addresses the source of what it sends "
                  "to the real server, so that replies come back to it. Only this console's own rules are looked at.");
    case Code::ArpIgnore:
        return tr("The real server has the VIP and must not answer who asks the network for it. The greater value of "
                  "“all” and the interface holds.");
    case Code::ArpAnnounce:
        return tr("In its own requests the real server must not say that the VIP is at its hardware address. The "
                  "greater value of “all” and the interface holds.");
    case Code::ArpOnLoopback:
        return tr("What is set for lo has no effect on the VIP, as no ARP request comes in on lo. Many instructions "
                  "set it all the same; it does no harm.");
    case Code::ServerVip:
        return tr("The real server takes packets for the VIP as its own.");
    case Code::ServerVipPrefix:
        return tr("On lo the VIP is to stand alone, as a /32 or /128.");
    case Code::ServerVipOutside:
        return tr("On an interface of the network the VIP is announced, whatever arp_ignore says.");
    case Code::ServerTunnel:
        return tr("Takes the packets out of the director's tunnel.");
    case Code::ReversePath:
        return tr("A packet out of the tunnel seems to come from the wrong side; strict rp_filter drops it. The "
                  "greater value of “all” and the interface holds.");
    case Code::Gateway:
        return tr("The way that replies take to the clients.");
    case Code::Redirects:
        return tr("Where all are in one network, a redirect would tell real servers a way past the director.");
    case Code::Service:
        return tr("IPVS balances what comes to the VIP.");
    case Code::Server:
        return tr("IPVS sends clients to this real server.");
    case Code::FirewallDrop:
    case Code::Listener:
    case Code::Reachable:
    case Code::Certificate:
    case Code::ArpSilence:
    case Code::ArpOwner:
    case Code::Clients:
        return trialPurpose(code);
    }
    return {};
}

QString Words::gatewayConsequence(const SetupWish &wish)
{
    if (!putsVipOnServers(wish.method))
        return tr("Replies pass the director by. Clients get them from an address that they never asked, and drop "
                  "them.");
    return wish.family() == Family::IPv4
               ? tr("Replies go to the director, which takes them for forged, as they come from its own VIP, and drops "
                    "them: clients wait in vain.")
               : tr("Replies go to the director. If it forwards IPv6, it carries what this method was to spare it; if "
                    "not, it drops them, and clients wait in vain.");
}

QString Words::consequence(const SetupCheck &check, const SetupWish &wish)
{
    switch (check.code) {
    case Code::PortMapping:
        return tr("Packets come to the real server on the port of the service, where nothing listens.");
    case Code::ServerAddress:
        return tr("What is changed over this connection would happen on another machine than the real server.");
    case Code::SameSegment:
        return tr("The packet goes to a router, which sends it back to the director: the real server gets nothing.");
    case Code::DirectorVip:
        return tr("Nobody answers for the VIP, so no client's packet comes to the director.");
    case Code::MarkRule:
        return tr("Packets without the mark pass the service by: clients of such a port are refused, or served by the "
                  "director itself.");
    case Code::Forwarding:
        return tr("Replies end at the director. Clients wait in vain, and connections stay half open.");
    case Code::Conntrack:
        return tr("Replies miss the SNAT rule: the real server answers the client directly, or not at all.");
    case Code::SourceNat:
        return check.is.isEmpty()
                   ? tr("The real server sees the client, and answers past the director. Clients get replies from an "
                        "address that they never asked, and drop them.")
                   : tr("Replies go to an address that the director does not have: clients wait in vain.");
    case Code::ArpIgnore:
        return check.is == QStringLiteral("8")
                   ? tr("The real server no longer answers for its own address either, and the director loses it.")
                   : tr("The real server answers for the VIP. Some clients go past the director straight to it, and "
                        "balancing is over, now and then or for good.");
    case Code::ArpAnnounce:
        return tr("When it answers a client, the neighbours learn that the VIP is at the real server, and send the "
                  "next packets there instead of to the director.");
    case Code::ServerVip:
        return tr("The real server drops packets for the VIP as not meant for it: its share of the clients waits in "
                  "vain.");
    case Code::ServerVipPrefix:
        return tr("The machine takes the whole network for its own: it can't reach the director, the router or any "
                  "neighbour.");
    case Code::ServerVipOutside:
        return tr("The real server answers for the VIP, and clients go past the director straight to it.");
    case Code::ServerTunnel:
        return tr("Nothing unpacks what the director sends: its share of the clients waits in vain.");
    case Code::ReversePath:
        return tr("Packets are unpacked and then dropped without a word.");
    case Code::Gateway:
        return gatewayConsequence(wish);
    case Code::Redirects:
        return tr("A real server may be told to answer clients directly; they get replies from an address that they "
                  "never asked.");
    case Code::Service:
        return tr("Nothing balances what comes to the VIP.");
    case Code::Server:
        return tr("No client is sent to this real server.");
    case Code::FirewallDrop:
    case Code::Listener:
    case Code::Reachable:
    case Code::Certificate:
    case Code::ArpSilence:
    case Code::ArpOwner:
    case Code::Clients:
        return trialConsequence(check);
    case Code::ArpOnLoopback:
        break;
    }
    return {};
}

QString Words::remedy(const SetupCheck &check, const SetupWish &wish)
{
    switch (check.code) {
    case Code::PortMapping:
        return tr("Let the real server listen on the service's port, or choose NAT.");
    case Code::ServerAddress:
        return tr("Choose the connection that leads to the real server, or correct its address.");
    case Code::SameSegment:
        return tr("Choose TUN or NAT, or bring both into one network.");
    case Code::ServerVipOutside:
    case Code::ServerVipPrefix:
        return tr("Take the VIP off there, and set up again.");
    case Code::Gateway:
        return putsVipOnServers(wish.method)
                   ? tr("Give the real server the usual router as its default gateway; set up again with that router.")
                   : tr("Set up again: the default route is turned to the director.");
    case Code::MarkRule:
        return wish.portsOfMark.isEmpty()
                   ? tr("Set up again and name the ports, or let the program that sets marks do it.")
                   : tr("Set up again: it adds the rule for these ports. Rules that are there stay as they are.");
    case Code::ArpOnLoopback:
        return {};
    default: {
        const QString trial = trialRemedy(check);
        return trial.isEmpty() ? tr("Set up again: it does what is missing, and nothing else.") : trial;
    }
    }
}

QString Words::evidence(const SetupCheck &check)
{
    QStringList parts;
    for (const SetupEvidence &seen : check.evidence) {
        const QString name = seen.name == QStringLiteral("default") ? tr("default route") : seen.name;
        const QString nothing = check.code == Code::MarkRule ? tr("there, but can't be read") : tr("none");
        const QString value = trialEvidence(check, seen.value);
        parts << tr("%1: %2", "evidence: name, value").arg(name, value.isEmpty() ? nothing : value);
    }
    return parts.isEmpty() ? QString() : tr("Evidence: %1.").arg(listText(parts));
}

QString Words::meaning(const SetupCheck &check)
{
    const bool isIgnore = check.code == Code::ArpIgnore;
    if (!isIgnore && check.code != Code::ArpAnnounce)
        return {};
    const auto sentence = [&](const QString &value) {
        bool isNumber = false;
        const int number = value.toInt(&isNumber);
        return isNumber
                   ? tr("%1: %2.", "value, its meaning").arg(value, isIgnore ? arpIgnore(number) : arpAnnounce(number))
                   : QString();
    };
    return check.is == check.wanted ? sentence(check.is) : sentence(check.is) + u' ' + sentence(check.wanted);
}

QString Words::vantage(const SetupCheck &check)
{
    if (check.host.isEmpty())
        return tr("This console has no connection to the machine, and does not know.");
    const QString host = hostText(check.host);
    if (check.error && check.error->code == ErrorCode::NotAuthorized)
        return tr("Not looked at on %1: that takes an administrator's password. “Check again” asks for it.",
                  "name of a machine")
            .arg(host);
    if (check.error)
        return tr("Not known on %1: %2", "name of a machine, error").arg(host, errorSummary(*check.error));
    if (check.triedAt.isValid())
        return tr("Tried from %1 at %2.", "name of a machine, time").arg(host, format::timeOfDay(check.triedAt));
    return tr("Seen on %1.", "name of a machine").arg(host);
}

MarkedText Words::all(const std::vector<SetupCheck> &checks)
{
    const auto count = [&](SetupCheck::State state) {
        return int(std::ranges::count(checks, state, &SetupCheck::state));
    };
    const int wrong = count(SetupCheck::State::Red);
    const int unknown = count(SetupCheck::State::Unknown);
    if (wrong > 0)
        return {State::Unreachable, tr("%Ln thing(s) wrong", nullptr, wrong)};
    if (unknown > 0)
        return {State::Overloaded, tr("nothing wrong, %Ln not known", nullptr, unknown)};
    return {State::Serving, tr("all as it should be")};
}

} // namespace

QString setupCheckText(const SetupCheck &check)
{
    return Words::name(check);
}

MarkedText setupCheckStateText(SetupCheck::State state)
{
    return Words::state(state);
}

QString setupCheckIsText(const SetupCheck &check)
{
    return Words::value(check, check.is);
}

QString setupCheckWantedText(const SetupCheck &check)
{
    return Words::wanted(check);
}

QString setupCheckExplanation(const SetupCheck &check, const SetupWish &wish)
{
    const bool isRed = check.state == SetupCheck::State::Red;
    QStringList lines{Words::purpose(check.code), Words::meaning(check)};
    if (isRed)
        lines << Words::consequence(check, wish) + u' ' + Words::remedy(check, wish);
    lines << Words::evidence(check) + u' ' + Words::vantage(check);
    for (QString &line : lines)
        line = line.trimmed();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString setupCheckConsequence(const SetupCheck &check, const SetupWish &wish)
{
    return Words::consequence(check, wish);
}

QString setupCheckCommand(const SetupCheck &check, const SetupWish &wish)
{
    const bool isIPv6 = wish.family() == Family::IPv6;
    const QString ip = isIPv6 ? QStringLiteral("ip -6") : QStringLiteral("ip");
    const QString server = check.server ? check.server->address.toString() : QString();
    const auto ofInterface = [&](QStringView name) {
        const QString both = QStringLiteral("sysctl net/ipv4/conf/all/%1 net/ipv4/conf/%2/%1");
        return both.arg(name, check.interface.toString());
    };
    switch (check.code) {
    case Code::ServerAddress:
        return QStringLiteral("ip addr show to %1").arg(server);
    case Code::SameSegment:
        return QStringLiteral("ip route get %1").arg(server);
    case Code::DirectorVip:
    case Code::ServerVip:
    case Code::ServerVipPrefix:
    case Code::ServerVipOutside:
        return QStringLiteral("ip addr show to %1").arg(wish.vip().toString());
    case Code::Forwarding:
        return isIPv6 ? QStringLiteral("sysctl net.ipv6.conf.all.forwarding")
                      : QStringLiteral("sysctl net.ipv4.ip_forward");
    case Code::Conntrack:
        return QStringLiteral("sysctl net.ipv4.vs.conntrack");
    case Code::MarkRule:
        return QStringLiteral("nft list ruleset | grep 'mark set'");
    case Code::SourceNat:
        return QStringLiteral("nft list chain inet lvs-console fullnat");
    case Code::ArpIgnore:
        return ofInterface(u"arp_ignore");
    case Code::ArpAnnounce:
        return ofInterface(u"arp_announce");
    case Code::ReversePath:
        return ofInterface(u"rp_filter");
    case Code::Redirects:
        return ofInterface(u"send_redirects");
    case Code::ArpOnLoopback:
        return QStringLiteral("sysctl net.ipv4.conf.lo.arp_ignore net.ipv4.conf.lo.arp_announce");
    case Code::ServerTunnel:
        return QStringLiteral("ip -d link show type ipip");
    case Code::Gateway:
        return ip + QStringLiteral(" route show default");
    case Code::Service:
    case Code::Server:
        return QStringLiteral("ipvsadm -Ln");
    case Code::FirewallDrop:
    case Code::Listener:
    case Code::Reachable:
    case Code::Certificate:
    case Code::ArpSilence:
    case Code::ArpOwner:
    case Code::Clients:
        return trialCommand(check, wish);
    case Code::PortMapping:
        break;
    }
    return {};
}

QString arpIgnoreText(int value)
{
    return Words::arpIgnore(value);
}

QString arpAnnounceText(int value)
{
    return Words::arpAnnounce(value);
}

QString arpIgnoreValues()
{
    QStringList lines;
    for (int value = 0; value <= largestArpIgnore; ++value)
        lines << Words::valueAndMeaning(QString::number(value), arpIgnoreText(value));
    return lines.join(u'\n');
}

QString arpAnnounceValues()
{
    QStringList lines;
    for (int value = 0; value <= largestArpAnnounce; ++value)
        lines << Words::valueAndMeaning(QString::number(value), arpAnnounceText(value));
    return lines.join(u'\n');
}

MarkedText setupChecksText(const std::vector<SetupCheck> &checks)
{
    return Words::all(checks);
}

} // namespace lvs
