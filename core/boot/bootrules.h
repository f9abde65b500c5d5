// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleplanner.h"

namespace lvs {

/// A state as the rule file that restores it: what `ipvsadm -R` accepts, with thresholds, timeouts and sync daemons.
QByteArray bootText(const RuleState &state);

/// What a rule file restores into an empty table.
struct BootRules {
    RuleState state{};                     ///< timeouts that the file does not set are 0
    std::optional<qsizetype> faultyLine{}; ///< first line, from 1, that ipvsadm would not carry out
};

/// Reads a rule file as boot scripts do, which drop lines that begin with '#' and give the rest to `ipvsadm -R`. Takes
/// time in proportion to the text; safe in any thread.
BootRules readBootText(QByteArrayView text);

/// Whether what was written brings all of a state back, by what was read from it again; BootIncomplete if not. `path`
/// is for the error.
Result<void> checkRestored(const RuleState &wanted, const RuleState &restored, const QString &path);

/// What `ipvsadm-save` makes of a state: thresholds, timeouts and sync daemons are lost.
RuleState asSavedByIpvsadm(const RuleState &state);

} // namespace lvs
