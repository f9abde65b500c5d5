// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/servicecolumns.h"

#include "app/models/sortkey.h"
#include "app/models/trend.h"
#include "app/text/domaintext.h"
#include "app/text/format.h"
#include "app/text/sharetext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ServiceColumns)
public:
    static QString title(ServiceColumn column);
    static QString explanation(ServiceColumn column);
    static QString state(State state);
    static QString draft(DraftKind kind);
    static QString changedOutside() { return tr("changed outside"); }
    static QString joined(const QString &state, const QString &mark) { return tr("%1 · %2").arg(state, mark); }
    static QString failing() { return tr("failing (by probe)"); }
    static QString noServers() { return tr("no real servers"); }
    static QString reading() { return tr("reading …"); }
};

QString Words::title(ServiceColumn column)
{
    switch (column) {
    case ServiceColumn::Name:
        return tr("Service / real server");
    case ServiceColumn::State:
        return tr("State");
    case ServiceColumn::Method:
        return tr("Method");
    case ServiceColumn::Persistence:
        return tr("Persistence");
    case ServiceColumn::Weight:
        return tr("Weight");
    case ServiceColumn::Share:
        return tr("Share");
    case ServiceColumn::Active:
        return tr("Active");
    case ServiceColumn::Inactive:
        return tr("Inactive");
    case ServiceColumn::ConnectionRate:
        return tr("Conns/s");
    case ServiceColumn::Trend:
        return tr("Trend");
    case ServiceColumn::InByteRate:
        return tr("In B/s");
    case ServiceColumn::OutByteRate:
        return tr("Out B/s");
    case ServiceColumn::InPacketRate:
        return tr("In pkts/s");
    case ServiceColumn::OutPacketRate:
        return tr("Out pkts/s");
    case ServiceColumn::Templates:
        return tr("Templates");
    case ServiceColumn::Thresholds:
        return tr("Thresholds");
    case ServiceColumn::Connections:
        return tr("Connections");
    case ServiceColumn::Note:
        return tr("Note");
    }
    return {};
}

QString Words::explanation(ServiceColumn column)
{
    const QString rate = tr("The kernel's estimate: smoothed over about 7 seconds, renewed every 2 seconds.");
    switch (column) {
    case ServiceColumn::Name:
        return tr("Virtual address and port, or firewall mark, of a service; below it its real servers.");
    case ServiceColumn::State:
        return tr("Serving: has a weight above 0. Drained: weight 0, keeps its connections and gets no new ones. "
                  "Unreachable or failing: what the last health check found.");
    case ServiceColumn::Method:
        return tr("How a service chooses a real server, and how packets reach it.");
    case ServiceColumn::Persistence:
        return tr("How long a client keeps meeting the same real server after its last connection.");
    case ServiceColumn::Weight:
        return tr("The real server's part of new connections, relative to the others. 0 drains it.");
    case ServiceColumn::Share:
        return tr("Part of new connections that the real server received, of the part that the scheduler promises it.");
    case ServiceColumn::Active:
        return tr("Connections in the established state, counted by the kernel now.");
    case ServiceColumn::Inactive:
        return tr("Connections in any other state, such as waiting to be forgotten.");
    case ServiceColumn::ConnectionRate:
        return tr("New connections per second.") + u' ' + rate;
    case ServiceColumn::Trend:
        return tr("New connections per second over the last %1, each row on a scale of its own.")
                   .arg(format::duration(Trend::span)) +
               u' ' + rate;
    case ServiceColumn::InByteRate:
        return tr("Bytes per second from clients, IP packets without link header.") + u' ' + rate;
    case ServiceColumn::OutByteRate:
        return tr("Bytes per second to clients.") + u' ' + rate;
    case ServiceColumn::InPacketRate:
        return tr("Packets per second from clients.") + u' ' + rate;
    case ServiceColumn::OutPacketRate:
        return tr("Packets per second to clients.") + u' ' + rate;
    case ServiceColumn::Templates:
        return tr("Connection templates: clients pinned to the real server by persistence.");
    case ServiceColumn::Thresholds:
        return tr("Lower and upper limit of connections; above the upper one the server gets no new ones.");
    case ServiceColumn::Connections:
        return tr("Connections scheduled since the counters were zeroed.");
    case ServiceColumn::Note:
        return tr("Your remark, kept by this console (Ctrl+M).");
    }
    return {};
}

