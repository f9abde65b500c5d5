// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftfilterrule.h"

#include "helper/kernel/filterconditions.h"
#include "helper/kernel/nftvalues.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <iterator>

#include <netinet/in.h>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Kind = FilterStep::Kind;

/// Also by the names that nftables gives to headers.
std::optional<quint8> anyProtocolOf(const QJsonValue &value)
{
    struct Row {
        QLatin1StringView name;
        quint8 number;
    };
    static constexpr std::array rows{
        Row{"icmp"_L1, IPPROTO_ICMP}, Row{"igmp"_L1, IPPROTO_IGMP},     Row{"dccp"_L1, IPPROTO_DCCP},
        Row{"gre"_L1, IPPROTO_GRE},   Row{"esp"_L1, IPPROTO_ESP},       Row{"ah"_L1, IPPROTO_AH},
        Row{"comp"_L1, IPPROTO_COMP}, Row{"icmpv6"_L1, IPPROTO_ICMPV6}, Row{"udplite"_L1, IPPROTO_UDPLITE},
    };
    if (const auto known = protocolOf(value))
        return known;
    const auto row = std::ranges::find(rows, value.toString(), &Row::name);
    return row == rows.end() ? std::nullopt : std::optional(row->number);
}

/// A state of a connection: a bit of NF_CT_STATE_* (include/uapi/linux/netfilter/nf_conntrack_common.h). The names are
/// for listings without numbers.
std::optional<quint32> connectionState(const QJsonValue &value)
{
    constexpr std::array names{std::pair("invalid"_L1, ctInvalid), std::pair("established"_L1, ctEstablished),
                               std::pair("related"_L1, ctRelated), std::pair("new"_L1, ctNew),
                               std::pair("untracked"_L1, ctUntracked)};
    const qint64 number = value.toInteger(-1);
    if (number >= 0)
        return quint32(number);
    const auto named = std::ranges::find_if(names, [&](const auto &pair) { return value == pair.first; });
    return named == names.end() ? std::nullopt : std::optional<quint32>(named->second);
}

/// The condition that a packet's connection is in one of some states. Those of an untracked packet, and of one that is
/// merely related, say nothing about whether it begins a connection.
FilterRule conditionOf(quint32 states)
{
    const bool hasNew = (states & ctNew) != 0;
    const bool hasOld = (states & ctEstablished) != 0;
    if (hasNew && hasOld)
        return {};
    if (hasNew)
        return {.isFirst = true};
    if ((states & ctUntracked) != 0 || (!hasOld && states != ctInvalid))
        return {.isConditional = true};
    return {.isFirst = false};
}

/// The elements of a set, or the value alone.
QJsonArray valuesOf(const QJsonValue &right)
{
    const QJsonValue set = right["set"_L1];
    return set.isArray() ? set.toArray() : QJsonArray{right};
}

std::optional<InterfaceName> interfaceOf(const QJsonValue &value)
{
    const auto name = InterfaceName::fromText(value.toString());
    return name && !value.toString().endsWith(u'*') ? std::optional(*name) : std::nullopt;
}

/// Reads a rule from its first expression to its last.
class Reader
{
public:
    explicit Reader(const std::vector<XtPart> *parts)
        : m_parts(parts)
    {
    }

    void take(const QJsonObject &expression)
    {
        constexpr std::array harmless{"log"_L1,        "mangle"_L1,         "notrack"_L1, "flow"_L1,
                                      "dup"_L1,        "ct helper"_L1,      "comment"_L1, "secmark"_L1,
                                      "ct timeout"_L1, "ct expectation"_L1, "last"_L1};
        // Statements that end the rule for some packets; those that add to a set do if a limit in it does.
        constexpr std::array limits{"limit"_L1, "quota"_L1, "ct count"_L1, "connlimit"_L1,
                                    "meter"_L1, "set"_L1,   "map"_L1};
        const QString kind = expression.isEmpty() ? QString() : expression.begin().key();
        const QJsonValue value = expression[kind];
        if (kind == "match"_L1)
            takeMatch(value["left"_L1], value["op"_L1].toString(), value["right"_L1]);
        else if (kind == "counter"_L1)
            m_step.conditions.traffic = trafficOf(value);
        else if (kind == "vmap"_L1)
            takeMap(value);
        else if (kind == "xt"_L1)
            takeXt(value["name"_L1].toString(), value["type"_L1] == "target"_L1);
        else if (std::ranges::contains(limits, kind))
            m_step.conditions.isConditional = true;
        else if (!std::ranges::contains(harmless, kind))
            takeVerdict(kind, value);
    }

