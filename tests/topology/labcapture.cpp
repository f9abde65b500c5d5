// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/topology/labcapture.h"

#include "tests/lab/labhost.h"

#include <QRegularExpression>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const QString director = u"director"_s;

/// The interfaces of the lab's hosts; all are namespaces of the director's, which sees their wires by itself.
const std::map<QString, QStringList> &interfaces()
{
    static const std::map<QString, QStringList> interfaces{{u"client"_s, {u"eth0"_s}},
                                                           {u"router"_s, {u"clients"_s, u"outside"_s, u"inside"_s}},
                                                           {director, {u"outside"_s, u"inside"_s}},
                                                           {u"rs1"_s, {u"eth0"_s, u"eth1"_s}},
                                                           {u"rs2"_s, {u"eth0"_s, u"eth1"_s}}};
    return interfaces;
}

/// The first packets are traced from where they come in. Chains behind the hooks' other users show what those do:
/// IPVS has priority 100 in FORWARD, source NAT in POSTROUTING, destination NAT -100.
const QString traceTable = uR"(
table inet walktruth {
    chain begin { type filter hook prerouting priority -350; tcp flags & (fin|syn|rst) == syn meta nftrace set 1; }
    chain prerouting { type filter hook prerouting priority 0; }
    chain input { type filter hook input priority 0; }
    chain forward { type filter hook forward priority 200; }
    chain output { type filter hook output priority 0; }
    chain postrouting { type filter hook postrouting priority 200; }
})"_s;

/// Nothing is left of it, whether it had begun or not.
const QString ending = u"[ ! -e /tmp/walk.pids ] || kill $(cat /tmp/walk.pids); rm -f /tmp/walk.*; "
                       "nft delete table inet walktruth 2>/dev/null; "_s;

/// Prints what the interface is, and begins to write down what it sends and takes.
QString beginning(const QString &host, const QString &interface)
{
    const QString in = host == director ? QString() : u"ip netns exec "_s + host;
    return u"mac=$(%1 cat /sys/class/net/%3/address); echo %2 %3 $mac; "
           "nohup %1 tcpdump --immediate-mode -l -e -nn -i %3"
           "    \"ether host $mac and (tcp port 80 or tcp port 443 or ip proto 4)\""
           "    </dev/null >/tmp/walk.%2.%3.txt 2>/tmp/walk.%2.%3.err & echo $! >>/tmp/walk.pids; "_s.arg(in, host,
                                                                                                          interface);
}

ServerKey endOf(const QString &address, const QString &port)
{
    return {IpAddress::fromText(address).value_or(IpAddress()), quint16(port.toUInt())};
}

std::optional<Frame> frameOf(const QString &line)
{
    static const QRegularExpression pattern(uR"(^\S+ ([0-9a-f:]{17}) > ([0-9a-f:]{17}), ethertype [^:]*, length \d+: )"
                                            R"((?:(\S+) > (\S+): )?(\S+)\.(\d+) > (\S+)\.(\d+): Flags \[(S\.?)\])"_s);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    Frame frame{.isReply = match.captured(9) == u"S."_s, .line = line};
    frame.packet.sourceHardware = QByteArray::fromHex(match.captured(1).toLatin1());
    frame.packet.destinationHardware = QByteArray::fromHex(match.captured(2).toLatin1());
    if (!match.captured(3).isEmpty())
        frame.packet.outer = TunnelEnds{endOf(match.captured(3), {}).address, endOf(match.captured(4), {}).address};
    frame.packet.source = endOf(match.captured(5), match.captured(6));
    frame.packet.destination = endOf(match.captured(7), match.captured(8));
    return frame;
}

/// Empty for what is not a packet at one of the hooks, or of another connection.
QString hookOf(const QString &line, quint16 clientPort)
{
    static const QRegularExpression seen(
        uR"(inet walktruth (prerouting|input|forward|output|postrouting) packet: .*ip6? saddr (\S+) ip6? daddr (\S+))"_s);
    static const QRegularExpression ports(uR"(tcp sport (\d+) tcp dport (\d+))"_s);
    const auto match = seen.match(line);
    if (!match.hasMatch())
        return {};
    const auto tcp = ports.match(line);
    if (!tcp.hasMatch())
        return u"%1 %2 > %3"_s.arg(match.captured(1), match.captured(2), match.captured(3));
    const ServerKey from = endOf(match.captured(2), tcp.captured(1));
    const ServerKey to = endOf(match.captured(3), tcp.captured(2));
    if (from.port != clientPort && to.port != clientPort)
        return {};
    return u"%1 %2 > %3"_s.arg(match.captured(1), from.toString(), to.toString());
}

} // namespace

LabCapture::LabCapture()
{
    QString line = ending;
    for (const auto &[host, on] : interfaces()) {
        for (const QString &interface : on)
            line += beginning(host, interface);
    }
    line += u"for log in /tmp/walk.*.err; do until grep -q listening $log; do sleep 0.1; done; done; "
            "nft '%1' && { nohup nft monitor trace </dev/null >/tmp/walk.trace 2>&1 & }; echo $! >>/tmp/walk.pids; "
            "sleep 2"_s.arg(traceTable);
    for (const QString &begun : lab::need(director, line).split(u'\n'))
        m_wires[QByteArray::fromHex(begun.section(u' ', 2).toLatin1())] = {begun.section(u' ', 0, 0),
                                                                           begun.section(u' ', 1, 1)};
}

LabCapture::~LabCapture()
{
    lab::shell(director, ending);
}

std::optional<Wire> LabCapture::wireWith(const QByteArray &hardware) const
{
    const auto found = m_wires.find(hardware);
    return found == m_wires.end() ? std::nullopt : std::optional(found->second);
}

void LabCapture::look(quint16 clientPort)
{
    m_frames.clear();
    m_hooks.clear();
    // What is under way is still written. Lines stand behind the name of their file; one that is not whole yet, which
    // would lack its ports, ends with a mark.
    const QString seen = lab::need(director, u"sleep 1; cd /tmp; grep . walk.*.txt; "
                                             "{ cat walk.trace; printf '~'; } | sed 's/^/walk.trace:/'"_s);
    for (const QString &line : seen.split(u'\n')) {
        if (line.endsWith(u'~'))
            continue;
        const QStringList file = line.section(u':', 0, 0).split(u'.');
        const QString text = line.section(u':', 1);
        if (file.size() == 4) {
            const auto frame = frameOf(text);
            if (frame && (frame->isReply ? frame->packet.destination : frame->packet.source).port == clientPort)
                m_frames[{file[1], file[2]}].push_back(*frame);
            continue;
        }
        const QString hook = hookOf(text, clientPort);
        // Packets of tunnels have no ports: those before the connection are of others.
        const bool isOther = m_hooks.isEmpty() && !hook.contains(u':');
        if (!hook.isEmpty() && !isOther && !m_hooks.contains(hook))
            m_hooks << hook;
    }
}

} // namespace lvs::test
