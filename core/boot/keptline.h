// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/keptsetup.h"

#include <QStringList>

namespace lvs {

// The lines of a kept set-up (kepttext.h).

/// Its first line and all that follow.
QStringList linesOf(const KeptSetup &setup);
/// The set-up that a first line begins; nothing if it is none.
std::optional<KeptSetup> setupFromLine(const QString &line);
/// Adds what another line says; false, and then nothing is added, if it does not say anything of a set-up in just the
/// words of linesOf().
bool addLine(const QString &line, KeptSetup &setup);

} // namespace lvs
