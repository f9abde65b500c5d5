// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/traffichistory.h"

#include <QAbstractItemModel>
#include <QPalette>
#include <QTimer>

namespace lvs {

class Annotations;
class TrafficRecorder;

/// What curves there can be: the machine, its services, and below each its real servers once they are read. Those that
/// are checked are drawn, each with a colour of its own. Servers are followed of services that are opened, and of all
/// while somebody looks for one, a few services in each turn of the event loop.
class TrafficSourcesModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column : quint8 { Name, Value, ColumnCount };
    enum Role : quint16 { SourceRole = Qt::UserRole }; ///< a TrafficSource

    /// Neither is owned.
    TrafficSourcesModel(const TrafficRecorder *recorder, const Annotations *annotations, QObject *parent = nullptr);

    /// Services and servers as they are now, with their latest values. What is chosen stays, even if it is gone from
    /// the director.
    void update(const std::shared_ptr<const Snapshot> &snapshot);
    /// Whose latest values are shown.
    void setMetric(TrafficMetric metric);
    void setPalette(const QPalette &palette);

    /// Whether the servers of a service are shown.
    void setOpened(const QModelIndex &service, bool opened);
    /// Services that are.
    std::vector<TrafficSource> opened() const;
    /// Whether isFound() will be asked with some text.
    void setFinding(bool wanted);
    /// Whether a row is to be shown where somebody looks for `text`, which is in lower case: its own name has it, that
    /// of its service, or that of one of its servers. It is soon told of servers that come to be known.
    bool isFound(const QModelIndex &row, const QString &text) const;

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
        bool opened = false;
        int row = 0;      ///< the machine's is 0
        double shown = 0; ///< value; of the servers those below
        std::vector<double> shownOfServers{};
        QString name{};                    ///< in lower case, while somebody looks for one
        QString serverNames{};             ///< the same of its servers, one after the other
        std::vector<qsizetype> nameEnds{}; ///< in serverNames
    };
    using Services = std::vector<std::unique_ptr<Service>>;

    const Service *serviceOf(const QModelIndex &server) const;
    Service *find(const ServiceKey &key) const;
    const Chosen *find(const TrafficSource &source) const;
    void updateServices(std::vector<ServiceKey> keys);
    void resetServices(const std::vector<ServiceKey> &keys);
    /// Goes on with the lists of the newest reading for some ms.
    void takeLists();
    void takeList(const ServerList &list);
    void updateServers(Service &service, std::vector<ServerKey> keys);
    void keepChosen(const ServiceKey &service, std::vector<ServerKey> &servers) const;
    void number(std::size_t first);
    void refreshValues();
    /// Of its servers.
    void refreshValues(Service &service);
    void makeNames(Service &service);
    double valueOf(const TrafficSource &source) const;
    QVariant tooltip(const TrafficSource &source) const;

    const TrafficRecorder *m_recorder;
    const Annotations *m_annotations;
    Services m_services; ///< ordered
    std::vector<Chosen> m_chosen;
    std::shared_ptr<const Snapshot> m_reading; ///< the newest
    std::size_t m_nextList = 0;                ///< of its server lists, that is to be taken in
    std::size_t m_listsLeft = 0;
    QTimer m_goOn;
    double m_shown = 0; ///< value of the machine
    bool m_finding = false;
    TrafficMetric m_metric = TrafficMetric::Connections;
    QPalette m_palette;
};

} // namespace lvs

Q_DECLARE_METATYPE(lvs::TrafficSource)
