// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/portset.h"
#include "helper/kernel/attributes.h"
#include "helper/kernel/markbits.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace lvs {

/// A match or target of iptables inside a rule of nftables, as the kernel keeps it (include/uapi/linux/netfilter/
/// x_tables.h): nftables' own listings show nothing but its name.
struct XtPart {
    QByteArray name{};
    quint32 revision = 0;
    QByteArray info{}; ///< the extension's structure, in the byte order of the machine
};

/// Of the rules of a chain that have any, by the rule's handle and in the order of the rule.
using XtParts = QHash<quint64, std::vector<XtPart>>;

/// Reads those of one chain. Nothing where the kernel's answer can't be followed or changed meanwhile.
std::optional<XtParts> readXtParts(const QString &family, const QString &table, const QString &chain);
/// Adds those of one rule, out of its attributes in the kernel's answer. What can't be followed is left out.
void addXtParts(Bytes rule, XtParts &rules);

/// Gives what readXtParts() reads of a chain: family, table, chain.
using XtReader = std::function<std::optional<XtParts>(const QString &, const QString &, const QString &)>;

/// What a match on ports says (xt_tcp, xt_udp, xt_multiport).
struct XtPorts {
    std::optional<PortSet> destination{}; ///< none: every port
    bool isNarrower = false;              ///< it also looks at something else
};
/// Nothing for any other match or revision.
std::optional<XtPorts> xtPorts(const XtPart &part);

// States of a connection as nftables has them (NF_CT_STATE_*, nf_conntrack_common.h).
inline constexpr quint32 ctInvalid = 1;
inline constexpr quint32 ctEstablished = 2;
inline constexpr quint32 ctRelated = 4;
inline constexpr quint32 ctNew = 8;
inline constexpr quint32 ctUntracked = 64;

/// What a match on the state of a connection says (xt_conntrack).
struct XtStates {
    quint32 states = 0;      ///< that match
    bool isNarrower = false; ///< it also looks at something else
};
/// Nothing for any other match or revision.
std::optional<XtStates> xtStates(const XtPart &part);

/// Whether a target can give packets a mark.
bool mayMarkPackets(QByteArrayView target);
/// Whether such a target, as it is set, leaves the marks of packets alone.
bool leavesMarks(const XtPart &target);
/// What the target MARK sets. Nothing for any other target or revision, or where it toggles bits.
std::optional<MarkBits> xtMark(const XtPart &part);

} // namespace lvs
