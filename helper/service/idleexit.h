// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace lvs {

class BusService;

/// Ends a service when nobody needed it for a while, or when it is told to; the next call starts it again. First the
/// name is given back, so that later calls go to a new process, then what was begun is finished, then the process may
/// end.
class IdleExit : public QObject
{
    Q_OBJECT
public:
    /// `releaseName` is called once, before stopped().
    IdleExit(BusService &service, std::chrono::milliseconds limit, std::function<void()> releaseName,
             QObject *parent = nullptr);

    /// Stops as soon as nothing is being changed; calls that still wait, for a password perhaps, get no answer.
    void terminate();

Q_SIGNALS:
    void stopped();

private:
    void look();
    void beginStop();
    void finishWhenDone();

    BusService &m_service;
    std::function<void()> m_releaseName;
    QTimer m_limit;
    bool m_stopping = false;
    bool m_terminating = false;
};

} // namespace lvs
