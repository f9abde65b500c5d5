// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/topologyreading.h"

#include "app/session/directorsession.h"
#include "core/director/snapshotdifference.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace lvs {

using namespace std::chrono_literals;

TopologyReading::TopologyReading(DirectorSession *session, HostList *hosts, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_hosts(hosts)
{
    m_timer.setInterval(10s);
    connect(&m_timer, &QTimer::timeout, this, &TopologyReading::readNow);
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &TopologyReading::readNow);
    connect(hosts, &HostList::changed, this, &TopologyReading::noticeWays);
    connect(session->director(), &Director::statusChanged, this, &TopologyReading::noticeWays);
    connect(session->firewall(), &FirewallWatch::changed, this, &TopologyReading::changed);
}

void TopologyReading::setWatched(bool watched)
{
    m_isWatched = watched;
    if (!watched) {
        m_timer.stop();
        return m_soon.stop();
    }
    m_timer.start();
    readNow();
}

QList<Director *> TopologyReading::inReach() const
{
    const bool isPlayed = isOfSandbox(m_session->director()->id());
    QList<Director *> found;
    for (Director *host : m_hosts->hosts()) {
        // Nobody is asked for a password without having chosen the machine.
        if (isOfSandbox(host->id()) == isPlayed && isConnected(host->status().link))
            found << host;
    }
    return found;
}

void TopologyReading::noticeWays()
{
    if (m_isWatched && inReach() != m_asked)
        m_soon.start();
}

void TopologyReading::readNow()
{
    m_session->firewall()->refresh();
    for (Director *host : m_hosts->hosts()) {
        connect(host, &Director::statusChanged, this, &TopologyReading::noticeWays, Qt::UniqueConnection);
        if (host != m_session->director() && isOfSandbox(host->id()) && isOfSandbox(m_session->director()->id()))
            host->open();
    }
    m_asked = inReach();
    const auto isGone = [&](const auto &known) {
        return !std::ranges::contains(m_asked, known.first, [](const Director *host) { return host->id(); });
    };
    std::erase_if(m_known, isGone);
    std::erase_if(m_filters, isGone);
    m_waiting.removeIf([&](const QString &id) { return isGone(std::pair(id, 0)); });
    for (Director *host : std::as_const(m_asked)) {
        if (!m_waiting.contains(host->id()))
            ask(host);
    }
}

void TopologyReading::ask(Director *host)
{
    const QString id = host->id();
    m_waiting.insert(id);
    host->readHost().then(this, [this, host = QPointer(host), id](const Result<HostInfo> &read) {
        if (read)
            m_known.insert_or_assign(id, *read);
        else
            m_known.erase(id);
        if (!host || host == m_session->director()) // whose packet filter the session watches
            finish(id);
        else
            askForFirewall(host);
    });
}

void TopologyReading::askForFirewall(Director *host)
{
    host->readFirewall().then(this, [this, id = host->id()](const Result<FirewallState> &read) {
        if (read)
            m_filters.insert_or_assign(id, *read);
        else
            m_filters.erase(id);
        finish(id);
    });
}

void TopologyReading::finish(const QString &id)
{
    m_waiting.remove(id);
    if (!m_waiting.isEmpty())
        return;
    m_readAt = QDateTime::currentDateTimeUtc();
    Q_EMIT changed();
}

SetupFacts TopologyReading::facts() const
{
    SetupFacts facts{.hosts = m_known, .serverFirewalls = m_filters};
    if (const FirewallState *state = m_session->firewall()->state())
        facts.firewall = *state;
    if (const auto snapshot = m_session->watcher()->latest())
        facts.table = tableOf(*snapshot);
    return facts;
}

} // namespace lvs
