// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace lvs {

/// How a rule file is read.
enum class RuleMode : quint8 {
    /// What `ipvsadm -R` (1.31, Debian) makes of it, line for line: no comments, some lines skipped, others the end.
    Compatible,
    /// What its writer means: also comments, continued lines and a few other spellings. Whatever ipvsadm would refuse
    /// or read differently has a diagnostic.
    Friendly,
};

} // namespace lvs
