// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/setup/setup.h"

namespace lvs {

/// Reads what a machine has of a set-up and keeps that for its next boot; where there is nothing, nothing is kept any
/// more. May make polkit ask. Finishes on some thread.
QFuture<Result<void>> keepForBoot(Director &machine, const QString &id, const SetupWish &wish);

} // namespace lvs
