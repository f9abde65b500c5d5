// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/timewindow.h"
#include "app/traffic/trafficpicture.h"

#include <QSharedPointer>
#include <QWidget>

class QCPItemText;
class QCustomPlot;
class QPaintDevice;

namespace lvs {

class Crosshair;
class LogarithmicValueTicks;
class PlotCurves;
class PlotInput;
class PlotMarks;
class TimeTicks;
class ValueTicks;

/// Curves of traffic over time, with a crosshair that reads all of them, and marks for what happened. By pointer:
/// drag to pan, turn the wheel to zoom. By keyboard: left and right read, with Shift they pan, + and - zoom, Space
/// holds, End goes to the present.
class TrafficPlot : public QWidget
{
    Q_OBJECT
public:
    using Series = TrafficSeries;
    using Mark = TrafficMark;

    explicit TrafficPlot(QWidget *parent = nullptr);
    ~TrafficPlot() override;

    const TimeWindow &window() const { return m_window; }
    /// Changes the window and tells of it.
    template<class Change> void changeWindow(Change change)
    {
        change(m_window);
        Q_EMIT windowChanged();
    }
    /// About how many points a curve can show.
    qsizetype points() const;

    /// The curves of the window.
    void setSeries(std::vector<Series> series, TrafficMetric metric);
    /// In order of time; the last of them where there are many.
    void setMarks(std::vector<Mark> marks);
    void setStacked(bool stacked);
    void setLogarithmic(bool logarithmic);
    /// Drawn thicker than the others.
    void setHighlighted(const std::optional<TrafficSource> &source);
    /// Stands in the middle when there is nothing to draw.
    void setEmptyText(const QString &text);
    /// Draws what was set since the last time.
    void refresh();

    const std::vector<Series> &series() const { return m_picture.series; }
    const AlignedCurves &values() const { return m_picture.values; }
    const std::vector<Mark> &marks() const { return m_picture.marks; }
    /// The moment that is read, and what stands there; nothing while none is.
    std::optional<qint64> cursor() const;
    void setCursorAt(std::optional<qint64> at);
    QString readout() const;
    /// Ends of the value axis.
    std::pair<double, double> valueRange() const;

    /// Draws the graph with its legend, without the crosshair.
    void render(QPaintDevice *device, const QSize &size);
    QPixmap picture(const QSize &size, double scale);

Q_SIGNALS:
    void windowChanged();
    void sourceClicked(const lvs::TrafficSource &source);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpPlot();
    void setUpLegend();
    void setUpInput();
    void recolor();
    void setUpAxes();
    void fitLegend();

    QCustomPlot *m_plot;
    QSharedPointer<ValueTicks> m_valueTicks;
    QSharedPointer<LogarithmicValueTicks> m_logTicks;
    QSharedPointer<TimeTicks> m_timeTicks;
    TimeWindow m_window;
    TrafficPicture m_picture;
    std::unique_ptr<PlotCurves> m_curves;
    std::unique_ptr<PlotMarks> m_eventMarks;
    std::unique_ptr<Crosshair> m_crosshair;
    PlotInput *m_input;
    QCPItemText *m_empty;
    QString m_emptyText;
};

} // namespace lvs