    std::vector<FilterStep> finish() &&
    {
        if (m_isNever)
            return {};
        if (m_steps.empty())
            m_steps.push_back(std::move(m_step));
        return std::move(m_steps);
    }

private:
    void restrict(const FilterRule &more)
    {
        auto both = narrowed(m_step.conditions, more);
        if (both)
            m_step.conditions = std::move(*both);
        else
            m_isNever = true;
    }
    void restrictProtocol(const QString &name)
    {
        if (const auto protocol = anyProtocolOf(name))
            restrict({.protocols = {*protocol}});
    }
    /// Of values that are not understood only that there are some is known.
    template<class T, class Read> void takeList(std::vector<T> FilterRule::*member, const QJsonValue &right, Read read)
    {
        FilterRule more;
        if (auto list = listOf(right, read))
            more.*member = std::move(*list);
        else
            more.isConditional = true;
        restrict(more);
    }
    void takePorts(PortSet FilterRule::*member, const QJsonValue &right)
    {
        FilterRule more;
        const auto ranges = listOf(right, portsOf);
        const auto ports = ranges ? PortSet::of(*ranges) : Result<PortSet>();
        if (ranges && ports)
            more.*member = *ports;
        else
            more.isConditional = true;
        restrict(more);
    }

    void takeMatch(const QJsonValue &left, const QString &op, const QJsonValue &right)
    {
        const QString protocol = left["payload"_L1]["protocol"_L1].toString();
        const QString field = left["payload"_L1]["field"_L1].toString();
        const QString meta = left["meta"_L1]["key"_L1].toString();
        const bool isIp = protocol == "ip"_L1 || protocol == "ip6"_L1;
        if (isIp) // also where nothing else is understood
            restrict({.family = protocol == "ip"_L1 ? Family::IPv4 : Family::IPv6});
        else if (!protocol.isEmpty() && protocol != "th"_L1)
            restrictProtocol(protocol);
        if (left["ct"_L1]["key"_L1] == "state"_L1 && (op == "in"_L1 || op == "=="_L1))
            takeStates(right.isArray() ? right.toArray() : valuesOf(right)); // an array: any of these bits
        else if (op != "=="_L1 || right.toString().startsWith(u'@'))         // named sets are not read
            restrict({.isConditional = true});
        else if (isIp && field == "saddr"_L1)
            takeList(&FilterRule::sources, right, networkOf);
        else if (isIp && field == "daddr"_L1)
            takeList(&FilterRule::destinations, right, networkOf);
        else if ((protocol == "ip"_L1 && field == "protocol"_L1) || (protocol == "ip6"_L1 && field == "nexthdr"_L1) ||
                 meta == "l4proto"_L1)
            takeList(&FilterRule::protocols, right, anyProtocolOf);
        else if (!isIp && field == "dport"_L1)
            takePorts(&FilterRule::destinationPorts, right);
        else if (!isIp && field == "sport"_L1)
            takePorts(&FilterRule::sourcePorts, right);
        else if (meta == "iifname"_L1 || meta == "iif"_L1)
            takeList(&FilterRule::from, right, interfaceOf);
        else if (meta == "oifname"_L1 || meta == "oif"_L1)
            takeList(&FilterRule::to, right, interfaceOf);
        else if (meta == "nfproto"_L1)
            takeFamilies(right);
        else
            restrict({.isConditional = true});
        if (isIp && field == "saddr"_L1 && m_step.conditions.sources.empty())
            m_step.isSourceUnread = true;
    }
    void takeFamilies(const QJsonValue &right)
    {
        const auto families = listOf(right, familyOf);
        if (!families)
            restrict({.isConditional = true});
        else if (families->size() == 1)
            restrict({.family = families->front()});
    }
    void takeStates(const QJsonArray &values)
    {
        quint32 states = 0;
        for (const QJsonValue &value : values) {
            const auto state = connectionState(value);
            if (!state)
                return restrict({.isConditional = true});
            states |= *state;
        }
        restrict(conditionOf(states));
    }

