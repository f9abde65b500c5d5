// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/servicetreemodel.h"

#include "app/session/healthwatch.h"

#include <QGuiApplication>
#include <QThreadPool>

#include <algorithm>
#include <bit>
#include <ranges>
#include <utility>

namespace lvs {

ServiceTreeModel::ServiceTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_palette(QGuiApplication::palette())
{
    using namespace std::chrono_literals;
    m_glowTimer.setSingleShot(true);
    m_glowTimer.setInterval(1s);
    connect(&m_glowTimer, &QTimer::timeout, this, &ServiceTreeModel::endGlow);
    m_sliceTimer.setSingleShot(true);
    m_sliceTimer.setInterval(0ms);
    connect(&m_sliceTimer, &QTimer::timeout, this, &ServiceTreeModel::takeServers);
}

ServiceTreeModel::~ServiceTreeModel() = default;

void ServiceTreeModel::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_nextList = 0;
    m_changedServices = updateServices();
    takeServers();
}

void ServiceTreeModel::setOverlay(DraftOverlay overlay, bool clears)
{
    std::set<ServiceKey> services;
    for (const ServiceKey &service : m_overlay | std::views::keys)
        services.insert(service);
    m_overlay.swap(overlay);
    // Where it is large, it takes its time to be freed.
    QThreadPool::globalInstance()->start([old = std::make_shared<DraftOverlay>(std::move(overlay))] {});
    const bool cleared = std::exchange(m_clears, clears);
    if (cleared || m_clears) { // every server is concerned
        for (const auto &service : m_services)
            services.insert(service->key);
    }
    for (const ServiceKey &service : m_overlay | std::views::keys)
        services.insert(service);
    updateOverlay(std::move(services));
}

void ServiceTreeModel::setForeignMarks(const ForeignMarks &marks)
{
    std::set<ServiceKey> services;
    for (const ObjectKey &object : m_marks | std::views::keys)
        services.insert(object.service);
    m_marks = marks.byObject();
    for (const ObjectKey &object : m_marks | std::views::keys)
        services.insert(object.service);
    updateOverlay(std::move(services));
}

void ServiceTreeModel::setAnnotations(Annotations *annotations)
{
    m_annotations = annotations;
    connect(annotations, &Annotations::changed, this, &ServiceTreeModel::updateAnnotations);
    updateAnnotations();
}

void ServiceTreeModel::setHealth(const HealthWatch *health)
{
    m_health = health;
    connect(health, &HealthWatch::changed, this, &ServiceTreeModel::updateOverlay);
}

void ServiceTreeModel::setPalette(const QPalette &palette)
{
    m_palette = palette;
}

const ServiceRow *ServiceTreeModel::serviceAt(const QModelIndex &index) const
{
    return index.isValid() && !index.internalPointer() ? m_services[std::size_t(index.row())].get() : nullptr;
}

const ServerRow *ServiceTreeModel::serverAt(const QModelIndex &index) const
{
    const auto *service = static_cast<const ServiceRow *>(index.internalPointer());
    return index.isValid() && service ? &service->servers[std::size_t(index.row())] : nullptr;
}

const ServiceRow *ServiceTreeModel::serviceOf(const QModelIndex &index) const
{
    return serviceAt(index.parent().isValid() ? index.parent() : index);
}

QModelIndex ServiceTreeModel::indexOf(const ServiceKey &service) const
{
    const auto found = std::ranges::lower_bound(m_services, service, {}, [](const auto &row) { return row->key; });
    return found != m_services.end() && (*found)->key == service ? index((*found)->row, 0) : QModelIndex();
}

QModelIndex ServiceTreeModel::indexOf(const ServiceKey &service, const ServerKey &server) const
{
    const QModelIndex parent = indexOf(service);
    if (!parent.isValid())
        return {};
    const auto &servers = serviceAt(parent)->servers;
    const auto found = std::ranges::lower_bound(servers, server, {}, &ServerRow::key);
    return found != servers.end() && found->key == server ? index(int(found - servers.begin()), 0, parent)
                                                          : QModelIndex();
}

QStringList ServiceTreeModel::schedulers() const
{
    QStringList names;
    for (const auto &service : m_services)
        names.append(service->config().scheduler.toString());
    names.sort();
    names.removeDuplicates();
    return names;
}

QModelIndex ServiceTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_services[std::size_t(parent.row())].get() : nullptr);
}

QModelIndex ServiceTreeModel::parent(const QModelIndex &child) const
{
    const auto *service = static_cast<const ServiceRow *>(child.internalPointer());
    return service ? createIndex(service->row, 0, nullptr) : QModelIndex();
}

int ServiceTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_services.size());
    const ServiceRow *service = parent.column() == 0 ? serviceAt(parent) : nullptr;
    return service ? int(service->servers.size()) : 0;
}

int ServiceTreeModel::columnCount(const QModelIndex &) const
{
    return serviceColumnCount;
}

bool ServiceTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool ServiceTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const ServiceRow *service = parent.column() == 0 ? serviceAt(parent) : nullptr;
    return service && !service->serversKnown;
}

Qt::ItemFlags ServiceTreeModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    if (!index.internalPointer())
        return flags;
    flags |= Qt::ItemNeverHasChildren;
    // The row is looked at only for the weight: a view asks for the flags of every row when it lays them out.
    if (m_editable && index.column() == int(ServiceColumn::Weight) && serverAt(index)->draft.kind != DraftKind::Removed)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool ServiceTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const ServerRow *server = serverAt(index);
    if (role != Qt::EditRole || !server || index.column() != int(ServiceColumn::Weight))
        return false;
    Q_EMIT weightEntered(serviceOf(index)->key, server->key, value.toUInt());
    return true;
}

} // namespace lvs
