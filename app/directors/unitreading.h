// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootstate.h"
#include "core/error.h"

#include <QDBusConnection>
#include <QFuture>

namespace lvs {

/// What systemd tells of a unit that restores a table.
struct UnitReport {
    BootUnit unit{};
    std::optional<BootLayout> layout{}; ///< by the programs and files that its commands name
};

/// Asks systemd on that bus. An answer that can't be had, or understood, is an unknown unit.
QFuture<UnitReport> readUnit(const QDBusConnection &connection, QLatin1StringView unit);

} // namespace lvs
