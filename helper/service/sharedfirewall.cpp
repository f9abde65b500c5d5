// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/sharedfirewall.h"

namespace lvs {

Result<FirewallState> SharedFirewall::read(Backend &backend, quint64 generation)
{
    const auto begun = m_now();
    if (generation == m_generation && begun < m_goodUntil)
        return m_reading;
    m_reading = backend.readFirewall();
    m_generation = generation;
    const auto ended = m_now();
    m_goodUntil = ended + rest * (ended - begun);
    return m_reading;
}

} // namespace lvs
