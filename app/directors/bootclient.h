// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootstate.h"
#include "core/rules/ruleplanner.h"

#include <QDBusConnection>
#include <QFuture>

namespace lvs {
class HelperClient;
}

/// What the next boot restores, read and changed through helper, files service and systemd of one bus; what is the
/// helper's alone is HelperClient's. Futures finish on the GUI thread.
namespace lvs::boot {

/// Parts whose service does not answer are unknown; an error only if the helper does not.
QFuture<Result<BootState>> read(HelperClient &helper);
/// Only what set-ups keep; an error if the helper does not answer, or knows nothing of set-ups.
QFuture<Result<KeptState>> readKept(HelperClient &helper);
/// May make polkit ask; to be called on a person's click only.
QFuture<Result<void>> writeFiles(const QDBusConnection &connection, BootLayout layout, const RuleState &state,
                                 const BootState &seen);

} // namespace lvs::boot
