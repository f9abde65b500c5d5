// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/healthbar.h"

#include "app/text/domaintext.h"
#include "app/text/format.h"
#include "app/text/healthtext.h"

#include <algorithm>

namespace lvs {

HealthBar::HealthBar(const HealthWatch *health, QWidget *parent)
    : MessageBar(parent)
    , m_health(health)
{
    setObjectName(QStringLiteral("healthBar"));
    connect(health, &HealthWatch::checked, this, &HealthBar::tell);
    connect(this, &MessageBar::dismissed, this, [this] { m_dismissed = m_bad; });
}

void HealthBar::beginReading()
{
    m_dismissed.clear();
    showMessage(Severity::Information, tr("Reading the real servers …"));
}

void HealthBar::tellNone()
{
    m_bad.clear();
    showMessage(Severity::Information, tr("There is no real server to check."));
}

void HealthBar::begin(qsizetype servers)
{
    m_dismissed.clear();
    showMessage(Severity::Information, tr("Looking at %Ln real server(s) from the director …", nullptr, int(servers)));
}

void HealthBar::tell(const std::vector<ObjectKey> &servers, Asking asking)
{
    if (m_health->error()) {
        m_bad.clear();
        return showError(*m_health->error(), tr("Check again"));
    }
    std::vector<ObjectKey> bad;
    for (const ObjectKey &server : servers) {
        const ServerHealth *health = m_health->find(server.service, *server.server);
        if (health && health->isBad())
            bad.push_back(server);
    }
    m_bad = bad;
    if (!bad.empty() && bad != m_dismissed)
        tellBad(bad, std::ssize(servers));
    else if (bad.empty() && asking == Asking::Allowed)
        tellGood(servers);
    else
        hide();
}

void HealthBar::tellGood(const std::vector<ObjectKey> &servers)
{
    const auto now = format::timeOfDay(QDateTime::currentDateTimeUtc());
    const auto answering = std::ranges::count_if(servers, [this](const ObjectKey &server) {
        const ServerHealth *health = m_health->find(server.service, *server.server);
        return health && health->verdict() == ServerHealth::Verdict::Reachable;
    });
    if (answering == std::ssize(servers))
        showMessage(Severity::Information,
                    tr("All of %Ln real server(s) answer, seen from the director at %1.", nullptr, int(servers.size()))
                        .arg(now));
    else
        showMessage(Severity::Information,
                    tr("%1 of %Ln real server(s) answer, seen from the director at %2. Of the others that can't be "
                       "said from there.",
                       nullptr, int(servers.size()))
                        .arg(format::count(answering), now));
}

void HealthBar::tellBad(const std::vector<ObjectKey> &bad, qsizetype servers)
{
    constexpr std::size_t mostLines = 50;
    QStringList lines;
    for (const ObjectKey &server : bad) {
        if (std::size_t(lines.size()) == mostLines) {
            lines << tr("… and %Ln more", nullptr, int(bad.size() - mostLines));
            break;
        }
        lines << QStringLiteral("%1  %2:  %3")
                     .arg(serviceText(server.service), server.server->toString(),
                          healthText(*m_health->find(server.service, *server.server)));
    }
    showMessage(
        Severity::Warning,
        tr("%1 of %Ln real server(s) don't answer as they should, seen from the director at %2.", nullptr, int(servers))
            .arg(format::count(bad.size()), format::timeOfDay(QDateTime::currentDateTimeUtc())),
        lines.join(u'\n'));
}

} // namespace lvs
