// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace lvs {

/// Roles of the rows that an ExplainedTable explains, at column 0.
enum ExplainedRole {
    ExplanationRole = Qt::UserRole + 1, ///< sentences, as plain text
    CommandRole,                        ///< a command worth copying; empty if there is none
};

} // namespace lvs
