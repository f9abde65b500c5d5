// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/xtparts.h"

#include "helper/kernel/nftdump.h"

#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nf_tables_compat.h>
#include <linux/netfilter/xt_CONNMARK.h>
#include <linux/netfilter/xt_TPROXY.h>
#include <linux/netfilter/xt_conntrack.h>
#include <linux/netfilter/xt_mark.h>
#include <linux/netfilter/xt_multiport.h>
#include <linux/netfilter/xt_set.h>
#include <linux/netfilter/xt_tcpudp.h>

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace lvs {
namespace {

// NFTA_TARGET_* have the numbers of NFTA_MATCH_*.
static_assert(int(NFTA_MATCH_NAME) == int(NFTA_TARGET_NAME) && int(NFTA_MATCH_REV) == int(NFTA_TARGET_REV) &&
              int(NFTA_MATCH_INFO) == int(NFTA_TARGET_INFO));

/// A match or target out of an element of a list of expressions; nothing for nftables' own expressions.
std::optional<XtPart> partOf(Bytes expression)
{
    QByteArray kind;
    Bytes data;
    XtPart part;
    const bool isWhole =
        forEachAttribute(expression,
                         [&](quint16 type, Bytes payload) {
                             if (type == NFTA_EXPR_NAME)
                                 kind = nftText(payload);
                             else if (type == NFTA_EXPR_DATA)
                                 data = payload;
                             return true;
                         }) &&
        forEachAttribute(data, [&](quint16 type, Bytes payload) {
            if (type == NFTA_MATCH_NAME)
                part.name = nftText(payload);
            else if (type == NFTA_MATCH_REV)
                return readExactly(payload, part.revision);
            else if (type == NFTA_MATCH_INFO)
                part.info = QByteArray(reinterpret_cast<const char *>(payload.data()), qsizetype(payload.size()));
            return true;
        });
    if (kind != "match" && kind != "target")
        return {};
    part.revision = qFromBigEndian(part.revision);
    return isWhole ? part : XtPart();
}

/// The matches and targets of a rule.
std::vector<XtPart> partsOf(Bytes expressions)
{
    std::vector<XtPart> parts;
    const bool isWhole = forEachAttribute(expressions, [&](quint16, Bytes expression) {
        if (auto part = partOf(expression))
            parts.push_back(std::move(*part));
        return true;
    });
    return isWhole ? parts : std::vector<XtPart>();
}

/// The structure of an extension; the kernel pads it.
template<class T> std::optional<T> infoAs(const XtPart &part)
{
    if (size_t(part.info.size()) < sizeof(T))
        return {};
    T value;
    std::memcpy(&value, part.info.constData(), sizeof value);
    return value;
}

/// Of xt_tcp and xt_udp, which have the same first members.
template<class T> std::optional<XtPorts> portsOf(const std::optional<T> &info, bool looksAtMore)
{
    if (!info)
        return {};
    constexpr quint16 last = 65535;
    XtPorts ports{.isNarrower = looksAtMore || info->invflags != 0 || info->spts[0] != 0 || info->spts[1] != last};
    const bool isEvery = info->dpts[0] == 0 && info->dpts[1] == last;
    if (!isEvery && (info->invflags & XT_TCP_INV_DSTPT) == 0) {
        const auto set = PortSet::of({{info->dpts[0], info->dpts[1]}});
        if (!set)
            return {};
        ports.destination = *set;
    }
    return ports;
}

std::optional<XtPorts> multiport(const std::optional<xt_multiport_v1> &info)
{
    if (!info || info->count > XT_MULTI_PORTS)
        return {};
    if (info->flags != XT_MULTIPORT_DESTINATION || info->invert != 0)
        return XtPorts{.isNarrower = true};
    std::vector<PortRange> ranges;
    for (int i = 0; i < info->count; ++i) {
        const quint16 first = info->ports[i];
        const bool isRange = info->pflags[i] != 0 && i + 1 < info->count;
        ranges.push_back({first, isRange ? info->ports[++i] : first});
    }
    const auto set = PortSet::of(std::move(ranges));
    return set ? std::optional(XtPorts{.destination = *set}) : std::nullopt;
}

} // namespace

void addXtParts(Bytes rule, XtParts &rules)
{
    quint64 handle = 0;
    std::vector<XtPart> parts;
    const bool isWhole = forEachAttribute(rule, [&](quint16 type, Bytes payload) {
        if (type == NFTA_RULE_HANDLE)
            return readExactly(payload, handle);
        if (type == NFTA_RULE_EXPRESSIONS)
            parts = partsOf(payload);
        return true;
    });
    if (isWhole && !parts.empty())
        rules.insert(qFromBigEndian(handle), std::move(parts));
}

std::optional<XtParts> readXtParts(const QString &family, const QString &table, const QString &chain)
{
    const std::array<std::pair<int, QByteArray>, 2> filter{
        {{NFTA_RULE_TABLE, table.toUtf8()}, {NFTA_RULE_CHAIN, chain.toUtf8()}}};
    XtParts rules;
    const auto dumped = dumpNftables(NFT_MSG_GETRULE, nftFamily(family), filter,
                                     [&](quint8, Bytes attributes) { addXtParts(attributes, rules); });
    return dumped ? std::optional(std::move(rules)) : std::nullopt;
}

std::optional<XtPorts> xtPorts(const XtPart &part)
{
    if (part.name == "tcp" && part.revision == 0) {
        const auto info = infoAs<xt_tcp>(part);
        return portsOf(info, info && (info->option != 0 || info->flg_mask != 0));
    }
    if (part.name == "udp" && part.revision == 0)
        return portsOf(infoAs<xt_udp>(part), false);
    if (part.name == "multiport" && part.revision == 1)
        return multiport(infoAs<xt_multiport_v1>(part));
    return {};
}

std::optional<XtStates> xtStates(const XtPart &part)
{
    // Revision 3 only has more behind it.
    if (part.name != "conntrack" || (part.revision != 2 && part.revision != 3))
        return {};
    const auto info = infoAs<xt_conntrack_mtinfo2>(part);
    if (!info || (info->match_flags & XT_CONNTRACK_STATE) == 0)
        return {};
    // The first four bits are those of nftables.
    constexpr quint32 common = ctInvalid | ctEstablished | ctRelated | ctNew;
    quint32 states = info->state_mask & common;
    if ((info->state_mask & XT_CONNTRACK_STATE_UNTRACKED) != 0)
        states |= ctUntracked;
    if ((info->invert_flags & XT_CONNTRACK_STATE) != 0)
        states ^= common | ctUntracked;
    const bool looksAtAddresses = (info->state_mask & (XT_CONNTRACK_STATE_SNAT | XT_CONNTRACK_STATE_DNAT)) != 0;
    return XtStates{.states = states, .isNarrower = looksAtAddresses || info->match_flags != XT_CONNTRACK_STATE};
}

bool mayMarkPackets(QByteArrayView target)
{
    constexpr std::array<QByteArrayView, 6> names{"MARK", "CONNMARK", "TPROXY", "HMARK", "SET", "mark"};
    return std::ranges::contains(names, target);
}

bool leavesMarks(const XtPart &target)
{
    if (target.name == "CONNMARK" && target.revision == 1) {
        const auto info = infoAs<xt_connmark_tginfo1>(target);
        return info && info->mode != XT_CONNMARK_RESTORE;
    }
    if (target.name == "CONNMARK" && target.revision == 2) {
        const auto info = infoAs<xt_connmark_tginfo2>(target);
        return info && info->mode != XT_CONNMARK_RESTORE;
    }
    if (target.name == "TPROXY" && target.revision <= 1) { // both begin alike
        const auto info = infoAs<xt_tproxy_target_info>(target);
        return info && info->mark_mask == 0;
    }
    if (target.name == "SET" && target.revision == 3) {
        const auto info = infoAs<xt_set_info_target_v3>(target);
        return info && info->map_set.index == IPSET_INVALID_ID;
    }
    return target.name == "SET" && target.revision < 3; // has no --map-set
}

std::optional<MarkBits> xtMark(const XtPart &part)
{
    if (part.name != "MARK" || part.revision != 2)
        return {};
    const auto info = infoAs<xt_mark_tginfo2>(part);
    if (!info || (info->mark & ~info->mask) != 0)
        return {};
    return MarkBits{.mark = info->mark, .mask = info->mask};
}

} // namespace lvs
