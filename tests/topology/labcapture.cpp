// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/topology/labcapture.h"

#include "tests/lab/labhost.h"

#include <QRegularExpression>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const QString director = u"director"_s;

const std::map<QString, QStringList> &interfaces()
{
    static const std::map<QString, QStringList> interfaces{{u"client"_s, {u"eth0"_s}},
                                                           {u"router"_s, {u"clients"_s, u"outside"_s, u"inside"_s}},
                                                           {director, {u"outside"_s, u"inside"_s}},
                                                           {u"rs1"_s, {u"eth0"_s, u"eth1"_s}}};
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

void begin(const QString &host, const QStringList &on)
{
    lab::need(host, u"for i in %2; do"
                    "   nohup tcpdump --immediate-mode -l -e -nn -i $i 'tcp port 80 or ip proto 4'"
                    "       </dev/null >/tmp/walk-%1-$i.txt 2>/tmp/walk-%1-$i.err & echo $! >>/tmp/walk-%1.pids; "
                    "done; "
                    "for i in %2; do until grep -q listening /tmp/walk-%1-$i.err; do sleep 0.1; done; done"_s.arg(
                        host, on.join(u' ')));
}

/// Nothing is left of it, whether it had begun or not.
void end(const QString &host)
{
    lab::shell(host, u"[ ! -e /tmp/walk-%1.pids ] || kill $(cat /tmp/walk-%1.pids); rm -f /tmp/walk-%1*"_s.arg(host));
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
    for (const auto &[host, on] : interfaces()) {
        end(host);
        begin(host, on);
    }
    lab::need(director, u"nft '%1'; nohup nft monitor trace </dev/null >/tmp/walk-director-trace.log 2>&1 & "
                        "echo $! >>/tmp/walk-director.pids; sleep 2"_s.arg(traceTable));
}

LabCapture::~LabCapture()
{
    for (const auto &[host, on] : interfaces())
        end(host);
    lab::shell(director, u"nft delete table inet walktruth"_s);
}

void LabCapture::stop(quint16 clientPort)
{
    lab::need(director, u"sleep 1"_s); // what is under way is still written
    for (const auto &[host, on] : interfaces()) {
        for (const QString &interface : on) {
            const QString seen = lab::need(host, u"cat /tmp/walk-%1-%2.txt"_s.arg(host, interface));
            std::vector<Frame> &frames = m_frames[{host, interface}];
            for (const QString &line : seen.split(u'\n')) {
                const auto frame = frameOf(line);
                if (frame && (frame->isReply ? frame->packet.destination : frame->packet.source).port == clientPort)
                    frames.push_back(*frame);
            }
        }
    }
    for (const QString &line : lab::need(director, u"cat /tmp/walk-director-trace.log"_s).split(u'\n')) {
        if (const QString hook = hookOf(line, clientPort); !hook.isEmpty() && !m_hooks.contains(hook))
            m_hooks << hook;
    }
}

} // namespace lvs::test
