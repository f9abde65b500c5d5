// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/connectionsmodel.h"

#include "app/models/sortkey.h"
#include "app/text/domaintext.h"
#include "app/text/format.h"
#include "app/theme/statecolors.h"
#include "core/model/heldconnections.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QHash>

namespace lvs {

namespace {

ServiceKey serviceOf(const ConnectionEntry &entry)
{
    if (entry.firewallMark != 0)
        return ServiceKey::forMark(entry.firewallMark, entry.client.family());
    return {.family = entry.virtualAddress.family(),
            .protocol = entry.protocol,
            .port = entry.virtualPort,
            .address = entry.virtualAddress};
}

/// Entries whose connections count as active (net/netfilter/ipvs/ip_vs_proto_tcp.c, tcp_state_active_table).
bool isActive(const ConnectionEntry &entry)
{
    return entry.state == u"ESTABLISHED" || entry.state == u"SYN_SENT" || entry.state == u"SYN_RECV" ||
           entry.state == u"SYNACK";
}

} // namespace

ConnectionsModel::ConnectionsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

std::vector<ConnectionsModel::Row> ConnectionsModel::rowsOf(const ConnectionSample &sample,
                                                            const std::vector<VirtualService> &services)
{
    std::vector<Row> rows;
    rows.reserve(sample.entries.size());
    for (const ConnectionEntry &entry : sample.entries)
        rows.push_back({.entry = entry, .holder = {}, .held = 0});
    const auto holders = holdingTemplates(sample, services);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (!holders[i])
            continue;
        rows[i].holder = rows[*holders[i]].entry.key();
        ++rows[*holders[i]].held;
    }
    return rows;
}

void ConnectionsModel::show(const ConnectionSample &sample, const std::vector<VirtualService> &services)
{
    QHash<ConnectionKey, Row> fresh;
    for (Row &row : rowsOf(sample, services)) // a table that changes meanwhile may show an entry twice
        fresh.insert(row.entry.key(), std::move(row));
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        const auto found = fresh.constFind(m_rows[size_t(row)].entry.key());
        if (found == fresh.cend()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
            continue;
        }
        if (*found != m_rows[size_t(row)]) {
            m_rows[size_t(row)] = *found;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
        fresh.erase(found);
    }
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + size_t(fresh.size())) - 1);
    std::ranges::move(fresh, std::back_inserter(m_rows));
    endInsertRows();
}

int ConnectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConnectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ConnectionsModel::text(const Row &row, Column column) const
{
    const ConnectionEntry &entry = row.entry;
    switch (column) {
    case Client:
        return entry.isTemplate() ? entry.client.toString() : ServerKey{entry.client, entry.clientPort}.toString();
    case Service:
        return entry.isInvalidated() ? entry.virtualAddress.toString() : serviceText(serviceOf(entry));
    case Server:
        return entry.isInvalidated() ? entry.server.address.toString() : entry.server.toString();
    case State:
        return entry.isTemplate() ? tr("template") : entry.state;
    case Expires:
        return format::count(entry.expires);
    case Persistence:
        if (entry.isInvalidated())
            return tr("released");
        if (entry.isTemplate())
            return tr("holds %Ln connection(s)", nullptr, int(row.held));
        return row.holder ? tr("held by %1").arg(row.holder->client.toString()) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QString ConnectionsModel::explanation(const Row &row, Column column) const
{
    const ConnectionEntry &entry = row.entry;
    if (column == State && entry.isTemplate())
        return entry.state == u"ASSURED"
                   ? tr("A connection template: it ties this client to this real server. It is kept also when the "
                        "kernel drops entries under load.")
                   : tr("A connection template: it ties this client to this real server.");
    if (column == State)
        return isActive(entry) ? tr("Counts as an active connection.") : tr("Counts as an inactive connection.");
    if (column == Persistence && entry.isInvalidated())
        return tr("This template ties its client to nothing any more: its real server was removed or drained.");
    if (column == Persistence && entry.isTemplate())
        return tr("New connections of this client go to the same real server until the template expires.");
    return text(row, column);
}

QVariant ConnectionsModel::rawValue(const Row &row, Column column) const
{
    const ConnectionEntry &entry = row.entry;
    switch (column) {
    case Client:
        return sortKey(entry.client, entry.clientPort);
    case Service:
        return sortKey(serviceOf(entry));
    case Server:
        return sortKey(entry.server.address, entry.server.port);
    case Expires:
        return entry.expires;
    case Persistence:
        return row.held;
    default:
        return text(row, column);
    }
}

QVariant ConnectionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return explanation(row, column);
    case RawValueRole:
        return rawValue(row, column);
    case IsTemplateRole:
        return row.entry.isTemplate();
    case Qt::TextAlignmentRole:
        return int((column == Expires ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole:
        return column < State ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QVariant();
    case Qt::ForegroundRole:
        if (column != State)
            return {};
        return QBrush(stateColor(row.entry.isTemplate() ? lvs::State::Drafted
                                 : isActive(row.entry)  ? lvs::State::Serving
                                                        : lvs::State::Drained,
                                 QGuiApplication::palette()));
    default:
        return {};
    }
}

QVariant ConnectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Expires ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Client:
        return tr("Client");
    case Service:
        return tr("Virtual service");
    case Server:
        return tr("Real server");
    case State:
        return tr("State");
    case Expires:
        return tr("Expires in (s)");
    case Persistence:
        return tr("Persistence");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace lvs
