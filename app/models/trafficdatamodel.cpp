// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trafficdatamodel.h"

#include "app/text/traffictext.h"

#include <algorithm>

namespace lvs {

void TrafficDataModel::show(Content content)
{
    std::vector<qint64> times;
    for (auto time = content.curves.times.rbegin(); time != content.curves.times.rend() && times.size() < mostRows;
         ++time)
        times.push_back(*time);
    const auto kept = std::ranges::count_if(
        m_times, [&times](qint64 time) { return std::ranges::binary_search(times, time, std::greater()); });
    if (content.names != m_content.names || content.metric != m_content.metric || kept * 2 < std::ssize(m_times)) {
        beginResetModel();
        m_content = std::move(content);
        m_times = std::move(times);
        endResetModel();
        return;
    }
    for (std::size_t row = m_times.size(); row-- > 0;) {
        if (std::ranges::binary_search(times, m_times[row], std::greater()))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_times.erase(m_times.begin() + std::ptrdiff_t(row));
        endRemoveRows();
    }
    m_content = std::move(content);
    for (std::size_t row = 0; row < times.size(); ++row) {
        if (row < m_times.size() && m_times[row] == times[row])
            continue;
        beginInsertRows({}, int(row), int(row));
        m_times.insert(m_times.begin() + std::ptrdiff_t(row), times[row]);
        endInsertRows();
    }
    if (!m_times.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TrafficDataModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_times.size());
}

int TrafficDataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_content.names.size()) + 2;
}

/// Events from this row's moment until the next one's.
QString TrafficDataModel::eventsAt(int row) const
{
    const auto next = row == 0 ? std::nullopt : std::optional(m_times[std::size_t(row) - 1]);
    return eventsBetween(m_content.events, m_times[std::size_t(row)], next);
}

QVariant TrafficDataModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isTime = index.column() == 0;
    const bool isEvent = index.column() == columnCount() - 1;
    if (role == Qt::TextAlignmentRole)
        return int((isTime || isEvent ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const qint64 time = m_times[std::size_t(index.row())];
    if (isTime) {
        const auto moment = QDateTime::fromMSecsSinceEpoch(time);
        return role == Qt::ToolTipRole ? format::dateAndTime(moment) : format::timeOfDay(moment);
    }
    if (isEvent)
        return eventsAt(index.row());
    const auto &times = m_content.curves.times;
    const auto place = std::ranges::lower_bound(times, time);
    if (place == times.end() || *place != time)
        return {}; // while rows are being exchanged
    const CurvePoint &point =
        m_content.curves.columns[std::size_t(index.column()) - 1][std::size_t(place - times.begin())];
    const auto text = [this](float value, format::Digits digits) {
        return curveValueText(m_content.metric, double(value), digits);
    };
    if (role == Qt::DisplayRole)
        return text(point.mean, format::usualDigits());
    if (point.isGap())
        return tr("not known at this moment");
    constexpr auto all = format::Digits::All;
    if (point.least == point.most)
        return text(point.mean, all);
    return tr("least %1, mean %2, most %3").arg(text(point.least, all), text(point.mean, all), text(point.most, all));
}

QVariant TrafficDataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 || section == columnCount() - 1 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (section == 0)
        return tr("Time");
    if (section == columnCount() - 1)
        return tr("Events");
    const QString name = m_content.names.value(section - 1);
    return role == Qt::DisplayRole ? name : QStringLiteral("%1\n%2").arg(name, metricText(m_content.metric));
}

} // namespace lvs
