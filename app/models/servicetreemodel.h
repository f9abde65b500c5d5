// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicecolumns.h"
#include "app/session/annotations.h"
#include "app/session/foreignmarks.h"
#include "app/session/hostnames.h"
#include "core/director/director.h"
#include "core/traffic/trafficsource.h"

#include <QAbstractItemModel>
#include <QPalette>
#include <QTimer>

#include <memory>
#include <set>

namespace lvs {

class HealthWatch;
class TrafficRecorder;
struct Trend;

/// Virtual services and, below them, their real servers: what was last read, with the draft and the marks of foreign
/// edits laid over it. Fed with whole readings; finds out what changed and tells it in range inserts, range removes and
/// one dataChanged per parent. Never resets, so that selection, expansion and scroll position stay.
class ServiceTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        RawValueRole = Qt::UserRole + 1, ///< value to sort and export by
        TrendRole,                       ///< Trend of the row, worked out when it is asked for
        GlowRole,                        ///< true while a value that has just changed is to be pointed out
    };

    explicit ServiceTreeModel(QObject *parent = nullptr);
    ~ServiceTreeModel() override;

    void setSnapshot(std::shared_ptr<const Snapshot> snapshot);
    void setDraft(const ChangePlan &plan) { setOverlay(overlayOf(plan), clearsTable(plan)); }
    /// The same of a plan that was laid out before, on another thread where it is long.
    void setOverlay(DraftOverlay overlay, bool clears);
    void setForeignMarks(const ForeignMarks &marks);
    /// Names and notes; not owned, must outlive the model.
    void setAnnotations(Annotations *annotations);
    /// Host names for addresses without a name of one's own; not owned.
    void setHostNames(const HostNames *names) { m_hostNames = names; }
    /// What probes found; not owned, must outlive the model.
    void setHealth(const HealthWatch *health);
    /// Curves and shares of what is shown; not owned, must outlive the model.
    void setTraffic(const TrafficRecorder *traffic) { m_traffic = traffic; }
    void setEditable(bool editable) { m_editable = editable; }
    void setPalette(const QPalette &palette);
    void setGlowing(bool glowing) { m_glowing = glowing; }

    /// nullptr for an index that is not a service (or a server). Valid until the next change of the model.
    const ServiceRow *serviceAt(const QModelIndex &index) const;
    const ServerRow *serverAt(const QModelIndex &index) const;
    /// The service of a service or server index.
    const ServiceRow *serviceOf(const QModelIndex &index) const;
    QModelIndex indexOf(const ServiceKey &service) const;
    QModelIndex indexOf(const ServiceKey &service, const ServerKey &server) const;
    /// Names of the schedulers in use, sorted.
    QStringList schedulers() const;
    bool hasTraffic() const { return !m_snapshot || m_snapshot->hasTraffic; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Also true for a service whose servers have not been read yet, so that it can be opened.
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Accepts a weight; the change comes back through setDraft().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Everything that was set last has been taken and told.
    void updated();
    void weightEntered(const lvs::ServiceKey &service, const lvs::ServerKey &server, quint32 weight);

private:
    struct WantedService;
    struct WantedServer;

    /// Rows of one parent whose cells have changed, to be told in one signal.
    struct ChangedRows {
        int first = -1;
        int last = -1;
        ColumnMask columns = 0;
        bool moved = false; ///< rows came or went
        void add(int row, ColumnMask changed);
    };

    /// Takes the servers of the reading, from the service on at which it was left, and what is laid over those of
    /// others: some now, the rest in later turns of the event loop, so that a large table does not hold it up.
    void takeServers();
    /// Takes the draft, the marks and the health of these services.
    void updateOverlay(std::set<ServiceKey> services);
    void updateAnnotations();
    void finishUpdate();
    ChangedRows updateServices();
    /// Columns of the service itself that may look different now.
    ColumnMask updateServers(ServiceRow &row, const ServerList *list);
    /// Whether it is another than before, and there are servers to tell it of.
    bool takeShare(ServiceRow &row) const;
    template<class Rows, class Wanted>
    void insertAndRemove(const QModelIndex &parent, Rows &rows, const std::vector<Wanted> &wanted);
    template<class Rows, class Wanted>
    ChangedRows merge(const QModelIndex &parent, Rows &rows, const std::vector<Wanted> &wanted);
    void tell(const QModelIndex &parent, const ChangedRows &changed);
    void renumber();
    std::unique_ptr<ServiceRow> makeRow(const WantedService &wanted) const;
    ServerRow makeRow(const WantedServer &wanted) const;
    ColumnMask assign(std::unique_ptr<ServiceRow> &row, const WantedService &wanted);
    ColumnMask assign(ServerRow &row, const WantedServer &wanted);
    template<class Config> void addGlow(ColumnMask &glow, const Config &before, const Config &after);
    void endGlow();

    QVariant shared(int role, ServiceColumn column, State state, bool exists, DraftKind draft,
                    const QDateTime &changedOutside, ColumnMask edited, ColumnMask glow) const;
    QString withHostName(const QString &text, const Annotation &annotation, const IpAddress &address) const;
    Trend trend(const TrafficSource &source) const;
    QString trendText(const TrafficSource &source) const;
    QString tooltip(const ServiceRow &row, ServiceColumn column) const;
    QString tooltip(const ServerRow &row, const ServiceRow &service, ServiceColumn column) const;
    QVariant serviceData(const ServiceRow &row, ServiceColumn column, int role) const;
    QVariant serverData(const ServerRow &row, const ServiceRow &service, ServiceColumn column, int role) const;

    std::vector<std::unique_ptr<ServiceRow>> m_services; ///< ordered by key; stable addresses for the indexes
    std::shared_ptr<const Snapshot> m_snapshot;
    DraftOverlay m_overlay;
    bool m_clears = false; ///< the draft removes what is not in m_overlay
    std::map<ObjectKey, QDateTime> m_marks;
    const Annotations *m_annotations = nullptr;
    const HostNames *m_hostNames = nullptr;
    const HealthWatch *m_health = nullptr;
    const TrafficRecorder *m_traffic = nullptr;
    ChangedRows m_changedServices;   ///< by what is being taken
    std::size_t m_nextList = 0;      ///< of the reading, to be taken next
    std::set<ServiceKey> m_overlaid; ///< draft and marks of their servers are still to be taken
    QTimer m_sliceTimer;
    QPalette m_palette;
    QTimer m_glowTimer;
    bool m_editable = false;
    bool m_glowing = true;
    bool m_newGlow = false; ///< the time of the glow begins anew after this update
};

} // namespace lvs
