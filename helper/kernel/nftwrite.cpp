// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftwrite.h"

#include "core/types/protocolword.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

QLatin1StringView protocolOf(Family addressFamily)
{
    return addressFamily == Family::IPv4 ? "ip"_L1 : "ip6"_L1;
}

QJsonObject match(const QJsonObject &left, const QJsonValue &right)
{
    return nftObject("match"_L1, QJsonObject{{"op"_L1, "=="_L1}, {"left"_L1, left}, {"right"_L1, right}});
}

QJsonObject payload(QLatin1StringView protocol, QLatin1StringView field)
{
    return nftObject("payload"_L1, QJsonObject{{"protocol"_L1, protocol}, {"field"_L1, field}});
}

QJsonValue networkValue(const IpNetwork &network)
{
    if (network.isOne())
        return network.address().toString();
    return nftObject("prefix"_L1,
                     QJsonObject{{"addr"_L1, network.address().toString()}, {"len"_L1, network.prefixLength()}});
}

QJsonValue portsValue(const PortSet &ports)
{
    QJsonArray elements;
    for (const PortRange &range : ports.ranges()) {
        if (range.first == range.last)
            elements.append(range.first);
        else
            elements.append(nftObject("range"_L1, QJsonArray{range.first, range.last}));
    }
    return elements.size() == 1 ? elements.first() : QJsonValue(nftObject("set"_L1, elements));
}

QJsonObject counter(const std::optional<RuleTraffic> &traffic)
{
    const RuleTraffic counted = traffic.value_or(RuleTraffic());
    return nftObject("counter"_L1,
                     QJsonObject{{"packets"_L1, qint64(counted.packets)}, {"bytes"_L1, qint64(counted.bytes)}});
}

} // namespace

QJsonArray expressionsOf(const MarkRuleState &state)
{
    const MarkRule &rule = state.rule;
    const QJsonObject markKey = nftObject("meta"_L1, nftObject("key"_L1, "mark"_L1));
    return {match(payload(protocolOf(rule.destination.family()), "daddr"_L1), networkValue(rule.destination)),
            match(payload(protocolWord(rule.protocol), "dport"_L1), portsValue(rule.ports)),
            nftObject("mangle"_L1, QJsonObject{{"key"_L1, markKey}, {"value"_L1, qint64(rule.mark)}}),
            counter(state.traffic)};
}

QJsonArray expressionsOf(const SnatRuleState &state)
{
    const SnatRule &rule = state.rule;
    const QLatin1StringView protocol = protocolOf(rule.servers.family());
    const QJsonObject original =
        nftObject("ct"_L1, QJsonObject{{"key"_L1, QString(protocol + " daddr"_L1)}, {"dir"_L1, "original"_L1}});
    return {match(payload(protocol, "daddr"_L1), networkValue(rule.servers)),
            match(original, rule.virtualAddress.toString()), counter(state.traffic),
            nftObject("snat"_L1, QJsonObject{{"family"_L1, protocol}, {"addr"_L1, rule.source.toString()}})};
}

QJsonObject nftObject(QLatin1StringView key, const QJsonValue &value)
{
    return {{key, value}};
}

QByteArray nftCommands(const QJsonArray &commands)
{
    return QJsonDocument(nftObject("nftables"_L1, commands)).toJson(QJsonDocument::Compact);
}

} // namespace lvs
