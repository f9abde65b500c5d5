// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"

namespace lvs {

CheckLine &CheckLine::about(const InterfaceName &interface)
{
    m_check.interface = interface;
    return *this;
}

CheckLine &CheckLine::about(quint16 port)
{
    m_check.port = port;
    return *this;
}

CheckLine &CheckLine::wanted(const QString &value)
{
    m_check.wanted = value;
    return *this;
}

CheckLine &CheckLine::evidence(const QString &name, const QString &value)
{
    m_check.evidence.push_back({name, value});
    return *this;
}

CheckLine &CheckLine::sysctl(const HostInfo &host, const QString &name)
{
    if (const QString *value = findSysctl(host.sysctls, name))
        evidence(name, *value);
    return *this;
}

CheckLine &CheckLine::is(const QString &value, bool good)
{
    m_check.is = value;
    m_check.state = good ? SetupCheck::State::Green : SetupCheck::State::Red;
    return *this;
}

CheckLine &CheckLine::failed(const Error &error)
{
    m_check.error = error;
    return *this;
}

} // namespace lvs
