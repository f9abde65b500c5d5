// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace lvs::test {

/// A message bus of this test alone.
class PrivateBus
{
public:
    /// Throws std::runtime_error if the bus does not come up.
    PrivateBus();
    ~PrivateBus();

    QString address() const;
    void stop();
    void start();

private:
    QTemporaryDir m_directory;
    QProcess m_process;
};

} // namespace lvs::test
