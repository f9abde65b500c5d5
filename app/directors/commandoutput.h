// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QFuture>
#include <QStringList>

#include <chrono>

class QObject;

namespace lvs {

/// What a program wrote until it ended by itself.
struct CommandOutput {
    QByteArray text{};
    int exitCode = 0;
};

struct OutputLimits {
    qsizetype size = 0; ///< bytes
    std::chrono::milliseconds time{};
};

/// Runs a program and collects its standard output. NotSupported if it can't be started, BadKernelReply if it writes
/// more than allowed, TimedOut if it takes longer, LinkLost if it crashes or `context` goes away meanwhile; it is ended
/// then. The future finishes on the calling thread, which needs an event loop.
QFuture<Result<CommandOutput>> commandOutput(const QString &program, const QStringList &arguments,
                                             const OutputLimits &limits, const QObject *context);

} // namespace lvs
