// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QProcess>
#include <QThread>

#include <memory>

namespace lvs {

/// Kills a process and lets it end without waiting for it: QProcess's destructor would block. What is still ending when
/// its thread or the program does goes with that.
struct EndProcess {
    void operator()(QProcess *process) const
    {
        process->disconnect();
        if (QThread::currentThread()->isFinished()) {
            process->kill();
            process->waitForFinished(); // no event loop is left to tell of the end, nor anybody to be stalled
            delete process;
            return;
        }
        if (QThread::isMainThread())
            process->setParent(QCoreApplication::instance());
        else
            QObject::connect(QThread::currentThread(), &QThread::finished, process, &QObject::deleteLater);
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
