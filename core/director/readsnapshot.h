// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/director/director.h"

namespace lvs {

/// Reads what `interest` asks for through a backend. A service that goes away meanwhile is listed without servers; any
/// other error is the reading's.
Result<Snapshot> readSnapshot(Backend &backend, const Interest &interest);

} // namespace lvs
