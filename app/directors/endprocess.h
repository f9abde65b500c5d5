// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <memory>

namespace lvs {

/// Kills a process and lets it end without waiting for it: QProcess's destructor would block.
struct EndProcess {
    void operator()(QProcess *process) const
    {
        process->disconnect();
        if (process->state() == QProcess::NotRunning) {
            process->deleteLater(); // this may be called from its own signal
            return;
        }
        QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
};

using ProcessPointer = std::unique_ptr<QProcess, EndProcess>;

} // namespace lvs
