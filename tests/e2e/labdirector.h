// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace lvs::e2e {

/// The lab's director, and its other hosts, as ssh reaches them.
class LabDirector
{
public:
    enum class Acquaintance : quint8 {
        New,   ///< no host key has been confirmed yet
        Known, ///< all have
    };
    /// Fails the running test if there is no lab.
    explicit LabDirector(Acquaintance acquaintance = Acquaintance::New);

    /// What the console is started with to log in as `user` on the director.
    QStringList connectArguments(const QString &user) const;
    /// Of the users operator and viewer.
    const QString &password() const { return m_password; }

private:
    QTemporaryDir m_directory;
    QString m_password;
};

} // namespace lvs::e2e
