// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace lvs {

/// Replaces a file, or makes it, by these bytes: whole or, with FileNotWritten, not at all.
Result<void> writeFile(const QString &path, const QByteArray &bytes);

} // namespace lvs
