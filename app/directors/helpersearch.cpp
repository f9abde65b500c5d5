// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/helpersearch.h"

#include "app/directors/machine.h"

namespace lvs {

HelperSearch::HelperSearch(Machine *machine, std::chrono::milliseconds pause, QObject *parent)
    : QObject(parent)
    , m_machine(machine)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &HelperSearch::look);
}

void HelperSearch::start()
{
    m_pause.start();
}

void HelperSearch::lookNow()
{
    m_lookAgain = m_isLooking;
    look();
}

void HelperSearch::stop()
{
    ++m_look;
    m_pause.stop();
    m_isLooking = false;
    m_lookAgain = false;
    m_candidate.reset();
}

void HelperSearch::busLost()
{
    if (m_isLooking)
        endLook(false);
}

void HelperSearch::look()
{
    if (std::exchange(m_isLooking, true))
        return;
    m_pause.stop();
    m_machine->connectBus().then(this, [this, look = ++m_look](const Result<QDBusConnection> &connection) {
        if (look == m_look)
            takeConnection(connection);
    });
}

void HelperSearch::takeConnection(const Result<QDBusConnection> &connection)
{
    if (!connection)
        return endLook(false);
    m_candidate = std::make_unique<HelperClient>(*connection);
    m_candidate->readTimeouts().then(this, [this, look = m_look](const Result<Timeouts> &answer) {
        if (look == m_look) // an error of its own, such as NoIpvs, is an answer too
            endLook(answer || !helper::isUnreachable(answer.error().code));
    });
}

void HelperSearch::endLook(bool hasFound)
{
    ++m_look;
    m_isLooking = false;
    const bool again = std::exchange(m_lookAgain, false);
    if (hasFound) {
        Q_EMIT found();
        return;
    }
    m_candidate.reset();
    if (again)
        look();
    else
        start();
}

} // namespace lvs
