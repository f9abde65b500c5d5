// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QString>

namespace lvs {

/// A drafted operation in words with old and new values: "Edit 192.168.10.11:80 of TCP 172.18.100.6:80: weight 3 → 10".
QString operationText(const Operation &operation);

/// The differences alone: "weight 3 → 10, upper threshold 0 → 200".
QString differenceText(const VirtualService &before, const VirtualService &after);
QString differenceText(const RealServer &before, const RealServer &after);

} // namespace lvs
