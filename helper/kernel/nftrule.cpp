// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftrule.h"

#include "helper/kernel/nftvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

class MarkReader
{
public:
    MarkReader(const QString &family, const std::vector<XtPart> *parts)
        : m_parts(parts)
    {
        if (family != "ip6"_L1)
            m_families.push_back(Family::IPv4);
        if (family != "ip"_L1)
            m_families.push_back(Family::IPv6);
    }

    void take(const QJsonObject &expression)
    {
        const QString kind = expression.isEmpty() ? QString() : expression.begin().key();
        const QJsonValue value = expression[kind];
        if (kind == "match"_L1)
            takeMatch(value);
        else if (kind == "mangle"_L1)
            takeMangle(value);
        else if (kind == "xt"_L1)
            takeXt(value["type"_L1] == "target"_L1, value["name"_L1].toString().toUtf8());
        else if (kind == "counter"_L1)
            m_reading.traffic = trafficOf(value);
        else if (kind == "limit"_L1 || kind == "quota"_L1 || kind == "vmap"_L1)
            m_reading.isNarrower = true;
    }

    MarkReading finish() &&
    {
        if (!m_reading.setsMark)
            return {};
        if (m_mark && m_mark->mark == 0) // takes a mark away
            return {};
        if (!m_mark)
            m_reading.isReadable = false;
        if (m_reading.isReadable)
            combine();
        return std::move(m_reading);
    }

private:
    void takeMatch(const QJsonValue &match)
    {
        const QJsonValue left = match["left"_L1];
        const QJsonValue right = match["right"_L1];
        const QString protocol = left["payload"_L1]["protocol"_L1].toString();
        const QString field = left["payload"_L1]["field"_L1].toString();
        const QString meta = left["meta"_L1]["key"_L1].toString();
        if (left["concat"_L1].isArray() || right.toString().startsWith(u'@')) { // named sets are not read
            m_reading.isReadable = false;
        } else if (match["op"_L1] != "=="_L1) {
            m_reading.isNarrower = true;
        } else if (field == "daddr"_L1 && (protocol == "ip"_L1 || protocol == "ip6"_L1)) {
            takeDestinations(right);
        } else if ((protocol == "ip"_L1 && field == "protocol"_L1) || (protocol == "ip6"_L1 && field == "nexthdr"_L1)) {
            keepFamily(protocol == "ip"_L1 ? Family::IPv4 : Family::IPv6);
            takeProtocols(right);
        } else if (meta == "l4proto"_L1) {
            takeProtocols(right);
        } else if (field == "dport"_L1) {
            takePorts(protocol, right);
        } else if (meta == "nfproto"_L1) {
            takeFamilies(right);
        } else {
            m_reading.isNarrower = true;
        }
    }

    void takeDestinations(const QJsonValue &right)
    {
        const auto networks = listOf(right, networkOf);
        if (!networks) {
            m_reading.isReadable = false;
            return;
        }
        keepFamily(networks->front().family());
        m_destinations = *networks;
    }
    void takeFamilies(const QJsonValue &right)
    {
        if (const auto families = listOf(right, familyOf))
            std::erase_if(m_families, [&](Family family) { return !std::ranges::contains(*families, family); });
        else
            m_reading.isReadable = false;
    }
    void takeProtocols(const QJsonValue &right)
    {
        if (const auto protocols = listOf(right, protocolOf))
            m_protocols = *protocols;
        else
            m_reading.isReadable = false;
    }
    void takePorts(const QString &protocol, const QJsonValue &right)
    {
        if (protocol != "th"_L1) { // of the protocols named elsewhere
            if (const auto number = protocolOf(protocol))
                m_protocols = {*number};
            else
                m_reading.isReadable = false;
        }
        const auto ranges = listOf(right, portsOf);
        const auto ports = ranges ? PortSet::of(*ranges) : Result<PortSet>();
        if (ranges && ports)
            m_ports = *ports;
        else
            m_reading.isReadable = false;
    }
    void takeMangle(const QJsonValue &mangle)
    {
        if (!isMetaMark(mangle["key"_L1]))
            return;
        m_reading.setsMark = true;
        m_mark = markOf(mangle["value"_L1]);
    }
    void takeXt(bool isTarget, const QByteArray &name)
    {
        const bool mayMark = isTarget && mayMarkPackets(name);
        m_reading.setsMark = m_reading.setsMark || mayMark;
        const XtPart *part = m_parts && m_taken < m_parts->size() ? &(*m_parts)[m_taken++] : nullptr;
        if (!part || part->name != name) {
            m_reading.isReadable = false; // replaced meanwhile
        } else if (mayMark) {
            m_reading.setsMark = !leavesMarks(*part);
            m_mark = xtMark(*part);
        } else if (const auto ports = xtPorts(*part)) {
            if (ports->destination)
                m_ports = *ports->destination;
            m_reading.isNarrower = m_reading.isNarrower || ports->isNarrower;
        } else if (name != "comment") {
            m_reading.isNarrower = true;
        }
    }
    void keepFamily(Family family)
    {
        std::erase_if(m_families, [&](Family other) { return other != family; });
    }

    void combine()
    {
        if (m_destinations.empty())
            std::ranges::transform(m_families, std::back_inserter(m_destinations), IpNetwork::every);
        if (m_protocols.empty())
            m_protocols = {0};
        for (const IpNetwork &destination : m_destinations) {
            for (const quint8 protocol : m_protocols) {
                m_reading.rules.push_back({.destination = destination,
                                           .protocol = protocol,
                                           .ports = m_ports,
                                           .mark = m_mark->mark,
                                           .mask = m_mark->mask});
            }
        }
    }

    const std::vector<XtPart> *m_parts;
    std::size_t m_taken = 0; ///< of the parts
    std::vector<Family> m_families;
    std::vector<IpNetwork> m_destinations; ///< empty: every
    std::vector<quint8> m_protocols;       ///< empty: every
    PortSet m_ports;
    std::optional<MarkBits> m_mark;
    MarkReading m_reading;
};

} // namespace

MarkReading readMarkRule(const QJsonArray &expressions, const QString &family, const std::vector<XtPart> *parts)
{
    MarkReader reader(family, parts);
    for (const QJsonValue &expression : expressions)
        reader.take(expression.toObject());
    return std::move(reader).finish();
}

} // namespace lvs
