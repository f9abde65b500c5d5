// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootstate.h"
#include "core/boot/keptsetup.h"

namespace lvs {

// How the file of kept set-ups changes (kepttext.h). FileNotUnderstood with `path` where it can't be read, or has lines
// that nobody here wrote and that would be lost.

/// With one in the place of what was kept for it, as the last. TooLong if there are too many.
Result<QByteArray> withSetup(const BootFile &file, const KeptSetup &setup, const QString &path);
/// Without one; empty if it was the last.
Result<QByteArray> withoutSetup(const BootFile &file, const QString &id, const QString &path);
/// Whether what was written brings all of it back; BootIncomplete if not.
Result<void> checkKept(const BootFile &file, const KeptSetup &setup, const QString &path);

} // namespace lvs
