// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/hostnames.h"

#include <QHostAddress>
#include <QHostInfo>

#include <algorithm>

namespace lvs {

HostNames::HostNames(QObject *parent)
    : HostNames(
          [this](const IpAddress &address, const std::function<void(const QString &)> &answer) {
              const QString text = address.toString();
              QHostInfo::lookupHost(text, this, [text, answer](const QHostInfo &info) {
                  // Without a name it gives the address back.
                  const bool found = info.error() == QHostInfo::NoError && info.hostName() != text;
                  answer(found ? info.hostName() : QString());
              });
          },
          parent)
{
}

HostNames::HostNames(Ask ask, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
{
    using namespace std::chrono_literals;
    m_changedTimer.setSingleShot(true);
    m_changedTimer.setInterval(100ms);
    connect(&m_changedTimer, &QTimer::timeout, this, &HostNames::changed);
}

void HostNames::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    m_enabled = enabled;
    askNext();
    Q_EMIT changed();
}

bool HostNames::isKnown(const IpAddress &address) const
{
    const auto known = m_known.find(address);
    return known != m_known.end() && !known->second.until.hasExpired();
}

QString HostNames::nameOf(const IpAddress &address) const
{
    const auto known = m_known.find(address); // an old name is shown until there is a new one
    return m_enabled && known != m_known.end() ? known->second.name : QString();
}

void HostNames::want(std::vector<IpAddress> addresses)
{
    std::ranges::reverse(addresses); // the uppermost is asked for first
    m_wanted = std::move(addresses);
    askNext();
}

void HostNames::askNext()
{
    while (m_enabled && !m_wanted.empty() && std::ssize(m_underWay) < mostAtOnce) {
        const IpAddress address = m_wanted.back();
        m_wanted.pop_back();
        if (isKnown(address) || std::ranges::contains(m_underWay, address))
            continue;
        m_underWay.push_back(address);
        m_ask(address, [this, address](const QString &name) {
            std::erase(m_underWay, address);
            m_known[address] = {name, name.isEmpty() ? QDeadlineTimer(lifetimeOfNone) : QDeadlineTimer(lifetime)};
            if (!name.isEmpty())
                m_changedTimer.start();
            askNext();
        });
    }
}

} // namespace lvs
