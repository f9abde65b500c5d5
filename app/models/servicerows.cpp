// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/servicerows.h"

#include "app/text/domaintext.h"

#include <algorithm>

namespace lvs {

static QString searchable(const QString &key, const Annotation &annotation)
{
    QString text = key.toLower();
    for (const QString &part : {annotation.name, annotation.note}) {
        if (!part.isEmpty())
            text += u'\n' + part.toLower(); // no word of a filter reaches from one part into the next
    }
    return text;
}

void ServerRow::annotate(const Annotation &given)
{
    annotation = given;
    searchText = searchable(key.toString(), annotation);
}

void ServiceRow::annotate(const Annotation &given)
{
    annotation = given;
    searchText = searchable(serviceText(key), annotation);
}

const RealServer &ServerRow::config() const
{
    return draft.kind == DraftKind::Added || draft.kind == DraftKind::Edited ? draft.after : actual->config;
}

const VirtualService &ServiceRow::config() const
{
    return draft == DraftKind::Added || draft == DraftKind::Edited ? drafted : actual->config;
}

State ServiceRow::state() const
{
    if (servers.empty())
        return State::Unknown;
    if (totalWeight() == 0)
        return State::Drained;
    const auto isLost = [](const ServerRow &server) { return server.config().isDrained() || server.isBad(); };
    return std::ranges::all_of(servers, isLost) ? State::Unreachable : State::Serving;
}

quint64 ServiceRow::totalWeight() const
{
    quint64 total = 0;
    for (const ServerRow &server : servers)
        total += server.config().weight;
    return total;
}

RepliesPass ServiceRow::replies() const
{
    RepliesPass replies = RepliesPass::Unknown;
    for (const ServerRow &server : servers)
        replies = server.actual ? together(replies, repliesOf(server.actual->config)) : replies;
    return replies;
}

std::optional<double> ServiceRow::received(const ServerRow &server) const
{
    const ServiceShare::Server *found = share.find(server.key);
    return found ? found->received : std::nullopt;
}

std::optional<double> ServiceRow::promised(const ServerRow &server) const
{
    std::vector<quint32> weights;
    weights.reserve(servers.size());
    for (const ServerRow &one : servers)
        weights.push_back(one.config().weight);
    const std::vector<double> shares = promisedShares(promiseOf(config().scheduler), weights);
    const auto at = std::size_t(std::ranges::lower_bound(servers, server.key, {}, &ServerRow::key) - servers.begin());
    return at < shares.size() ? std::optional(shares[at]) : std::nullopt;
}

quint64 ServiceRow::sum(quint32 ServerState::*figure) const
{
    quint64 total = 0;
    for (const ServerRow &server : servers)
        total += server.actual ? (*server.actual).*figure : 0;
    return total;
}

} // namespace lvs
