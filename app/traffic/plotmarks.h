// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/timewindow.h"
#include "app/traffic/trafficpicture.h"

#include <QPalette>

class QCPAbstractItem;
class QCustomPlot;

namespace lvs {

/// Lines on the time axis for what happened, with words above them. Where those would cover each other, they become
/// one.
class PlotMarks
{
public:
    static constexpr std::size_t most = 200;

    /// Not owned.
    explicit PlotMarks(QCustomPlot *plot)
        : m_plot(plot)
    {
    }

    /// `marks` in order of time.
    void draw(const std::vector<TrafficMark> &marks, const TimeWindow &window, const QPalette &palette);

private:
    void addLine(const TrafficMark &mark, const QPalette &palette);
    void addText(const QString &text, double pixel, const QColor &color);

    QCustomPlot *m_plot;
    std::vector<QCPAbstractItem *> m_items;
};

} // namespace lvs
