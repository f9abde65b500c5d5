// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <chrono>

namespace lvs {

/// Opens the way to a machine where it is not open. Finishes as soon as calls reach it, or with the reason why they
/// can't (HostUnreachable where none is known); a person may be asked for a password meanwhile. For a way that is lost
/// and tried again by itself it waits no longer than `patience`.
QFuture<Result<void>> connectTo(Director &host, std::chrono::milliseconds patience = std::chrono::minutes(1));

} // namespace lvs
