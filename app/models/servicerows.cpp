// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/servicerows.h"

#include "app/text/domaintext.h"

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
    return totalWeight() > 0 ? State::Serving : State::Drained;
}

quint64 ServiceRow::totalWeight() const
{
    quint64 total = 0;
    for (const ServerRow &server : servers)
        total += server.config().weight;
    return total;
}

quint64 ServiceRow::sum(quint32 ServerState::*figure) const
{
    quint64 total = 0;
    for (const ServerRow &server : servers)
        total += server.actual ? (*server.actual).*figure : 0;
    return total;
}

} // namespace lvs
