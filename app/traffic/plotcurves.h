// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/timewindow.h"
#include "app/traffic/trafficpicture.h"

#include <QPalette>

class QCPGraph;
class QCustomPlot;

namespace lvs {

/// The lines of a graph, laid over each other with their spread or stacked as areas, the range of its value axis, and
/// its legend. Lines and legend are made anew only when other curves are shown: a click that has begun on them ends on
/// them, whatever values come in between.
class PlotCurves
{
public:
    /// Not owned.
    explicit PlotCurves(QCustomPlot *plot)
        : m_plot(plot)
    {
    }

    void draw(const TrafficPicture &picture, const TimeWindow &window, const QPalette &palette);
    /// What a line in the legend stands for; nothing if it is none of them.
    std::optional<TrafficSource> sourceOf(const QObject *line) const;

private:
    /// What the lines were made for.
    struct Shape {
        TrafficSource source{};
        int color = 0;
        bool hasValues = false;
        friend bool operator==(const Shape &, const Shape &) = default;
    };
    /// Of one curve.
    struct Lines {
        QCPGraph *least = nullptr; ///< edges of the spread
        QCPGraph *most = nullptr;
        QCPGraph *mean = nullptr;
        QCPGraph *alone = nullptr; ///< points that are seen as such: without a neighbour there is no line to them
    };

    void remake(const TrafficPicture &picture, std::vector<Shape> shape);
    void scale(const TrafficPicture &picture, const TimeWindow &window);
    void drawOverlaid(const TrafficPicture &picture, const QPalette &palette);
    void drawStacked(const TrafficPicture &picture, const QPalette &palette);
    void setMean(const Lines &lines, const QVector<double> &keys, const QVector<double> &values);

    QCustomPlot *m_plot;
    std::vector<Shape> m_shape;
    bool m_stacked = false;
    std::vector<Lines> m_lines; ///< in the order of the series
};

} // namespace lvs
