// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/appearance.h"

#include <QStringList>

namespace lvs {

/// What the person asked for when starting the console.
struct CommandLine {
    QStringList connect{}; ///< USER@HOST[:PORT], in order
    QString sshConfig{};   ///< file to give to ssh instead of the user's; empty: the user's
    QString select{};      ///< id of the director to start with; empty: the last --connect, else the sandbox
    QString language{};    ///< "en", "zh_CN"; empty: the system's
    Theme theme = Theme::System;
};

/// Reads the arguments of the application that exists. Ends the program for --help, --version and what it does not
/// understand.
CommandLine readCommandLine();

} // namespace lvs
