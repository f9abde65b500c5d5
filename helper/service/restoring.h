// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "helper/service/storedfile.h"

namespace lvs {

/// Brings back what SaveBoot kept, and tells the journal what was done: one record for the whole, one for each
/// operation that the kernel refused. Returns what main() returns: failure if anything is missing afterwards.
int restoreAtBoot(Backend &backend, const StoredFile &file);

} // namespace lvs
