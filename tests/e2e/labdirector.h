// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace lvs::e2e {

/// The lab's director as a new acquaintance of ssh: each object of this class has confirmed no host key yet.
class LabDirector
{
public:
    LabDirector(); ///< fails the running test if there is no lab

    /// What the console is started with to log in as `user`.
    QStringList connectArguments(const QString &user) const;
    /// Of the users operator and viewer.
    const QString &password() const { return m_password; }

private:
    QTemporaryDir m_directory;
    QString m_password;
};

} // namespace lvs::e2e
