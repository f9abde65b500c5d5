// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "helper/kernel/xtparts.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lvs {

/// What a rule of nftables does with marks, out of its expressions (libnftables-json(5)).
struct MarkReading {
    bool setsMark = false;         ///< or may set one
    bool isReadable = true;        ///< false: it sets a mark in a way that has no MarkRule
    std::vector<MarkRule> rules{}; ///< one for each destination and protocol; ordered
    bool isNarrower = false;       ///< see MarkRuleState
    std::optional<RuleTraffic> traffic{};
};

/// `family` is that of the table; all but "ip" and "ip6" have packets of both. `parts` are the matches and targets of
/// iptables in the rule, in its order; nullptr where they could not be read.
MarkReading readMarkRule(const QJsonArray &expressions, const QString &family, const std::vector<XtPart> *parts);

} // namespace lvs
