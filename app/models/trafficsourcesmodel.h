// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/traffichistory.h"

#include <QAbstractItemModel>
#include <QPalette>

namespace lvs {

class Annotations;
class TrafficRecorder;

/// What curves there can be: the machine, its services, and below each its real servers once they are read. Those that
/// are checked are drawn, each with a colour of its own.
class TrafficSourcesModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Name, Value, ColumnCount };
    enum Role : quint16 { SourceRole = Qt::UserRole }; ///< a TrafficSource

    /// Neither is owned.
    TrafficSourcesModel(const TrafficRecorder *recorder, const Annotations *annotations, QObject *parent = nullptr);

    /// Services and servers as they are now. What is chosen stays, even if it is gone from the director.
    void update(const Snapshot &snapshot);
    /// Whose latest values are shown.
    void setMetric(TrafficMetric metric);
    void setPalette(const QPalette &palette);

    struct Chosen {
        TrafficSource source{};
        int color = 0; ///< for seriesColor()
    };
    /// In the order in which they were chosen.
    const std::vector<Chosen> &chosen() const { return m_chosen; }
    void choose(const TrafficSource &source, bool wanted);
    void chooseOnly(const std::vector<TrafficSource> &sources);

    TrafficSource sourceAt(const QModelIndex &index) const;
    /// Invalid if there is no such row.
    QModelIndex indexOf(const TrafficSource &source) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    /// A filter between model and view asks this for children that have not come yet. They come with readings, once
    /// the view shows that the service is opened.
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &) override {}
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    struct Service {
        ServiceKey key{};
        std::vector<ServerKey> servers{}; ///< ordered
        bool serversKnown = false;
        int row = 0; ///< the machine's is 0
    };

    const Service *serviceOf(const QModelIndex &server) const;
    const Chosen *find(const TrafficSource &source) const;
    void updateServices(std::vector<ServiceKey> keys);
    void updateServers(Service &service, std::vector<ServerKey> keys);
    void number();
    QVariant tooltip(const TrafficSource &source) const;

    const TrafficRecorder *m_recorder;
    const Annotations *m_annotations;
    std::vector<std::unique_ptr<Service>> m_services; ///< ordered
    std::vector<Chosen> m_chosen;
    TrafficMetric m_metric = TrafficMetric::Connections;
    QPalette m_palette;
};

} // namespace lvs

Q_DECLARE_METATYPE(lvs::TrafficSource)
