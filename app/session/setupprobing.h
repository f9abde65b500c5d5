// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setupreading.h"

namespace lvs {

/// Reads the machines of a set-up as readSetup() does, and then lets those that answered send packets to see whether it
/// works. With `asking` each of them may ask for a password. Finishes on some thread; never, if `hosts` is deleted
/// meanwhile.
QFuture<SetupReading> verifySetup(HostList *hosts, const SetupWish &wish, Asking asking);

} // namespace lvs
