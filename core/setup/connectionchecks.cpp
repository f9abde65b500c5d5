// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"
#include "core/setup/endpoints.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

QString nameOf(ProbeOutcome outcome)
{
    switch (outcome) {
    case ProbeOutcome::Answered:
        return u"answered"_s;
    case ProbeOutcome::Refused:
        return u"refused"_s;
    case ProbeOutcome::Silent:
        return u"silent"_s;
    case ProbeOutcome::Unreachable:
        return u"unreachable"_s;
    case ProbeOutcome::Garbled:
        return u"garbled"_s;
    }
    return {};
}

/// A program that takes what comes to the VIP, and refuses what comes to the machine's own address.
bool listensOnVipAlone(const SetupWish &wish, const SetupServer &server, const ServerKey &endpoint,
                       const SetupFacts &facts)
{
    const auto host = facts.hosts.find(server.host);
    return putsVipOnServers(wish.method) && host != facts.hosts.end() &&
           findListener(host->second, Protocol::Tcp, wish.vip(), endpoint.port) &&
           !findListener(host->second, Protocol::Tcp, endpoint.address, endpoint.port);
}

} // namespace

void checkConnections(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks)
{
    for (const SetupServer &server : wish.servers) {
        for (const ServerKey &endpoint : endpointsFrom(facts.table, wish, server)) {
            const auto tried = facts.probes.connections.find(endpoint);
            if (tried == facts.probes.connections.end())
                continue;
            CheckLine line{SetupCheck::Code::Reachable, wish.director, server.server.key};
            line.about(endpoint.port).wanted(nameOf(ProbeOutcome::Answered));
            if (!tried->second) {
                line.failed(tried->second.error());
            } else {
                const ProbeOutcome outcome = tried->second->outcome;
                const bool isExpected =
                    outcome == ProbeOutcome::Refused && listensOnVipAlone(wish, server, endpoint, facts);
                line.evidence(endpoint.toString(), nameOf(outcome));
                line.is(nameOf(outcome), outcome == ProbeOutcome::Answered || isExpected);
            }
            SetupCheck check = line;
            check.triedAt = facts.probes.takenAt;
            checks.push_back(std::move(check));
        }
    }
}

void checkClients(const SetupFacts &facts, std::vector<SetupCheck> &checks)
{
    if (!facts.probes.clients)
        return;
    const ConnectionTally &tally = *facts.probes.clients;
    CheckLine line{SetupCheck::Code::Clients, tally.client};
    line.wanted(QString::number(tally.tried));
    quint64 received = 0;
    for (const ConnectionTally::Server &server : tally.servers) {
        received += server.received;
        QString value = QString::number(server.received);
        if (server.promised)
            value += u' ' + QString::number(*server.promised * tally.tried, 'f', 1);
        line.evidence(server.key.toString(), value);
    }
    // Where neither came about, that machine may have no way there: that says nothing of other clients.
    const bool cameThere = !tally.isCounted || received > 0;
    if (tally.connected > 0 || (tally.isCounted && received > 0))
        line.is(QString::number(tally.connected), tally.connected == tally.tried && cameThere);
    SetupCheck check = line;
    check.triedAt = tally.at;
    checks.push_back(std::move(check));
}

} // namespace lvs
