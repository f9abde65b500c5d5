// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/hostplanprogress.h"
#include "core/setup/setup.h"

#include <QDateTime>

namespace lvs {

/// A set-up that was begun by this console: what was wanted, and what became of it.
struct SetupRecord {
    QString id{}; ///< its own among the records of a console: 1 to 64 of [0-9a-z-]
    SetupWish wish{};
    HostPlanProgress progress{};
    QDateTime begunAt{}; ///< UTC, to the millisecond
    friend bool operator==(const SetupRecord &, const SetupRecord &) = default;
};

/// The record as the bytes of a file.
QByteArray toBytes(const SetupRecord &record);
/// Takes what toBytes() wrote; everything in it is checked. FileNotUnderstood for what is damaged, cut off, or of
/// another version; the values are empty, for the path is not known here.
Result<SetupRecord> setupRecordFromBytes(QByteArrayView bytes);

} // namespace lvs
