// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/describeditems.h"
#include "core/rules/ruleplanner.h"

namespace lvs {

/// What may be written at a place of a rule file.
struct RuleCompletion {
    TextSpan word{}; ///< what stands there already, to be replaced
    QList<DescribedItem> items{};
};

/// Commands at the beginning of a line, the options that fit its command, and behind an option its values: schedulers,
/// flags, kinds of tunnel, and the addresses of services and servers in `present`. What the word before `column` begins
/// with decides; nothing inside a comment.
RuleCompletion completeRule(QStringView line, qsizetype column, const IpvsTable &present);

} // namespace lvs
