// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/topology/labwalk.h"

#include "core/director/snapshotdifference.h"

#include <algorithm>

namespace lvs::test {

namespace {

/// "rs1" of "ssh:root@rs1:22".
QString labName(const QString &id)
{
    return id.section(u'@', 1).section(u':', 0, 0);
}

/// The interface that sends with the step, and the one that takes what it sends, where no hardware address says it.
Wire sendingWire(const WalkStep &step)
{
    switch (step.place) {
    case WalkPlace::Client:
        return {u"client"_s, u"eth0"_s};
    case WalkPlace::Router:
        return {u"router"_s, step.isReply() ? u"clients"_s : u"outside"_s};
    case WalkPlace::Director:
    case WalkPlace::RealServer:
        break;
    }
    return {labName(step.host), step.interface.toString()};
}

Wire takingWire(const WalkStep &step, const WalkStep &next)
{
    if (next.place != WalkPlace::Router)
        return sendingWire(next);
    if (step.place == WalkPlace::Client)
        return {u"router"_s, u"clients"_s};
    const bool isInside = step.interface.toString() == (step.place == WalkPlace::Director ? u"inside"_s : u"eth0"_s);
    return {u"router"_s, isInside ? u"inside"_s : u"outside"_s};
}

/// What the step does not know may be anything.
bool isThat(const Frame &frame, const WalkStep &step)
{
    const WalkPacket &seen = frame.packet;
    const WalkPacket &told = step.packet;
    const auto fits = [](const QByteArray &known, const QByteArray &is) { return known.isEmpty() || known == is; };
    return step.isOnWire && frame.isReply == step.isReply() && seen.source == told.source &&
           seen.destination == told.destination && seen.outer == told.outer &&
           fits(told.sourceHardware, seen.sourceHardware) && fits(told.destinationHardware, seen.destinationHardware);
}

QString nameOf(const Wire &wire)
{
    return wire.host + u' ' + wire.interface;
}

} // namespace

SetupFacts readLab(const std::array<LabVisit *, 3> &visits)
{
    LabVisit &director = *visits.front();
    const auto table = director.director->read({.allServers = true});
    std::map<LabVisit *, QFuture<Result<HostInfo>>> hosts;
    std::map<LabVisit *, QFuture<Result<FirewallState>>> firewalls;
    for (LabVisit *visit : visits) {
        hosts.emplace(visit, visit->director->readHost());
        firewalls.emplace(visit, visit->director->readFirewall());
    }
    SetupFacts facts;
    for (LabVisit *visit : visits) {
        const QString id = visit->director->id();
        if (const auto host = visit->wait(hosts.at(visit)))
            facts.hosts[id] = *host;
        const auto firewall = visit->wait(firewalls.at(visit));
        if (firewall && visit == &director)
            facts.firewall = *firewall;
        else if (firewall)
            facts.serverFirewalls[id] = *firewall;
    }
    if (const auto read = director.wait(table))
        facts.table = tableOf(*read);
    return facts;
}

QString fetching(const ServerKey &client, const ServerKey &vip, int seconds)
{
    const QString port = client.port == 0 ? QString() : u" --local-port %1"_s.arg(client.port);
    return u"curl -s -g -m %1 --noproxy '*' --interface %2%3 http://%4/ || true"_s.arg(
        QString::number(seconds), client.address.toString(), port, vip.toString());
}

QByteArray describe(const WalkStep &step)
{
    const WalkPacket &packet = step.packet;
    const QString outer = packet.outer
                              ? u" in %1 > %2"_s.arg(packet.outer->local.toString(), packet.outer->remote.toString())
                              : QString();
    return u"step %1: %2 > %3%4, %5 > %6"_s
        .arg(QString::number(int(step.code)), packet.source.toString(), packet.destination.toString(), outer,
             hardwareText(packet.sourceHardware), hardwareText(packet.destinationHardware))
        .toUtf8();
}

WalkComparison::WalkComparison(const std::vector<WalkStep> &steps, const LabCapture &capture)
    : m_steps(steps)
    , m_capture(capture)
{
    for (std::size_t place = 0; place + 1 < steps.size(); ++place) {
        if (steps[place].state == WalkStep::State::Passes)
            expect(place);
    }
}

void WalkComparison::expect(std::size_t place)
{
    const WalkStep &step = m_steps[place];
    if (!step.isOnWire)
        return;
    const Wire from = m_capture.wireWith(step.packet.sourceHardware).value_or(sendingWire(step));
    const Wire to = m_capture.wireWith(step.packet.destinationHardware).value_or(takingWire(step, m_steps[place + 1]));
    m_sights.push_back({from, &step});
    m_sights.push_back({to, &step});
}

void WalkComparison::expectAnswer()
{
    for (std::size_t place = 0; place + 1 < m_steps.size(); ++place) {
        if (m_steps[place].state == WalkStep::State::NotReached && m_steps[place].isReply())
            expect(place);
    }
}

QStringList WalkComparison::missing() const
{
    QStringList missing;
    for (const Sight &sight : m_sights) {
        const auto seen = m_capture.frames().find(sight.wire);
        const bool isSeen =
            seen != m_capture.frames().end() &&
            std::ranges::any_of(seen->second, [&](const Frame &frame) { return isThat(frame, *sight.step); });
        if (!isSeen)
            missing << nameOf(sight.wire) + u": "_s + QString::fromUtf8(describe(*sight.step));
    }
    return missing;
}

QStringList WalkComparison::strange() const
{
    QStringList strange;
    for (const auto &[wire, frames] : m_capture.frames()) {
        for (const Frame &frame : frames) {
            const bool isTold = std::ranges::any_of(
                m_sights, [&](const Sight &sight) { return sight.wire == wire && isThat(frame, *sight.step); });
            if (!isTold)
                strange << nameOf(wire) + u": "_s + frame.line;
        }
    }
    return strange;
}

QStringList WalkComparison::hooks(bool withFailing) const
{
    static const std::array<QString, 6> names{QString(),    u"prerouting"_s, u"input"_s,
                                              u"forward"_s, u"output"_s,     u"postrouting"_s};
    QStringList hooks;
    for (const WalkStep &step : m_steps) {
        const bool isThere =
            step.state == WalkStep::State::Passes || (withFailing && step.state == WalkStep::State::Fails);
        if (!isThere || step.place != WalkPlace::Director || step.hook == PacketHook::None)
            continue;
        const WalkPacket &packet = step.packet;
        const QString from = packet.outer ? packet.outer->local.toString() : packet.source.toString();
        const QString to = packet.outer ? packet.outer->remote.toString() : packet.destination.toString();
        hooks << u"%1 %2 > %3"_s.arg(names.at(std::size_t(step.hook)), from, to);
    }
    return hooks;
}

} // namespace lvs::test
