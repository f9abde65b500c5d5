// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

namespace lvs {

/// Opens the way to a machine where it is not open. Finishes as soon as calls reach it, or with the reason why they
/// can't (HostUnreachable where none is known); a person may be asked for a password meanwhile.
QFuture<Result<void>> connectTo(Director &host);

} // namespace lvs
