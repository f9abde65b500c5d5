// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/traffic/timewindow.h"

#include <QObject>

#include <functional>
#include <optional>

class QCustomPlot;
class QKeyEvent;
class QMouseEvent;

namespace lvs {

/// What a person does in a graph by pointer and keys, as changes of its time window and of the moment that is read.
class PlotInput : public QObject
{
    Q_OBJECT
public:
    /// Takes the plot's pointer events. Neither is owned.
    PlotInput(QCustomPlot *plot, const TimeWindow *window, QObject *parent = nullptr);

    /// Whether the key means something here. `cursor` is the moment that is read.
    bool takeKey(const QKeyEvent &event, std::optional<qint64> cursor);

Q_SIGNALS:
    void windowWanted(const std::function<void(lvs::TimeWindow &)> &change);
    /// The moment under the pointer is to be read; nothing: none any more.
    void cursorWanted(std::optional<qint64> at);
    /// The next moment with a figure is.
    void stepWanted(int by);
    void pressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isInside(const QMouseEvent &event) const;
    void move(const QMouseEvent &event);
    qint64 timeAt(double pixel) const;

    QCustomPlot *m_plot;
    const TimeWindow *m_window;
    bool m_reads = false;             ///< the moment that is read is the pointer's
    std::optional<double> m_dragFrom; ///< pixel
};

} // namespace lvs
