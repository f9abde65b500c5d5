// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/timewindow.h"
#include "app/traffic/trafficpicture.h"

#include <QPalette>

class QCPItemLine;
class QCPItemTracer;
class QCPLayer;
class QCustomPlot;
class QLabel;
class QWidget;

namespace lvs {

/// The moment that is read in a graph, with the values of all curves there in a box beside it. On a layer of its own:
/// to move it, nothing else has to be drawn.
class Crosshair
{
public:
    /// `picture` and `window` are looked at whenever it is drawn; none of them is owned. `owner` gets the box.
    Crosshair(QCustomPlot *plot, const TrafficPicture *picture, const TimeWindow *window, QWidget *owner);

    /// Nothing while none is read.
    std::optional<qint64> at() const { return m_at; }
    /// Whether that has changed.
    bool setAt(std::optional<qint64> at);
    /// To the next moment with a figure, or to the last one if none is read.
    std::optional<qint64> stepped(int by) const;
    /// What stands there, a line per curve and per event; empty while no moment is read.
    QString text() const;

    /// Puts its parts where the picture has them; they are seen with the next replot.
    void place();
    /// Draws it anew, alone.
    void redraw();
    void setVisible(bool visible);
    void setPalette(const QPalette &palette);

private:
    bool isShown() const { return m_at && !m_picture->values.times.empty(); }
    /// What each curve is there; gaps where that is not known.
    std::vector<CurvePoint> points() const;
    /// The last moment with a figure up to then.
    std::optional<std::size_t> momentOf(qint64 at) const;
    std::vector<const TrafficMark *> marks() const;
    QString momentText() const;
    QString html() const;
    void placeBox();

    QCustomPlot *m_plot;
    const TrafficPicture *m_picture;
    const TimeWindow *m_window;
    QLabel *m_box;
    QCPLayer *m_layer;
    QCPItemLine *m_line;
    std::vector<QCPItemTracer *> m_dots;
    QPalette m_palette;
    std::optional<qint64> m_at;
};

} // namespace lvs
