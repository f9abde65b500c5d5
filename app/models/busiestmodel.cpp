// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/busiestmodel.h"

#include "app/models/servicecolumns.h"
#include "app/models/trend.h"
#include "app/session/trafficrecorder.h"
#include "app/text/traffictext.h"

#include <QFont>
#include <QFontDatabase>

namespace lvs {

namespace {

/// What stands for a row until it is known to be among the busiest: there may be a hundred thousand.
struct Candidate {
    const ServiceState *service = nullptr; ///< in a list of services
    const ServerList *list = nullptr;      ///< its servers; of a server, those it is among
    const ServerState *server = nullptr;

    const Rates &rates() const { return server ? server->traffic.rates : service->traffic.rates; }
    quint64 active() const
    {
        if (server)
            return server->activeConnections;
        quint64 sum = 0;
        for (qsizetype i = 0; list && i < std::ssize(list->servers); ++i)
            sum += list->servers[std::size_t(i)].activeConnections;
        return sum;
    }
};

bool isBusier(const Candidate &one, const Candidate &other)
{
    if (one.rates().connections != other.rates().connections)
        return one.rates().connections > other.rates().connections;
    return one.active() > other.active();
}

void leaveBusiest(std::vector<Candidate> &candidates)
{
    const auto count = std::min<std::ptrdiff_t>(BusiestModel::most, std::ssize(candidates));
    std::ranges::partial_sort(candidates, candidates.begin() + count, isBusier);
    candidates.resize(std::size_t(count));
}

std::vector<Candidate> servicesOf(const Snapshot &snapshot)
{
    std::vector<Candidate> services;
    services.reserve(snapshot.services.size());
    auto list = snapshot.servers.begin();
    for (const ServiceState &service : snapshot.services) {
        while (list != snapshot.servers.end() && list->service < service.config.key)
            ++list;
        const bool isRead = list != snapshot.servers.end() && list->service == service.config.key;
        services.push_back({.service = &service, .list = isRead ? &*list : nullptr});
    }
    return services;
}

std::vector<Candidate> serversOf(const Snapshot &snapshot)
{
    std::vector<Candidate> servers;
    for (const ServerList &list : snapshot.servers) {
        for (const ServerState &server : list.servers)
            servers.push_back({.list = &list, .server = &server});
    }
    return servers;
}

BusyRow rowOf(const Candidate &candidate, bool hasTraffic)
{
    BusyRow row{.rates = candidate.rates(), .hasTraffic = hasTraffic};
    if (candidate.server) {
        row.source = TrafficSource::of(candidate.list->service, candidate.server->config.key);
        row.active = candidate.active();
        row.replies = repliesOf(candidate.server->config);
        return row;
    }
    row.source = TrafficSource::of(candidate.service->config.key);
    if (candidate.list) {
        row.active = candidate.active();
        for (const ServerState &server : candidate.list->servers)
            row.replies = together(row.replies, repliesOf(server.config));
    }
    return row;
}

/// The column of the Services page with the same figure.
ServiceColumn serviceColumn(BusiestModel::Column column)
{
    switch (column) {
    case BusiestModel::ConnectionRate:
        return ServiceColumn::ConnectionRate;
    case BusiestModel::Trend:
        return ServiceColumn::Trend;
    case BusiestModel::InByteRate:
        return ServiceColumn::InByteRate;
    case BusiestModel::OutByteRate:
        return ServiceColumn::OutByteRate;
    case BusiestModel::Active:
        return ServiceColumn::Active;
    default:
        return ServiceColumn::Name;
    }
}

} // namespace

BusiestModel::BusiestModel(Of of, const TrafficRecorder *recorder, const Annotations *annotations, QObject *parent)
    : RowTable(parent)
    , m_of(of)
    , m_recorder(recorder)
    , m_annotations(annotations)
{
}

void BusiestModel::setSnapshot(const Snapshot &snapshot)
{
    std::vector<Candidate> candidates = m_of == Of::Services ? servicesOf(snapshot) : serversOf(snapshot);
    leaveBusiest(candidates);
    std::vector<BusyRow> rows;
    rows.reserve(candidates.size());
    for (const Candidate &candidate : candidates)
        rows.push_back(rowOf(candidate, snapshot.hasTraffic));
    setRows(std::move(rows));
}

int BusiestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BusiestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const ServiceColumn same = serviceColumn(Column(section));
    switch (role) {
    case Qt::DisplayRole:
        if (section != Name)
            return columnTitle(same);
        return m_of == Of::Services ? tr("Service") : tr("Real server");
    case Qt::ToolTipRole:
        return section == Name ? QVariant() : columnExplanation(same);
    case Qt::TextAlignmentRole:
        return int((traitsOf(same).isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QString BusiestModel::text(const BusyRow &row, Column column) const
{
    const QString dash = QStringLiteral("–");
    switch (column) {
    case Name:
        return sourceText(row.source, *m_annotations);
    case ConnectionRate:
        return row.hasTraffic ? format::count(row.rates.connections) : dash;
    case InByteRate:
        return row.hasTraffic ? format::bytes(row.rates.inBytes) : dash;
    case OutByteRate:
        if (row.replies == RepliesPass::None && row.rates.outBytes == 0)
            return dash;
        return row.hasTraffic ? format::bytes(row.rates.outBytes) : dash;
    case Active:
        return row.active ? format::count(*row.active) : dash;
    default:
        return {};
    }
}

QString BusiestModel::tooltip(const BusyRow &row, Column column) const
{
    if (column == Name)
        return tr("Enter shows it on the Services page");
    const QString name = shortSourceText(row.source, *m_annotations);
    const QString special = column == Trend
                                ? trendText(TrafficMetric::Connections,
                                            trendOf(m_recorder->history(), row.source, TrafficMetric::Connections))
                            : column == OutByteRate ? repliesText(row.replies, name)
                                                    : QString();
    const QString usual = columnExplanation(serviceColumn(column));
    return special.isEmpty() ? usual : special + u'\n' + usual;
}

QVariant BusiestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BusyRow &row = rows()[std::size_t(index.row())];
    const auto column = Column(index.column());
    const auto trend = [&] { return trendOf(m_recorder->history(), row.source, TrafficMetric::Connections); };
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == Trend ? trendText(TrafficMetric::Connections, trend()) : QVariant();
    case Qt::ToolTipRole:
        return tooltip(row, column);
    case Qt::TextAlignmentRole:
        return headerData(column, Qt::Horizontal, role);
    case Qt::FontRole: {
        if (column == Name)
            return QFontDatabase::systemFont(QFontDatabase::FixedFont);
        QFont font;
        font.setFeature("tnum", 1);
        return font;
    }
    case aboutRole:
        return QVariant::fromValue(row.source);
    case TrendRole:
        return column == Trend ? QVariant::fromValue(trend()) : QVariant();
    default:
        return {};
    }
}

} // namespace lvs
