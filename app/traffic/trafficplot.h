// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/timewindow.h"
#include "core/traffic/alignedcurves.h"
#include "core/traffic/trafficevents.h"
#include "core/traffic/trafficmetric.h"

#include <QSharedPointer>
#include <QWidget>

#include <optional>

class QCPGraph;
class QCustomPlot;
class QLabel;
class QPaintDevice;

namespace lvs {

class LogarithmicValueTicks;
class TimeTicks;
class ValueTicks;

/// Curves of traffic over time, with a crosshair that reads all of them, and marks for what happened. By pointer:
/// drag to pan, turn the wheel to zoom. By keyboard: left and right read, with Shift they pan, + and - zoom, Space
/// holds, End goes to the present.
class TrafficPlot : public QWidget
{
    Q_OBJECT
public:
    struct Series {
        TrafficSource source{};
        QString name{};
        int color = 0; ///< for seriesColor()
        Curve curve{};
    };
    struct Mark {
        qint64 at = 0;
        TrafficEvent::Kind kind{};
        QString text{};
    };

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
    void setMarks(std::vector<Mark> marks);
    void setStacked(bool stacked);
    void setLogarithmic(bool logarithmic);
    /// Drawn thicker than the others.
    void setHighlighted(const std::optional<TrafficSource> &source);
    /// Stands in the middle when there is nothing to draw.
    void setEmptyText(const QString &text);
    /// Draws what was set since the last time.
    void refresh();

    const std::vector<Series> &series() const { return m_series; }
    const AlignedCurves &values() const { return m_values; }
    const std::vector<Mark> &marks() const { return m_marks; }
    /// The moment that is read, and what stands there; nothing while none is.
    std::optional<qint64> cursor() const { return m_cursor; }
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
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpPlot();
    void recolor();
    void drawOverlaid();
    void drawStacked();
    QCPGraph *addLine(const Series &series);
    void drawMarks();
    void scaleValues();
    void drawCursor();
    void placeReadout();
    /// What each curve is at the crosshair; gaps where that is not known.
    std::vector<CurvePoint> pointsAtCursor() const;
    /// The last moment with a figure up to then.
    std::optional<std::size_t> momentOf(qint64 at) const;
    QString readoutHtml() const;
    std::vector<const Mark *> marksNear(qint64 at) const;
    void stepCursor(int by);
    qint64 timeAt(double pixel) const;
    bool takePointer(QEvent *event);

    QCustomPlot *m_plot;
    QLabel *m_readout;
    QSharedPointer<ValueTicks> m_valueTicks;
    QSharedPointer<LogarithmicValueTicks> m_logTicks;
    QSharedPointer<TimeTicks> m_timeTicks;
    TimeWindow m_window;
    std::vector<Series> m_series;
    std::vector<Mark> m_marks;
    AlignedCurves m_values;
    std::vector<QCPGraph *> m_lines; ///< one per series
    TrafficMetric m_metric{};
    std::optional<TrafficSource> m_highlighted;
    std::optional<qint64> m_cursor;
    QString m_emptyText;
    bool m_cursorIsPointers = false;  ///< goes with the pointer
    std::optional<double> m_dragFrom; ///< pixel
    bool m_stacked = false;
    bool m_logarithmic = false;
};

} // namespace lvs
