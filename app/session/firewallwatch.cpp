// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/firewallwatch.h"

#include "core/director/director.h"

namespace lvs {

FirewallWatch::FirewallWatch(Director *director, QObject *parent)
    : QObject(parent)
    , m_director(director)
    , m_reading(QtFuture::makeReadyVoidFuture())
{
    connect(director, &Director::statusChanged, this, [this] {
        if (!isConnected(m_director->status().link))
            outdate();
    });
}

void FirewallWatch::refresh()
{
    if (m_asked != m_changes || m_fresh.hasExpired())
        read();
}

void FirewallWatch::refreshOnce()
{
    if (m_asked != m_changes)
        read();
}

QFuture<void> FirewallWatch::settled()
{
    refresh();
    if (m_asked == m_changes || !isConnected(m_director->status().link))
        return m_reading;
    // What is being read may be what was there before.
    return m_reading.then(this, [this] { return settled(); }).unwrap();
}

void FirewallWatch::read()
{
    using namespace std::chrono_literals;
    if (!m_reading.isFinished() || !isConnected(m_director->status().link))
        return;
    m_asked = m_changes;
    m_fresh.setRemainingTime(10s);
    m_reading = m_director->readFirewall().then(this, [this, asked = m_asked](const Result<FirewallState> &read) {
        m_seen = asked;
        auto state = read ? std::optional(*read) : std::nullopt;
        if (state == m_state)
            return;
        m_state = std::move(state);
        Q_EMIT changed();
    });
}

} // namespace lvs
