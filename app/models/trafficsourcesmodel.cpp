// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trafficsourcesmodel.h"

#include "app/session/trafficrecorder.h"
#include "app/text/traffictext.h"
#include "app/theme/statecolors.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace lvs {

namespace {

/// Runs of changes longer than this are not told row by row.
constexpr std::ptrdiff_t manyChanges = 500;

QPixmap swatch(const QColor &color)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(0.5, 4, 11, 4), 2, 2);
    return pixmap;
}

} // namespace

TrafficSourcesModel::TrafficSourcesModel(const TrafficRecorder *recorder, const Annotations *annotations,
                                         QObject *parent)
    : QAbstractItemModel(parent)
    , m_recorder(recorder)
    , m_annotations(annotations)
{
}

void TrafficSourcesModel::update(const Snapshot &snapshot)
{
    std::vector<ServiceKey> services;
    services.reserve(snapshot.services.size());
    for (const ServiceState &service : snapshot.services)
        services.push_back(service.config.key);
    for (const Chosen &chosen : m_chosen) {
        if (!chosen.source.isMachine())
            services.push_back(chosen.source.object->service);
    }
    std::ranges::sort(services);
    const auto repeated = std::ranges::unique(services);
    services.erase(repeated.begin(), repeated.end());
    updateServices(std::move(services));

    for (const ServerList &list : snapshot.servers) {
        const auto service =
            std::ranges::lower_bound(m_services, list.service, {}, [](const auto &row) { return row->key; });
        if (service == m_services.end() || (*service)->key != list.service)
            continue;
        std::vector<ServerKey> servers;
        servers.reserve(list.servers.size());
        for (const ServerState &server : list.servers)
            servers.push_back(server.config.key);
        for (const Chosen &chosen : m_chosen) {
            if (chosen.source.isServer() && chosen.source.object->service == list.service)
                servers.push_back(*chosen.source.object->server);
        }
        std::ranges::sort(servers);
        const auto twice = std::ranges::unique(servers);
        servers.erase(twice.begin(), twice.end());
        (*service)->serversKnown = true;
        updateServers(**service, std::move(servers));
    }
}

void TrafficSourcesModel::updateServices(std::vector<ServiceKey> keys)
{
    const auto keyOf = [](const std::unique_ptr<Service> &service) { return service->key; };
    if (std::ranges::equal(m_services, keys, {}, keyOf))
        return;
    const auto make = [](const ServiceKey &key) { return std::make_unique<Service>(Service{.key = key}); };
    const auto difference = std::ptrdiff_t(m_services.size()) - std::ptrdiff_t(keys.size());
    if (std::abs(difference) > manyChanges || m_services.empty()) {
        beginResetModel();
        std::vector<std::unique_ptr<Service>> services;
        services.reserve(keys.size());
        for (const ServiceKey &key : keys)
            services.push_back(make(key));
        m_services = std::move(services);
        number();
        endResetModel();
        return;
    }
    std::size_t row = 0;
    for (const ServiceKey &key : keys) {
        while (row < m_services.size() && m_services[row]->key < key) {
            beginRemoveRows({}, int(row) + 1, int(row) + 1);
            m_services.erase(m_services.begin() + std::ptrdiff_t(row));
            number();
            endRemoveRows();
        }
        if (row == m_services.size() || m_services[row]->key != key) {
            beginInsertRows({}, int(row) + 1, int(row) + 1);
            m_services.insert(m_services.begin() + std::ptrdiff_t(row), make(key));
            number();
            endInsertRows();
        }
        ++row;
    }
    if (row < m_services.size()) {
        beginRemoveRows({}, int(row) + 1, int(m_services.size()));
        m_services.resize(row);
        endRemoveRows();
    }
}

void TrafficSourcesModel::updateServers(Service &service, std::vector<ServerKey> keys)
{
    if (service.servers == keys)
        return;
    const QModelIndex parent = index(service.row, 0);
    std::size_t row = 0;
    for (const ServerKey &key : keys) {
        while (row < service.servers.size() && service.servers[row] < key) {
            beginRemoveRows(parent, int(row), int(row));
            service.servers.erase(service.servers.begin() + std::ptrdiff_t(row));
            endRemoveRows();
        }
        if (row == service.servers.size()) { // all that follow are new
            beginInsertRows(parent, int(row), int(keys.size()) - 1);
            service.servers.insert(service.servers.end(), keys.begin() + std::ptrdiff_t(row), keys.end());
            endInsertRows();
            return;
        }
        if (service.servers[row] != key) {
            beginInsertRows(parent, int(row), int(row));
            service.servers.insert(service.servers.begin() + std::ptrdiff_t(row), key);
            endInsertRows();
        }
        ++row;
    }
    if (row < service.servers.size()) {
        beginRemoveRows(parent, int(row), int(service.servers.size()) - 1);
        service.servers.resize(row);
        endRemoveRows();
    }
}

void TrafficSourcesModel::number()
{
    for (std::size_t i = 0; i < m_services.size(); ++i)
        m_services[i]->row = int(i) + 1;
}

void TrafficSourcesModel::setMetric(TrafficMetric metric)
{
    m_metric = metric;
    Q_EMIT headerDataChanged(Qt::Horizontal, Value, Value);
}

void TrafficSourcesModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
}

const TrafficSourcesModel::Chosen *TrafficSourcesModel::find(const TrafficSource &source) const
{
    const auto found = std::ranges::find(m_chosen, source, &Chosen::source);
    return found == m_chosen.end() ? nullptr : &*found;
}

