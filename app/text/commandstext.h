// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <QStringList>

namespace lvs {

/// The commands of a plan for a person to look at: those of its first thousand operations, and a comment that counts
/// the rest. Nobody reads more, and a plan may have half a million.
QStringList commandsPreview(const ChangePlan &plan);

} // namespace lvs
