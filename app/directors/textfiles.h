// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace lvs {

/// Files of a machine, as bytes.
struct TextFiles {
    QMap<QString, QByteArray> files{}; ///< by absolute path
    QStringList unreadable{};          ///< those that are there, but not for this login
};

/// In bytes, of one file and of all that are read at once.
inline constexpr qint64 largestConfigFile = 4 * 1024 * 1024;
inline constexpr qsizetype largestConfigFiles = 16 * 1024 * 1024;

/// Files of this computer by absolute patterns (glob(7), with braces); larger ones count as unreadable.
TextFiles readTextFiles(const QStringList &patterns);

/// One file of this computer.
TextFiles readTextFile(const QString &path);

/// The same for another machine: a command for whatever shell a user has there. Patterns with characters that such a
/// shell could take for its own are left out, and so are braces not understood.
QString textFilesCommand(const QStringList &patterns);
/// What that command writes; FileNotUnderstood if a file changed while it was read.
Result<TextFiles> textFilesFrom(const QByteArray &output);

} // namespace lvs
