// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/plotinput.h"

#include <qcustomplot.h>

namespace lvs {

namespace {

constexpr double zoomStep = 1.25;
constexpr double reachPixels = 5; ///< within which a press is no drag

} // namespace

PlotInput::PlotInput(QCustomPlot *plot, const TimeWindow *window, QObject *parent)
    : QObject(parent)
    , m_plot(plot)
    , m_window(window)
{
    plot->setMouseTracking(true);
    plot->installEventFilter(this);
}

qint64 PlotInput::timeAt(double pixel) const
{
    return qint64(m_plot->xAxis->pixelToCoord(pixel) * 1000);
}

bool PlotInput::isInside(const QMouseEvent &event) const
{
    return m_plot->axisRect()->rect().contains(event.pos());
}

bool PlotInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_plot)
        return false;
    switch (event->type()) {
    case QEvent::Wheel: {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const double factor = std::pow(zoomStep, -wheel->angleDelta().y() / 120.0);
        const qint64 anchor = timeAt(wheel->position().x());
        Q_EMIT windowWanted([=](TimeWindow &window) { window.zoom(factor, anchor); });
        return true;
    }
    case QEvent::MouseButtonPress: {
        const auto *press = static_cast<QMouseEvent *>(event);
        Q_EMIT pressed();
        if (press->button() == Qt::LeftButton && isInside(*press))
            m_dragFrom = press->position().x();
        break;
    }
    case QEvent::MouseButtonRelease:
        m_dragFrom.reset();
        m_plot->unsetCursor();
        break;
    case QEvent::MouseButtonDblClick:
        if (isInside(*static_cast<QMouseEvent *>(event)))
            Q_EMIT windowWanted([](TimeWindow &window) { window.goLive(); });
        break;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        break;
    case QEvent::Leave:
        if (std::exchange(m_reads, false))
            Q_EMIT cursorWanted(std::nullopt);
        break;
    default:
        break;
    }
    return false;
}

void PlotInput::move(const QMouseEvent &event)
{
    const double x = event.position().x();
    if (m_dragFrom && std::abs(x - *m_dragFrom) >= reachPixels) {
        m_plot->setCursor(Qt::ClosedHandCursor);
        const qint64 by = timeAt(*m_dragFrom) - timeAt(x);
        m_dragFrom = x;
        Q_EMIT windowWanted([by](TimeWindow &window) { window.pan(by); });
    } else if (!m_dragFrom && isInside(event)) {
        m_reads = true;
        Q_EMIT cursorWanted(timeAt(x));
    }
}

bool PlotInput::takeKey(const QKeyEvent &event, std::optional<qint64> cursor)
{
    const qint64 step = m_window->span() / 10;
    const qint64 anchor = cursor.value_or(m_window->to());
    const auto change = [this](const std::function<void(TimeWindow &)> &work) {
        Q_EMIT windowWanted(work);
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event.key() == Qt::Key_Left ? -1 : 1;
        if (event.modifiers().testFlag(Qt::ShiftModifier))
            return change([=](TimeWindow &window) { window.pan(direction * step); });
        m_reads = false;
        Q_EMIT stepWanted(direction);
        return true;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return change([=](TimeWindow &window) { window.zoom(1 / (zoomStep * zoomStep), anchor); });
    case Qt::Key_Minus:
        return change([=](TimeWindow &window) { window.zoom(zoomStep * zoomStep, anchor); });
    case Qt::Key_PageUp:
        return change([](TimeWindow &window) { window.pan(-window.span()); });
    case Qt::Key_PageDown:
        return change([](TimeWindow &window) { window.pan(window.span()); });
    case Qt::Key_Space:
        return change([](TimeWindow &window) { window.isLive() ? window.hold() : window.goLive(); });
    case Qt::Key_End:
        return change([](TimeWindow &window) { window.goLive(); });
    case Qt::Key_Escape:
        if (!cursor)
            return false;
        Q_EMIT cursorWanted(std::nullopt);
        return true;
    default:
        return false;
    }
}

} // namespace lvs
