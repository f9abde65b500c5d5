// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "helper/service/storedfile.h"

namespace lvs {

/// Brings back what SaveBoot kept in `table` and KeepSetup in `setups`, as far as they are there, in the order of a
/// set-up; and tells the journal what was done: one record for each of the two, one for each operation that the kernel
/// refused and each line that is not understood, and one where the rest could not be tried. Returns what main()
/// returns: failure if anything is missing afterwards.
int restoreAtBoot(Backend &backend, const StoredFile &table, const StoredFile &setups);

} // namespace lvs