    void takeVerdict(const QString &kind, const QJsonValue &value)
    {
        constexpr std::array verdicts{
            std::pair("accept"_L1, FilterVerdict::Accept), std::pair("drop"_L1, FilterVerdict::Drop),
            std::pair("reject"_L1, FilterVerdict::Reject), std::pair("snat"_L1, FilterVerdict::Translate),
            std::pair("masquerade"_L1, FilterVerdict::Translate)};
        const auto verdict = std::ranges::find_if(verdicts, [&](const auto &known) { return known.first == kind; });
        m_step.target = value["target"_L1].toString();
        if (verdict != verdicts.end()) {
            m_step.kind = Kind::Verdict;
            m_step.conditions.verdict = verdict->second;
        } else if (kind == "jump"_L1 || kind == "goto"_L1) {
            m_step.kind = kind == "jump"_L1 ? Kind::Jump : Kind::Goto;
        } else {
            m_step.kind = kind == "return"_L1 ? Kind::Return : kind == "continue"_L1 ? Kind::Nothing : Kind::Unclear;
        }
    }
    /// A step for each pair, under the rule's conditions so far.
    void takeMap(const QJsonValue &map)
    {
        const QJsonArray pairs = valuesOf(map["data"_L1]);
        for (const QJsonValue &pair : pairs) {
            const QJsonObject verdict = pair[1].toObject();
            if (verdict.isEmpty()) { // a map with a name
                m_step.kind = Kind::Unclear;
                m_step.conditions.isConditional = true;
                break;
            }
            Reader reader(m_parts);
            reader.m_step = m_step;
            reader.takeMatch(map["key"_L1], u"=="_s, pair[0]);
            reader.takeVerdict(verdict.begin().key(), verdict.begin().value());
            std::ranges::move(std::move(reader).finish(), std::back_inserter(m_steps));
        }
    }

    void takeXt(const QString &name, bool isTarget)
    {
        constexpr std::array harmless{"LOG"_L1,   "NFLOG"_L1,    "MARK"_L1, "CONNMARK"_L1, "CT"_L1,  "TRACE"_L1,
                                      "AUDIT"_L1, "CLASSIFY"_L1, "DSCP"_L1, "TCPMSS"_L1,   "SET"_L1, "comment"_L1};
        const XtPart *part = m_parts && m_taken < m_parts->size() ? &(*m_parts)[m_taken++] : nullptr;
        const bool isRead = part && part->name == name.toUtf8();
        if (std::ranges::contains(harmless, name))
            return;
        if (name == "REJECT"_L1) {
            m_step.kind = Kind::Verdict;
            m_step.conditions.verdict = FilterVerdict::Reject;
        } else if (isTarget && (name == "SNAT"_L1 || name == "MASQUERADE"_L1)) {
            m_step.kind = Kind::Verdict;
            m_step.conditions.verdict = FilterVerdict::Translate;
        } else if (const auto ports = isRead ? xtPorts(*part) : std::nullopt) {
            restrict({.destinationPorts = ports->destination.value_or(PortSet()), .isConditional = ports->isNarrower});
        } else if (const auto states = isRead ? xtStates(*part) : std::nullopt) {
            FilterRule more = conditionOf(states->states);
            more.isConditional = more.isConditional || states->isNarrower;
            restrict(more);
        } else if (isTarget) {
            m_step.kind = Kind::Unclear;
        } else {
            restrict({.isConditional = true});
        }
    }

    const std::vector<XtPart> *m_parts;
    std::size_t m_taken = 0; ///< of the parts
    FilterStep m_step;
    std::vector<FilterStep> m_steps; ///< of a map
    bool m_isNever = false;
};

} // namespace

bool FilterStep::isUnconditional() const
{
    FilterRule nothing;
    nothing.verdict = conditions.verdict;
    nothing.traffic = conditions.traffic;
    return conditions == nothing;
}

std::vector<FilterStep> readFilterRule(const QJsonArray &expressions, const std::vector<XtPart> *parts)
{
    Reader reader(parts);
    for (const QJsonValue &expression : expressions)
        reader.take(expression.toObject());
    return std::move(reader).finish();
}

} // namespace lvs
