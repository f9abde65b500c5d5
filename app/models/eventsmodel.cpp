// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/eventsmodel.h"

#include "app/text/traffictext.h"

#include <ranges>

namespace lvs {

EventsModel::EventsModel(const Annotations *annotations, QObject *parent)
    : RowTable(parent)
    , m_annotations(annotations)
{
}

void EventsModel::setEvents(const TrafficEvents &events)
{
    std::vector<EventRow> rows;
    for (const TrafficEvent &event : events.events() | std::views::reverse | std::views::take(most))
        rows.push_back({event});
    setRows(std::move(rows));
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Time ? tr("Time") : tr("What happened");
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TrafficEvent &event = rows()[std::size_t(index.row())].event;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(event.at);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Time ? format::timeOfDay(at) : eventText(event, *m_annotations);
    case Qt::ToolTipRole:
        return index.column() == Time ? format::dateAndTime(at) : eventText(event, *m_annotations);
    case aboutRole:
        return event.first.isMachine() ? QVariant() : QVariant::fromValue(event.first);
    default:
        return {};
    }
}

} // namespace lvs
