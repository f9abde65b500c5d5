// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QDBusMessage>

#include <optional>

/// Errors on the bus: the code is the D-Bus error name, values and errno stand in the body.
namespace lvs::bus {

/// "Stale" for ErrorCode::Stale.
QString nameOf(ErrorCode code);
std::optional<ErrorCode> codeNamed(const QString &name);

QDBusMessage errorReply(const QDBusMessage &call, const Error &error);

/// What an error message means: ours as it was sent, those of the bus as NoHelper, LinkLost, TimedOut, …; anything
/// else is HelperFailed with the name of the D-Bus error.
Error errorFrom(const QDBusMessage &reply);

} // namespace lvs::bus
