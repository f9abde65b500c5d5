// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trafficsourcesmodel.h"

#include "app/session/trafficrecorder.h"
#include "app/text/traffictext.h"
#include "app/theme/statecolors.h"

#include <QDeadlineTimer>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace lvs {

namespace {

/// More changes than these are not told row by row.
constexpr std::size_t manyChanges = 200;
constexpr std::chrono::milliseconds longestTurn(5);

/// How many keys stand in one of two ordered lists alone.
template<class One, class Other, class Projection>
std::size_t differences(const One &one, const Other &other, Projection keyOf)
{
    std::size_t count = 0;
    auto left = one.begin();
    auto right = other.begin();
    while (left != one.end() && right != other.end()) {
        const auto order = keyOf(*left) <=> *right;
        count += order == 0 ? 0 : 1;
        left += order <= 0 ? 1 : 0;
        right += order >= 0 ? 1 : 0;
    }
    return count + std::size_t(one.end() - left) + std::size_t(other.end() - right);
}

template<class Key> void sortUnique(std::vector<Key> &keys)
{
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    keys.erase(repeated.begin(), repeated.end());
}

bool isSame(double one, double other)
{
    return one == other || (std::isnan(one) && std::isnan(other));
}

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
    m_goOn.setSingleShot(true);
    connect(&m_goOn, &QTimer::timeout, this, &TrafficSourcesModel::takeLists);
    connect(annotations, &Annotations::changed, this, [this] {
        for (const auto &service : m_services)
            service->name.clear();
        setFinding(m_finding);
    });
}

void TrafficSourcesModel::update(const std::shared_ptr<const Snapshot> &snapshot)
{
    std::vector<ServiceKey> services;
    services.reserve(snapshot->services.size());
    for (const ServiceState &service : snapshot->services)
        services.push_back(service.config.key);
    const std::size_t present = services.size();
    for (const Chosen &chosen : m_chosen) {
        if (!chosen.source.isMachine())
            services.push_back(chosen.source.object->service);
    }
    const std::vector<ServiceKey> kept(services.begin() + std::ptrdiff_t(present), services.end());
    sortUnique(services);
    updateServices(std::move(services));
    for (const ServiceKey &key : kept) {
        if (std::ranges::binary_search(snapshot->services, key, {},
                                       [](const ServiceState &state) { return state.config.key; }))
            continue;
        std::vector<ServerKey> servers; // of a service that is gone, only those that are drawn stay
        keepChosen(key, servers);
        updateServers(*find(key), std::move(servers));
    }
    m_reading = snapshot;
    m_listsLeft = snapshot->servers.size();
    takeLists();
    refreshValues();
}

void TrafficSourcesModel::keepChosen(const ServiceKey &service, std::vector<ServerKey> &servers) const
{
    for (const Chosen &chosen : m_chosen) {
        if (chosen.source.isServer() && chosen.source.object->service == service)
            servers.push_back(*chosen.source.object->server);
    }
    sortUnique(servers);
}

void TrafficSourcesModel::takeLists()
{
    const QDeadlineTimer end(longestTurn);
    while (m_reading && m_listsLeft > 0) {
        --m_listsLeft;
        m_nextList = (m_nextList + 1) % m_reading->servers.size(); // each gets its turn, however fast readings come
        takeList(m_reading->servers[m_nextList]);
        if (end.hasExpired() && m_listsLeft > 0)
            return m_goOn.start(0);
    }
}

void TrafficSourcesModel::takeList(const ServerList &list)
{
    Service *service = find(list.service);
    if (!service || !(service->opened || m_finding))
        return;
    std::vector<ServerKey> servers;
    servers.reserve(list.servers.size());
    for (const ServerState &server : list.servers)
        servers.push_back(server.config.key);
    keepChosen(list.service, servers);
    updateServers(*service, std::move(servers));
    if (m_finding && service->name.isEmpty())
        makeNames(*service);
    if (service->opened)
        refreshValues(*service);
}

TrafficSourcesModel::Service *TrafficSourcesModel::find(const ServiceKey &key) const
{
    const auto found = std::ranges::lower_bound(m_services, key, {}, [](const auto &service) { return service->key; });
    return found == m_services.end() || (*found)->key != key ? nullptr : found->get();
}