void TrafficSourcesModel::choose(const TrafficSource &source, bool wanted)
{
    if (wanted == (find(source) != nullptr))
        return;
    if (wanted) {
        int color = 0;
        while (std::ranges::contains(m_chosen, color, &Chosen::color))
            ++color;
        m_chosen.push_back({source, color});
    } else {
        std::erase_if(m_chosen, [&](const Chosen &chosen) { return chosen.source == source; });
    }
    if (const QModelIndex row = indexOf(source); row.isValid())
        Q_EMIT dataChanged(row, row.siblingAtColumn(Value));
    Q_EMIT chosenChanged();
}

void TrafficSourcesModel::chooseOnly(const std::vector<TrafficSource> &sources)
{
    const auto before = m_chosen;
    for (const Chosen &chosen : before) {
        if (!std::ranges::contains(sources, chosen.source))
            choose(chosen.source, false);
    }
    for (const TrafficSource &source : sources)
        choose(source, true);
}

const TrafficSourcesModel::Service *TrafficSourcesModel::serviceOf(const QModelIndex &server) const
{
    return static_cast<const Service *>(server.internalPointer());
}

TrafficSource TrafficSourcesModel::sourceAt(const QModelIndex &index) const
{
    if (const Service *service = serviceOf(index))
        return TrafficSource::of(service->key, service->servers[std::size_t(index.row())]);
    return index.row() == 0 ? TrafficSource::machine()
                            : TrafficSource::of(m_services[std::size_t(index.row()) - 1]->key);
}

QModelIndex TrafficSourcesModel::indexOf(const TrafficSource &source) const
{
    if (source.isMachine())
        return index(0, 0);
    const auto &[key, server] = *source.object;
    const auto service = std::ranges::lower_bound(m_services, key, {}, [](const auto &row) { return row->key; });
    if (service == m_services.end() || (*service)->key != key)
        return {};
    const QModelIndex parent = index((*service)->row, 0);
    if (!server)
        return parent;
    const auto &servers = (*service)->servers;
    const auto found = std::ranges::lower_bound(servers, *server);
    return found != servers.end() && *found == *server ? index(int(found - servers.begin()), 0, parent) : QModelIndex();
}

QModelIndex TrafficSourcesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_services[std::size_t(parent.row()) - 1].get() : nullptr);
}

QModelIndex TrafficSourcesModel::parent(const QModelIndex &child) const
{
    const Service *service = serviceOf(child);
    return service ? createIndex(service->row, 0, nullptr) : QModelIndex();
}

int TrafficSourcesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_services.size()) + 1;
    if (parent.column() != 0 || serviceOf(parent) || parent.row() == 0)
        return 0;
    return int(m_services[std::size_t(parent.row()) - 1]->servers.size());
}

int TrafficSourcesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

/// Servers are read once a service is opened, so each may have some until then.
bool TrafficSourcesModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return true;
    if (parent.column() != 0 || serviceOf(parent) || parent.row() == 0)
        return false;
    const Service &service = *m_services[std::size_t(parent.row()) - 1];
    return !service.serversKnown || !service.servers.empty();
}

bool TrafficSourcesModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.column() != 0 || serviceOf(parent) || parent.row() == 0)
        return false;
    return !m_services[std::size_t(parent.row()) - 1]->serversKnown;
}

Qt::ItemFlags TrafficSourcesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant TrafficSourcesModel::tooltip(const TrafficSource &source) const
{
    const double value = m_recorder->history().latest(source)[std::size_t(m_metric)];
    QStringList lines{
        sourceText(source, *m_annotations),
        QStringLiteral("%1: %2").arg(metricText(m_metric), trafficValueText(m_metric, value, format::Digits::All))};
    if (isOutgoing(m_metric)) {
        const QString replies = repliesText(m_recorder->history().replies(source), sourceText(source, *m_annotations));
        if (!replies.isEmpty())
            lines << replies;
    }
    if (const qint64 at = m_recorder->history().lastReading())
        lines << tr("read at %1").arg(format::timeOfDay(QDateTime::fromMSecsSinceEpoch(at)));
    return lines.join(u'\n');
}

QVariant TrafficSourcesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TrafficSource source = sourceAt(index);
    switch (role) {
    case SourceRole:
        return QVariant::fromValue(source);
    case Qt::DisplayRole:
        if (index.column() == Name)
            return shortSourceText(source, *m_annotations);
        return trafficValueText(m_metric, m_recorder->history().latest(source)[std::size_t(m_metric)]);
    case Qt::ToolTipRole:
        return tooltip(source);
    case Qt::CheckStateRole:
        if (index.column() == Name)
            return find(source) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::DecorationRole:
        if (index.column() == Name) { // as large without a colour, so that all rows are alike
            const Chosen *chosen = find(source);
            return swatch(chosen ? seriesColor(chosen->color, m_palette) : Qt::transparent);
        }
        return {};
    case Qt::TextAlignmentRole:
        return int(index.column() == Value ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool TrafficSourcesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return false;
    choose(sourceAt(index), Qt::CheckState(value.toInt()) == Qt::Checked);
    return true;
}

QVariant TrafficSourcesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return section == Name ? tr("Service or real server") : tr("Now");
    case Qt::ToolTipRole:
        return section == Name ? tr("What is checked is drawn") : metricText(m_metric);
    case Qt::TextAlignmentRole:
        return int(section == Value ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace lvs
