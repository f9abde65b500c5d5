// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowtable.h"
#include "core/traffic/trafficevents.h"

namespace lvs {

class Annotations;

struct EventRow {
    TrafficEvent event{};

    std::pair<qint64, TrafficEvent::Kind> key() const { return {event.at, event.kind}; }
    friend bool operator==(const EventRow &, const EventRow &) = default;
};

/// What happened on a director lately, the newest first.
class EventsModel : public RowTable<EventRow>
{
    Q_OBJECT
public:
    enum Column : quint8 { Time, What, ColumnCount };
    static constexpr qsizetype most = 50;

    /// The annotations are not owned.
    explicit EventsModel(const Annotations *annotations, QObject *parent = nullptr);

    void setEvents(const TrafficEvents &events);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const Annotations *m_annotations;
};

} // namespace lvs
