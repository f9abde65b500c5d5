// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxserver.h"

#include <algorithm>

namespace lvs {

SandboxServer::SandboxServer(const RealServer &config, const ServiceKey &service, SandboxTime firstTick)
    : m_serviceKey(service)
    , m_estimator(firstTick)
{
    configure(config);
}

quint32 SandboxServer::relaxedBelow() const
{
    const quint32 upper = m_config.upperThreshold;
    return m_config.lowerThreshold != 0 ? m_config.lowerThreshold : upper - upper / 4;
}

void SandboxServer::configure(const RealServer &config)
{
    const bool thresholdsChanged =
        config.upperThreshold != m_config.upperThreshold || config.lowerThreshold != m_config.lowerThreshold;
    m_config = config;
    if (config.weight != 0)
        m_lastWeight = weight();
    if (!thresholdsChanged)
        return;
    if (m_config.upperThreshold == 0 || quint32(m_total) < relaxedBelow())
        m_overloaded = false;
    else if (quint32(m_total) >= m_config.upperThreshold)
        m_overloaded = true;
}

void SandboxServer::revive(const RealServer &config)
{
    configure(config);
    m_lastWeight = weight();
}

// The flag has hysteresis: it changes only when the count passes a threshold (Linux 6.12.104 and later).

void SandboxServer::bindConnection()
{
    ++m_total;
    if (m_config.upperThreshold != 0 && quint32(m_total) == m_config.upperThreshold)
        m_overloaded = true;
}

void SandboxServer::unbindConnection()
{
    --m_total;
    if (m_config.upperThreshold != 0 && quint32(m_total) + 1 == relaxedBelow() &&
        quint32(m_total) < m_config.upperThreshold)
        m_overloaded = false;
}

void SandboxServer::assumeConnections(quint32 active, quint32 inactive)
{
    m_active = int(active);
    m_total = int(active + inactive);
    m_overloaded = m_config.upperThreshold != 0 && quint32(m_total) >= m_config.upperThreshold;
}

ServerState SandboxServer::state(SandboxTime now)
{
    return {.config = m_config,
            .activeConnections = quint32(m_active),
            .inactiveConnections = quint32(std::max(m_total - m_active, 0)),
            .persistentConnections = quint32(m_templates),
            .traffic = m_estimator.read(now)};
}

} // namespace lvs
