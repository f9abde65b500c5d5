// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/idleexit.h"

#include "helper/service/busservice.h"

namespace lvs {

IdleExit::IdleExit(BusService &service, std::chrono::milliseconds limit, std::function<void()> releaseName,
                   QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_releaseName(std::move(releaseName))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, &IdleExit::beginStop);
    connect(&service, &BusService::settled, this, &IdleExit::look);
    m_limit.start();
}

void IdleExit::look()
{
    if (m_stopping)
        finishWhenDone();
    else
        m_limit.start();
}

void IdleExit::terminate()
{
    m_terminating = true;
    beginStop();
}

void IdleExit::beginStop()
{
    if (!m_terminating && !m_service.isIdle())
        return; // the answer or the caller's leaving brings us back here
    if (!std::exchange(m_stopping, true))
        m_releaseName();
    // Calls that came before the name was gone stand in this thread's event queue, before this.
    QMetaObject::invokeMethod(this, &IdleExit::finishWhenDone, Qt::QueuedConnection);
}

void IdleExit::finishWhenDone()
{
    if (m_terminating ? !m_service.isChanging() : m_service.isIdle())
        Q_EMIT stopped();
}

} // namespace lvs