void TrafficSourcesModel::updateServices(std::vector<ServiceKey> keys)
{
    const std::size_t changes = differences(m_services, keys, [](const auto &service) { return service->key; });
    if (changes == 0)
        return;
    if (changes > manyChanges || m_services.empty())
        return resetServices(keys);
    std::size_t row = 0;
    for (const ServiceKey &key : keys) {
        while (row < m_services.size() && m_services[row]->key < key) {
            beginRemoveRows({}, int(row) + 1, int(row) + 1);
            m_services.erase(m_services.begin() + std::ptrdiff_t(row));
            number(row);
            endRemoveRows();
        }
        if (row == m_services.size() || m_services[row]->key != key) {
            beginInsertRows({}, int(row) + 1, int(row) + 1);
            m_services.insert(m_services.begin() + std::ptrdiff_t(row), std::make_unique<Service>(Service{.key = key}));
            number(row);
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

void TrafficSourcesModel::resetServices(const std::vector<ServiceKey> &keys)
{
    beginResetModel();
    Services services;
    services.reserve(keys.size());
    auto known = m_services.begin();
    for (const ServiceKey &key : keys) {
        while (known != m_services.end() && (*known)->key < key)
            ++known;
        if (known != m_services.end() && (*known)->key == key)
            services.push_back(std::move(*known++));
        else
            services.push_back(std::make_unique<Service>(Service{.key = key}));
    }
    m_services = std::move(services);
    number(0);
    endResetModel();
}

void TrafficSourcesModel::updateServers(Service &service, std::vector<ServerKey> keys)
{
    service.serversKnown = true;
    if (service.servers == keys)
        return;
    service.name.clear();
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

void TrafficSourcesModel::number(std::size_t first)
{
    for (std::size_t i = first; i < m_services.size(); ++i)
        m_services[i]->row = int(i) + 1;
}

void TrafficSourcesModel::setOpened(const QModelIndex &service, bool opened)
{
    if (!service.isValid() || serviceOf(service) || service.row() == 0)
        return;
    Service &row = *m_services[std::size_t(service.row()) - 1];
    if (std::exchange(row.opened, opened) == opened || !opened || !m_reading)
        return;
    const auto list = std::ranges::lower_bound(m_reading->servers, row.key, {}, &ServerList::service);
    if (list != m_reading->servers.end() && list->service == row.key)
        takeList(*list);
}

std::vector<TrafficSource> TrafficSourcesModel::opened() const
{
    std::vector<TrafficSource> sources;
    for (const auto &service : m_services) {
        if (service->opened)
            sources.push_back(TrafficSource::of(service->key));
    }
    return sources;
}

void TrafficSourcesModel::setFinding(bool wanted)
{
    m_finding = wanted;
    if (!wanted || !m_reading)
        return;
    m_listsLeft = m_reading->servers.size();
    m_goOn.start(0);
}

void TrafficSourcesModel::makeNames(Service &service)
{
    service.name = shortSourceText(TrafficSource::of(service.key), *m_annotations).toLower();
    service.serverNames.clear();
    service.nameEnds.clear();
    for (const ServerKey &server : service.servers) {
        service.serverNames += shortSourceText(TrafficSource::of(service.key, server), *m_annotations).toLower();
        service.serverNames += u'\n';
        service.nameEnds.push_back(service.serverNames.size());
    }
    // A filter looks again.
    const QModelIndex row = index(service.row, Name);
    Q_EMIT dataChanged(row, row, {Qt::DisplayRole});
}

bool TrafficSourcesModel::isFound(const QModelIndex &row, const QString &text) const
{
    const auto ownName = [&](const Service &service) {
        return service.name.isEmpty() ? shortSourceText(TrafficSource::of(service.key), *m_annotations).toLower()
                                      : service.name;
    };
    if (const Service *service = serviceOf(row)) {
        if (ownName(*service).contains(text))
            return true;
        const auto place = std::size_t(row.row());
        if (service->name.isEmpty() || place >= service->nameEnds.size())
            return shortSourceText(sourceAt(row), *m_annotations).toLower().contains(text);
        const qsizetype start = place == 0 ? 0 : service->nameEnds[place - 1];
        return QStringView(service->serverNames).sliced(start, service->nameEnds[place] - start).contains(text);
    }
    if (row.row() == 0)
        return shortSourceText(TrafficSource::machine(), *m_annotations).toLower().contains(text);
    const Service &service = *m_services[std::size_t(row.row()) - 1];
    return ownName(service).contains(text) || (!service.name.isEmpty() && service.serverNames.contains(text));
}

double TrafficSourcesModel::valueOf(const TrafficSource &source) const
{
    return m_recorder->history().latest(source)[std::size_t(m_metric)];
}

/// Tells of values of services that are no longer what was told last.
void TrafficSourcesModel::refreshValues()
{
    int first = -1;
    int last = -1;
    const auto look = [&](double &shown, const TrafficSource &source, int row) {
        const double value = valueOf(source);
        if (isSame(std::exchange(shown, value), value))
            return;
        first = first < 0 ? row : first;
        last = row;
    };
    look(m_shown, TrafficSource::machine(), 0);
    for (const auto &service : m_services)
        look(service->shown, TrafficSource::of(service->key), service->row);
    if (first >= 0)
        Q_EMIT dataChanged(index(first, Value), index(last, Value), {Qt::DisplayRole});
}

void TrafficSourcesModel::refreshValues(Service &service)
{
    service.shownOfServers.resize(service.servers.size());
    int first = -1;
    int last = -1;
    for (std::size_t i = 0; i < service.servers.size(); ++i) {
        const double value = valueOf(TrafficSource::of(service.key, service.servers[i]));
        if (isSame(std::exchange(service.shownOfServers[i], value), value))
            continue;
        first = first < 0 ? int(i) : first;
        last = int(i);
    }
    const QModelIndex parent = index(service.row, 0);
    if (first >= 0)
        Q_EMIT dataChanged(index(first, Value, parent), index(last, Value, parent), {Qt::DisplayRole});
}

void TrafficSourcesModel::setMetric(TrafficMetric metric)
{
    m_metric = metric;
    Q_EMIT headerDataChanged(Qt::Horizontal, Value, Value);
    refreshValues();
    m_listsLeft = m_reading ? m_reading->servers.size() : 0;
    takeLists();
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
    const Service *service = find(key);
    if (!service)
        return {};
    const QModelIndex parent = index(service->row, 0);
    if (!server)
        return parent;
    const auto &servers = service->servers;
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
    const double value = valueOf(source);
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
        return trafficValueText(m_metric, valueOf(source));
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
