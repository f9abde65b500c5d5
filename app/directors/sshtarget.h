// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lvs {

/// Where to log in: "[USER@]HOST[:PORT]". Only what passes these grammars reaches ssh's command line:
/// - user: 1 to 32 of letters, digits, '.', '_', '-', not beginning with '-' or '.';
/// - host: a DNS name or ssh_config alias (labels of letters, digits, '_' and '-', neither beginning nor ending with
///   '-', at most 253 characters), an IPv4 literal, or an IPv6 literal with optional "%zone", in brackets where a port
///   follows.
class SshTarget
{
public:
    /// The error is positioned in `text`: Empty, BadHostName, BadAddress, BadName (user or zone), OutOfRange (port), …
    static Result<SshTarget> fromText(QStringView text);

    /// Empty: ssh decides (ssh_config, else the name of this user).
    const QString &user() const { return m_user; }
    /// Without brackets; with zone.
    const QString &host() const { return m_host; }
    /// 0: ssh decides (ssh_config, else 22).
    quint16 port() const { return m_port; }
    /// As short as fromText() reads it back.
    QString toString() const;

    friend bool operator==(const SshTarget &, const SshTarget &) = default;

private:
    QString m_user;
    QString m_host;
    quint16 m_port = 0;
};

} // namespace lvs
