// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/labdirector.h"
#include "tests/e2e/setups.h"

#include <QTemporaryDir>

#include <memory>

namespace lvs::e2e {

/// The lab before anything is set up in it, and consoles that know its director and both real servers.
class SetUpLab
{
public:
    static inline const QString vip = QStringLiteral("172.18.100.20");
    static inline const QString vip6 = QStringLiteral("fd00:172:18:100::20");

    /// No set-up finds done what it needs: real servers answer through the router, the director does not forward.
    SetUpLab();
    /// The lab as it starts.
    ~SetUpLab();
    Q_DISABLE_COPY_MOVE(SetUpLab)

    /// Also what a test that failed has left is gone then, on the machines and in what the console keeps.
    void beginWithNothing();
    /// What its machines have now beside what they had before the first set-up.
    QStringList traces() const;

    /// Started if none runs, and connected; it keeps what the one before it has kept.
    Console &console();
    /// Ends it as a power cut would.
    void killConsole();
    void closeConsole() { m_console.reset(); }
    QString password() const { return m_director.password(); }

private:
    LabDirector m_director{LabDirector::Acquaintance::Known};
    QStringList m_before;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<Console> m_console;
};

} // namespace lvs::e2e
