// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

namespace lvs {

/// Reads the whole configuration. Services that vanish meanwhile are left out.
Result<IpvsTable> readTable(Backend &backend);

} // namespace lvs
