// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/sshtarget.h"
#include "core/types/servicekey.h"

#include <QStringList>

namespace lvs {

/// The argument vectors of ssh for one director: one login, which becomes the control master, and channels over its
/// control path. No shell reads them on this side; the remote commands are fixed words.
class SshCommand
{
public:
    /// `controlPath` may hold only characters that ssh does not expand (letters, digits, "/._-"). `configFile` is
    /// given to ssh as -F; empty means ssh's usual files.
    SshCommand(SshTarget target, QString controlPath, QString configFile = {});

    const SshTarget &target() const { return m_target; }

    /// Logs in, asks for unknown host keys, refuses changed ones, switches forwarding and local commands off. Runs
    /// `cat` on the far side: what comes back shows that the login is complete and the link carries data, and the end
    /// of our input ends it.
    QStringList login() const;

    enum class Terminal : quint8 { None, Allocate };
    /// Runs a fixed command over the control path, and fails rather than logging in a second time. `remote` is read
    /// by the far side's shell.
    QStringList channel(const QStringList &remote, Terminal terminal = Terminal::None) const;

    /// Connects from the host to another one by TCP, over the control path, and joins that to our input and output.
    /// Ends with 0 when either end has hung up. This is the one forwarding that is used: nobody else can reach through
    /// it.
    QStringList connection(const ServerKey &endpoint) const;

private:
    QStringList overControlPath() const;

    SshTarget m_target;
    QString m_controlPath;
    QString m_configFile;
};

} // namespace lvs
