// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/healthtext.h"

#include "app/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstring>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(HealthText)
public:
    static QString text(const ServerHealth &health);
    static QString evidence(const ServerHealth &health);
    static QString vantage(const ServerHealth &health, const QDateTime &now)
    {
        const auto age = std::chrono::milliseconds(std::max<qint64>(health.at.msecsTo(now), 0));
        return tr("from the director, %1 ago").arg(format::age(age));
    }

private:
    /// "0.3 ms"
    static QString time(std::chrono::microseconds took)
    {
        return tr("%1 ms").arg(QLocale().toString(double(took.count()) / 1000, 'f', 1));
    }
    static QString outcome(const ProbeResult &result);
    static QString reason(const ProbeResult &result)
    {
        return result.kernelErrno == 0 ? tr("no reason given")
                                       : QString::fromLocal8Bit(std::strerror(result.kernelErrno));
    }
    static QString networkEvidence(const ProbeResult &result);
    static QString transportEvidence(const ProbeResult &result);
    static QString applicationEvidence(const HttpResult &result);
};

QString Words::outcome(const ProbeResult &result)
{
    switch (result.outcome) {
    case ProbeOutcome::Answered:
        return time(result.took);
    case ProbeOutcome::Refused:
        return tr("refused");
    case ProbeOutcome::Silent:
        return tr("no answer");
    case ProbeOutcome::Unreachable:
        return tr("no way there");
    case ProbeOutcome::Garbled:
        return tr("not understood");
    }
    return {};
}

QString Words::text(const ServerHealth &health)
{
    QStringList layers;
    if (health.network)
        layers << tr("ping %1").arg(outcome(*health.network));
    if (health.transport)
        layers << tr("TCP %1").arg(outcome(*health.transport));
    if (health.application) {
        const HttpResult &page = *health.application;
        layers << tr("HTTP %1").arg(page.status != 0 ? QString::number(page.status) : outcome(page.result));
    }
    return layers.join(QStringLiteral(" · "));
}

QString Words::networkEvidence(const ProbeResult &result)
{
    if (result.isAnswered())
        return tr("Network: it answered a ping within %1.").arg(time(result.took));
    if (result.outcome == ProbeOutcome::Silent)
        return tr("Network: no answer to two pings within %1. A firewall may drop them.").arg(time(result.took));
    return tr("Network: no ping could be sent (%1).").arg(reason(result));
}

QString Words::transportEvidence(const ProbeResult &result)
{
    switch (result.outcome) {
    case ProbeOutcome::Answered:
        return tr("Transport: it took a TCP connection within %1.").arg(time(result.took));
    case ProbeOutcome::Refused:
        return tr("Transport: it refused a TCP connection. Nobody listens on that port, or a firewall says so.");
    case ProbeOutcome::Silent:
        return tr("Transport: no answer to a TCP connection within %1. It is down, or a firewall drops the packets.")
            .arg(time(result.took));
    case ProbeOutcome::Unreachable:
    case ProbeOutcome::Garbled:
        break;
    }
    return tr("Transport: there is no way to it (%1).").arg(reason(result));
}

QString Words::applicationEvidence(const HttpResult &page)
{
    if (page.result.isAnswered())
        return tr("Application: HTTP status %1, %2 of content, within %3.")
            .arg(QString::number(page.status), format::bytes(page.bytes), time(page.result.took));
    switch (page.result.outcome) {
    case ProbeOutcome::Garbled:
        return tr("Application: it answered with something that is no HTTP.");
    case ProbeOutcome::Silent:
        return tr("Application: no answer by HTTP within %1.").arg(time(page.result.took));
    default:
        return tr("Application: the request by HTTP failed (%1).").arg(reason(page.result));
    }
}

QString Words::evidence(const ServerHealth &health)
{
    QStringList lines;
    if (health.network)
        lines << networkEvidence(*health.network);
    if (health.transport)
        lines << transportEvidence(*health.transport);
    if (health.application)
        lines << applicationEvidence(*health.application);
    if (health.verdict() == ServerHealth::Verdict::Unknown && health.transport)
        lines << tr("Its packets come for the virtual address, and it may listen there alone: none of this says that "
                    "it is down.");
    lines << tr("Seen from the director at %1.").arg(format::timeOfDay(health.at));
    return lines.join(u'\n');
}

} // namespace

QString healthText(const ServerHealth &health)
{
    return Words::text(health);
}

QString healthEvidence(const ServerHealth &health)
{
    return Words::evidence(health);
}

QString healthVantage(const ServerHealth &health, const QDateTime &now)
{
    return Words::vantage(health, now);
}

} // namespace lvs
