// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filterrule.h"
#include "helper/kernel/xtparts.h"

#include <QJsonArray>

namespace lvs {

/// What a rule of nftables does with packets for which its conditions hold.
struct FilterStep {
    enum class Kind : quint8 {
        Nothing, ///< the next rule is asked
        Verdict, ///< that of `conditions`
        Jump,
        Goto,
        Return,
        Unclear, ///< perhaps the chain ends for them, perhaps not
    };
    FilterRule conditions{}; ///< with verdict and traffic; no chain and no place
    Kind kind = Kind::Nothing;
    QString target{};            ///< chain of Jump and Goto
    bool isSourceUnread = false; ///< it asks for a source, and it is not known for which

    bool isUnconditional() const;
};

/// Out of a rule's expressions (libnftables-json(5)): one step, or several where it has a map of verdicts. `parts` are
/// the matches and targets of iptables in it, in its order; nullptr where they could not be read.
std::vector<FilterStep> readFilterRule(const QJsonArray &expressions, const std::vector<XtPart> *parts);

} // namespace lvs
