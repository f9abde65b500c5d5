// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/alignedcurves.h"
#include "core/traffic/trafficmetric.h"

#include <QAbstractTableModel>

#include <map>

namespace lvs {

/// What a graph shows, as a table for reading: a row per moment, newest first, and a column per curve, with what
/// happened in the last one.
class TrafficDataModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Rows that are kept; more would not be read by anybody.
    static constexpr std::size_t mostRows = 600;

    using QAbstractTableModel::QAbstractTableModel;

    struct Content {
        AlignedCurves curves{};
        QStringList names{}; ///< of the curves
        TrafficMetric metric{};
        std::map<qint64, QString> events{}; ///< by time
    };
    /// Rows that stay keep their place, so that selection and scrolling do.
    void show(Content content);
    qint64 timeAt(int row) const { return m_times[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString eventsAt(int row) const;

    Content m_content;
    std::vector<qint64> m_times; ///< of the rows, newest first
};

} // namespace lvs