QString Words::state(State state)
{
    switch (state) {
    case State::Serving:
        return tr("serving");
    case State::Drained:
        return tr("drained");
    case State::Overloaded:
        return tr("overloaded");
    case State::Unreachable:
        return tr("unreachable (by probe)");
    default:
        return tr("unknown");
    }
}

QString Words::draft(DraftKind kind)
{
    switch (kind) {
    case DraftKind::Added:
        return tr("to be added");
    case DraftKind::Edited:
        return tr("edited");
    case DraftKind::Removed:
        return tr("to be removed");
    case DraftKind::None:
        break;
    }
    return {};
}

/// The state in words with the mark a draft or a foreign edit puts on it.
QString stateText(const QString &state, bool exists, DraftKind draft, const QDateTime &changedOutside)
{
    if (!exists)
        return Words::draft(draft);
    if (draft != DraftKind::None)
        return Words::joined(state, Words::draft(draft));
    return changedOutside.isValid() ? Words::joined(state, Words::changedOutside()) : state;
}

QString stateText(const ServiceRow &row)
{
    QString state = Words::state(row.state());
    if (row.servers.empty())
        state = row.serversKnown ? Words::noServers() : Words::reading();
    return stateText(state, row.actual.has_value(), row.draft, row.changedOutside);
}

/// An address with the name a person gave to it.
QString named(const QString &address, const Annotation &annotation)
{
    return annotation.name.isEmpty() ? address : address + QStringLiteral("  ") + annotation.name;
}

/// A service's cells that come from servers have nothing to say before these are read.
bool isUnknown(const ServiceRow &row, ServiceColumn column)
{
    return traitsOf(column).needsServers && !row.serversKnown;
}

/// A figure of the kernel's estimator, if the column is one.
std::optional<quint64> rate(const Rates &rates, ServiceColumn column)
{
    switch (column) {
    case ServiceColumn::ConnectionRate:
        return rates.connections;
    case ServiceColumn::InByteRate:
        return rates.inBytes;
    case ServiceColumn::OutByteRate:
        return rates.outBytes;
    case ServiceColumn::InPacketRate:
        return rates.inPackets;
    case ServiceColumn::OutPacketRate:
        return rates.outPackets;
    default:
        return {};
    }
}

std::optional<quint64> figure(const ServiceRow &row, ServiceColumn column)
{
    const Traffic traffic = row.actual ? row.actual->traffic : Traffic{};
    switch (column) {
    case ServiceColumn::Active:
        return row.sum(&ServerState::activeConnections);
    case ServiceColumn::Inactive:
        return row.sum(&ServerState::inactiveConnections);
    case ServiceColumn::Templates:
        return row.sum(&ServerState::persistentConnections);
    case ServiceColumn::Connections:
        return traffic.counters.connections;
    default:
        return rate(traffic.rates, column);
    }
}

std::optional<quint64> figure(const ServerRow &row, ServiceColumn column)
{
    const ServerState state = row.actual.value_or(ServerState{});
    switch (column) {
    case ServiceColumn::Weight:
        return row.config().weight;
    case ServiceColumn::Active:
        return state.activeConnections;
    case ServiceColumn::Inactive:
        return state.inactiveConnections;
    case ServiceColumn::Templates:
        return state.persistentConnections;
    case ServiceColumn::Connections:
        return state.traffic.counters.connections;
    default:
        return rate(state.traffic.rates, column);
    }
}

QString figureText(ServiceColumn column, quint64 value, RepliesPass replies)
{
    if (isOfReplies(column) && replies == RepliesPass::None && value == 0)
        return QStringLiteral("–"); // they go past the director
    if (column == ServiceColumn::InByteRate || column == ServiceColumn::OutByteRate)
        return format::bytes(value);
    return format::count(value);
}

} // namespace

bool isOfReplies(ServiceColumn column)
{
    return column == ServiceColumn::OutByteRate || column == ServiceColumn::OutPacketRate;
}

QString columnTitle(ServiceColumn column)
{
    return Words::title(column);
}

QString columnExplanation(ServiceColumn column)
{
    return Words::explanation(column);
}

