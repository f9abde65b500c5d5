// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "core/director/director.h"
#include "core/traffic/repliespass.h"
#include "core/traffic/trafficsource.h"

namespace lvs {

class Annotations;
class TrafficRecorder;

/// A service or real server among the busiest.
struct BusyRow {
    TrafficSource source{};
    Rates rates{};
    std::optional<quint64> active{}; ///< connections; nothing while the servers are not read
    RepliesPass replies = RepliesPass::Unknown;
    bool hasTraffic = true;

    const TrafficSource &key() const { return source; }
    friend bool operator==(const BusyRow &, const BusyRow &) = default;
};

/// The services, or the real servers, with the most new connections per second; among equals those with the most
/// connections, which is all that is known of a table read from /proc.
class BusiestModel : public RowTable<BusyRow>
{
    Q_OBJECT
public:
    enum class Of : quint8 { Services, Servers };
    enum Column : quint8 { Name, ConnectionRate, Trend, InByteRate, OutByteRate, Active, ColumnCount };
    enum Role {
        TrendRole = aboutRole + 1, ///< lvs::Trend, worked out when it is asked for
    };
    static constexpr qsizetype most = 10;

    /// Neither recorder nor annotations are owned.
    BusiestModel(Of of, const TrafficRecorder *recorder, const Annotations *annotations, QObject *parent = nullptr);

    void setSnapshot(const Snapshot &snapshot);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString text(const BusyRow &row, Column column) const;
    QString tooltip(const BusyRow &row, Column column) const;

    Of m_of;
    const TrafficRecorder *m_recorder;
    const Annotations *m_annotations;
};

} // namespace lvs