QString cellText(const ServiceRow &row, ServiceColumn column)
{
    switch (column) {
    case ServiceColumn::Name:
        return named(serviceText(row.key), row.annotation);
    case ServiceColumn::Note:
        return row.annotation.note.simplified();
    case ServiceColumn::State:
        return stateText(row);
    case ServiceColumn::Method:
        return row.config().scheduler.toString();
    case ServiceColumn::Persistence:
        return persistenceText(row.config());
    case ServiceColumn::Share:
        return row.share.servers.empty() ? QString() : shareVerdictText(row.share.verdict);
    case ServiceColumn::Trend:
        return {};
    default:
        const auto value = figure(row, column);
        return value && row.actual && !isUnknown(row, column) ? figureText(column, *value, row.replies()) : QString();
    }
}

QString cellText(const ServerRow &row, const ServiceRow &service, ServiceColumn column)
{
    switch (column) {
    case ServiceColumn::Name:
        return named(row.key.toString(), row.annotation);
    case ServiceColumn::Note:
        return row.annotation.note.simplified();
    case ServiceColumn::State: {
        const DraftKind draft = service.draft == DraftKind::Removed ? DraftKind::Removed : row.draft.kind;
        const bool isFailing = row.health == ServerHealth::Verdict::Failing;
        return stateText(isFailing ? Words::failing() : Words::state(row.state()), row.actual.has_value(), draft,
                         row.changedOutside);
    }
    case ServiceColumn::Method:
        return forwardingText(row.config().forwarding);
    case ServiceColumn::Persistence:
        return {};
    case ServiceColumn::Weight:
        return QString::number(row.config().weight);
    case ServiceColumn::Share:
        return shareText(service.received(row), service.promised(row));
    case ServiceColumn::Trend:
        return {};
    case ServiceColumn::Thresholds:
        if (row.config().upperThreshold == 0)
            return QStringLiteral("–");
        return QStringLiteral("%1 / %2").arg(row.config().lowerThreshold).arg(row.config().upperThreshold);
    default:
        const auto value = figure(row, column);
        return value && row.actual ? figureText(column, *value, repliesOf(row.actual->config)) : QString();
    }
}

QVariant cellValue(const ServiceRow &row, ServiceColumn column)
{
    if (isUnknown(row, column))
        return {};
    switch (column) {
    case ServiceColumn::Name:
        return sortKey(row.key);
    case ServiceColumn::Weight:
        return row.totalWeight();
    case ServiceColumn::Share:
        return row.share.isJudged() ? QVariant(row.share.deviation) : QVariant();
    case ServiceColumn::Trend:
        return cellValue(row, ServiceColumn::ConnectionRate);
    case ServiceColumn::Persistence:
        return row.config().isPersistent() ? row.config().persistenceTimeout : 0;
    case ServiceColumn::State:
    case ServiceColumn::Method:
    case ServiceColumn::Note:
        return cellText(row, column);
    default:
        return figure(row, column).value_or(0);
    }
}

QVariant cellValue(const ServerRow &row, const ServiceRow &service, ServiceColumn column)
{
    switch (column) {
    case ServiceColumn::Name:
        return sortKey(row.key.address, row.key.port);
    case ServiceColumn::Share: {
        const auto received = service.received(row);
        return received ? QVariant(*received) : QVariant();
    }
    case ServiceColumn::Trend:
        return cellValue(row, service, ServiceColumn::ConnectionRate);
    case ServiceColumn::Thresholds:
        return row.config().upperThreshold;
    case ServiceColumn::State:
    case ServiceColumn::Method:
    case ServiceColumn::Persistence:
    case ServiceColumn::Note:
        return cellText(row, service, column);
    default:
        return figure(row, column).value_or(0);
    }
}

ColumnMask differingColumns(const VirtualService &before, const VirtualService &after)
{
    ColumnMask mask = 0;
    if (before.scheduler != after.scheduler || before.flags != after.flags)
        mask |= bit(ServiceColumn::Method);
    if (persistenceText(before) != persistenceText(after))
        mask |= bit(ServiceColumn::Persistence);
    return mask;
}

ColumnMask differingColumns(const RealServer &before, const RealServer &after)
{
    ColumnMask mask = 0;
    if (before.forwarding != after.forwarding)
        mask |= bit(ServiceColumn::Method);
    if (before.weight != after.weight)
        mask |= bit(ServiceColumn::Weight) | bit(ServiceColumn::State);
    if (before.upperThreshold != after.upperThreshold || before.lowerThreshold != after.lowerThreshold)
        mask |= bit(ServiceColumn::Thresholds);
    return mask;
}

} // namespace lvs
