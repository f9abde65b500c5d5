// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/trafficplot.h"

#include "app/text/traffictext.h"
#include "app/theme/statecolors.h"
#include "app/traffic/valueticks.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace lvs {

namespace {

constexpr double linePen = 1.6;
constexpr double thickPen = 3.0;
constexpr double zoomStep = 1.25;
/// Pixels within which a mark belongs to the crosshair, and a press is no drag.
constexpr double reachPixels = 5;
constexpr std::size_t mostMarks = 200;
/// Zero has no place on a logarithmic axis: it lies on its lower end.
constexpr double leastLogarithmic = 0.1;

double key(qint64 at)
{
    return double(at) / 1000;
}

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

/// Beside colours, lines that repeat one differ in their pattern.
Qt::PenStyle patternOf(int color)
{
    constexpr std::array patterns{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    return patterns[std::size_t(color / seriesColorCount) % patterns.size()];
}

State stateOf(TrafficEvent::Kind kind)
{
    switch (kind) {
    case TrafficEvent::Kind::Applied:
        return State::Drafted;
    case TrafficEvent::Kind::ForeignEdit:
        return State::Foreign;
    case TrafficEvent::Kind::Drained:
        return State::Drained;
    case TrafficEvent::Kind::LinkLost:
        return State::Unreachable;
    case TrafficEvent::Kind::LinkBack:
        break;
    }
    return State::Serving;
}

QString momentText(const TimeWindow &window, qint64 at)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(at);
    return window.span() > 12 * 3'600'000LL ? format::dateAndTime(moment) : format::timeOfDay(moment);
}

} // namespace

TrafficPlot::TrafficPlot(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_readout(new QLabel(this))
    , m_valueTicks(new ValueTicks)
    , m_logTicks(new LogarithmicValueTicks)
    , m_timeTicks(new TimeTicks)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 180);
    setAccessibleName(tr("Graph"));
    setToolTip({});
    setUpPlot();
    m_readout->setTextFormat(Qt::RichText);
    m_readout->setFrameShape(QFrame::StyledPanel);
    m_readout->setAutoFillBackground(true);
    m_readout->setMargin(6);
    m_readout->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_readout->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2); // room for the frame of the focus
    layout->addWidget(m_plot);
    recolor();
}

TrafficPlot::~TrafficPlot() = default;

void TrafficPlot::setUpPlot()
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setFocusProxy(this);
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->xAxis->setTicker(m_timeTicks);
    m_plot->yAxis->setTicker(m_valueTicks);
    m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->grid()->setZeroLinePen(Qt::NoPen);
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    m_plot->axisRect()->setMinimumMargins({8, 16, 40, 0});

    auto *row = new QCPLayoutGrid;
    m_plot->plotLayout()->addElement(1, 0, row);
    m_plot->plotLayout()->setRowStretchFactor(1, 0.001);
    m_plot->plotLayout()->setRowSpacing(0);
    row->setMargins({8, 0, 8, 4});
    row->addElement(0, 0, m_plot->legend);
    row->addElement(0, 1, new QCPLayoutElement(m_plot));
    row->setColumnStretchFactor(0, 0.001);
    m_plot->legend->setFillOrder(QCPLegend::foColumnsFirst);
    m_plot->legend->setBorderPen(Qt::NoPen);
    m_plot->legend->setBrush(Qt::NoBrush);
    m_plot->legend->setIconSize(18, 10);
    m_plot->legend->setVisible(true);
    m_plot->setAutoAddPlottableToLegend(false);
    connect(m_plot, &QCustomPlot::legendClick, this, [this](QCPLegend *, QCPAbstractLegendItem *item, QMouseEvent *) {
        auto *line = qobject_cast<QCPPlottableLegendItem *>(item);
        const auto found = std::ranges::find(m_lines, line ? line->plottable() : nullptr);
        if (line && found != m_lines.end())
            Q_EMIT sourceClicked(m_series[std::size_t(found - m_lines.begin())].source);
    });
}

void TrafficPlot::recolor()
{
    const QColor base = palette().color(QPalette::Base);
    const QColor text = palette().color(QPalette::Text);
    const QColor line = mixed(text, base, 0.4);
    m_plot->setBackground(base);
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(line);
        axis->setTickPen(line);
        axis->setTickLabelColor(mixed(text, base, 0.8));
        axis->setLabelColor(mixed(text, base, 0.8));
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(mixed(text, base, 0.12), 0));
    }
    m_plot->yAxis->grid()->setZeroLinePen(QPen(mixed(text, base, 0.3), 0));
    m_plot->legend->setTextColor(text);
    m_plot->legend->setFont(font());
    QPalette colors = palette();
    colors.setColor(QPalette::Window, palette().color(QPalette::ToolTipBase));
    colors.setColor(QPalette::WindowText, palette().color(QPalette::ToolTipText));
    m_readout->setPalette(colors);
}

qsizetype TrafficPlot::points() const
{
    return std::max(m_plot->axisRect()->width(), 200);
}

void TrafficPlot::setSeries(std::vector<Series> series, TrafficMetric metric)
{
    m_series = std::move(series);
    m_metric = metric;
    std::vector<Curve> curves;
    curves.reserve(m_series.size());
    for (const Series &one : m_series)
        curves.push_back(one.curve);
    m_values = aligned(curves);
}

void TrafficPlot::setMarks(std::vector<Mark> marks)
{
    if (marks.size() > mostMarks)
        marks.erase(marks.begin(), marks.end() - mostMarks);
    m_marks = std::move(marks);
}

void TrafficPlot::setStacked(bool stacked)
{
    m_stacked = stacked;
    refresh();
}

void TrafficPlot::setLogarithmic(bool logarithmic)
{
    m_logarithmic = logarithmic;
    refresh();
}

void TrafficPlot::setHighlighted(const std::optional<TrafficSource> &source)
{
    if (source == m_highlighted)
        return;
    m_highlighted = source;
    refresh();
}

void TrafficPlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
}

void TrafficPlot::refresh()
{
    m_plot->clearItems();
    m_plot->clearGraphs();
    m_plot->legend->clearItems();
    m_lines.clear();
    m_plot->xAxis->setRange(key(m_window.from()), key(m_window.to()));
    // The whole of it where there is room.
    const QString label = metricText(m_metric);
    const bool fits = fontMetrics().horizontalAdvance(label) < m_plot->axisRect()->height() - 8;
    m_plot->yAxis->setLabel(fits ? label : quantityText(quantityOf(m_metric)));
    m_valueTicks->metric = m_logTicks->metric = m_metric;
    const bool logarithmic = m_logarithmic && !m_stacked;
    m_plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        m_plot->yAxis->setTicker(m_logTicks);
    else
        m_plot->yAxis->setTicker(m_valueTicks);
    // As many in a row as there is room for.
    qsizetype widest = 1;
    for (const Series &series : m_series)
        widest = std::max<qsizetype>(widest, fontMetrics().horizontalAdvance(series.name) + 40);
    m_plot->legend->setWrap(int(std::clamp<qsizetype>((width() - 32) / widest, 1, 8)));
    scaleValues();
    if (m_stacked)
        drawStacked();
    else
        drawOverlaid();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i]->setName(m_series[i].name);
        m_lines[i]->addToLegend();
    }
    drawMarks();
    if (m_values.times.empty() && !m_emptyText.isEmpty()) {
        auto *text = new QCPItemText(m_plot);
        text->position->setType(QCPItemPosition::ptAxisRectRatio);
        text->position->setCoords(0.5, 0.45);
        text->setText(m_emptyText);
        text->setFont(font());
        text->setColor(palette().color(QPalette::Text));
    }
    drawCursor();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QCPGraph *TrafficPlot::addLine(const Series &series)
{
    QCPGraph *line = m_plot->addGraph();
    const double width = m_highlighted == series.source ? thickPen : linePen;
    line->setPen(
        QPen(seriesColor(series.color, palette()), width, patternOf(series.color), Qt::FlatCap, Qt::RoundJoin));
    if (series.curve.points.size() < 40) // also one that stands alone
        line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 3));
    m_lines.push_back(line);
    return line;
}

void TrafficPlot::drawOverlaid()
{
    const double bottom = m_plot->yAxis->range().lower; // what is less, as zero on a logarithmic axis, lies on it
    const auto shown = [bottom](float value) { return std::max(double(value), bottom); };
    for (const Series &series : m_series) {
        const auto &points = series.curve.points;
        QVector<double> keys(qsizetype(points.size()));
        QVector<double> least(keys.size());
        QVector<double> mean(keys.size());
        QVector<double> most(keys.size());
        bool hasSpread = false;
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const CurvePoint &point = points[std::size_t(i)];
            keys[i] = key(point.at);
            const bool gap = point.isGap();
            least[i] = gap ? qQNaN() : shown(point.least);
            mean[i] = gap ? qQNaN() : shown(point.mean);
            most[i] = gap ? qQNaN() : shown(point.most);
            hasSpread = hasSpread || point.least < point.most;
        }
        if (hasSpread) {
            QColor color = seriesColor(series.color, palette());
            color.setAlphaF(0.22F);
            QCPGraph *lower = m_plot->addGraph();
            lower->setPen(Qt::NoPen);
            lower->setData(keys, least, true);
            QCPGraph *upper = m_plot->addGraph();
            upper->setPen(Qt::NoPen);
            upper->setBrush(color);
            upper->setChannelFillGraph(lower);
            upper->setData(keys, most, true);
        }
        addLine(series)->setData(keys, mean, true);
    }
}

/// The highest edge first, each area filled down to zero and covered by those below it.
void TrafficPlot::drawStacked()
{
    const auto edges = stacked(m_values);
    QVector<double> keys;
    keys.reserve(qsizetype(m_values.times.size()));
    for (const qint64 time : m_values.times)
        keys.append(key(time));
    for (std::size_t i = m_series.size(); i-- > 0;) {
        QCPGraph *line = addLine(m_series[i]);
        line->setScatterStyle(QCPScatterStyle::ssNone);
        line->setBrush(mixed(seriesColor(m_series[i].color, palette()), palette().color(QPalette::Base), 0.45));
        line->setData(keys, QVector<double>(edges[i].begin(), edges[i].end()), true);
    }
    std::ranges::reverse(m_lines);
}

void TrafficPlot::scaleValues()
{
    double most = 0;
    double least = std::numeric_limits<double>::max();
    const auto look = [&](double value, qint64 at) {
        if (std::isnan(value) || at < m_window.from() || at > m_window.to())
            return;
        most = std::max(most, value);
        if (value > 0)
            least = std::min(least, value);
    };
    if (m_stacked) {
        for (const auto &edge : stacked(m_values)) {
            for (std::size_t i = 0; i < edge.size(); ++i)
                look(edge[i], m_values.times[i]);
        }
    } else {
        for (const Series &series : m_series) {
            for (const CurvePoint &point : series.curve.points) {
                look(double(point.most), point.at);
                look(double(point.least), point.at);
            }
        }
    }
    if (m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic) {
        const double bottom = std::pow(10, std::floor(std::log10(std::clamp(least, leastLogarithmic, 1e18))));
        m_plot->yAxis->setRange(most > 0 ? bottom : leastLogarithmic, std::max(most * 1.5, bottom * 10));
    } else {
        m_plot->yAxis->setRange(0, most > 0 ? most * 1.08 : 1);
    }
}

std::pair<double, double> TrafficPlot::valueRange() const
{
    return {m_plot->yAxis->range().lower, m_plot->yAxis->range().upper};
}

void TrafficPlot::drawMarks()
{
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const Mark &mark = m_marks[i];
        if (i > 0 && m_marks[i - 1].at == mark.at)
            continue; // said by the one before
        QStringList kinds{eventKindText(mark.kind)};
        for (std::size_t next = i + 1; next < m_marks.size() && m_marks[next].at == mark.at; ++next)
            kinds << eventKindText(m_marks[next].kind);
        kinds.removeDuplicates();
        const QColor color = stateColor(stateOf(mark.kind), palette());
        auto *line = new QCPItemLine(m_plot);
        line->setPen(QPen(color, 1, Qt::DotLine));
        auto *text = new QCPItemText(m_plot);
        text->setText(kinds.join(QStringLiteral(", ")));
        text->setFont(font());
        text->setColor(color);
        text->setPositionAlignment(Qt::AlignBottom | Qt::AlignHCenter);
        for (QCPItemPosition *position : {line->start, line->end, text->position}) {
            position->setTypeX(QCPItemPosition::ptPlotCoords);
            position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        }
        line->start->setCoords(key(mark.at), 0);
        line->end->setCoords(key(mark.at), 1);
        text->position->setCoords(key(mark.at), 0);
        text->setClipToAxisRect(false);
        text->setVisible(mark.at >= m_window.from() && mark.at <= m_window.to());
    }
    // Where they would cover each other, the lines have to do.
    double free = -1;
    for (int i = 0; i < m_plot->itemCount(); ++i) {
        auto *text = qobject_cast<QCPItemText *>(m_plot->item(i));
        if (!text || !text->visible())
            continue;
        const double middle = m_plot->xAxis->coordToPixel(text->position->key());
        const double half = fontMetrics().horizontalAdvance(text->text()) / 2.0 + 3;
        if (middle - half < free)
            text->setVisible(false);
        else
            free = middle + half;
    }
}

qint64 TrafficPlot::timeAt(double pixel) const
{
    return qint64(m_plot->xAxis->pixelToCoord(pixel) * 1000);
}

std::optional<std::size_t> TrafficPlot::momentOf(qint64 at) const
{
    const auto after = std::ranges::upper_bound(m_values.times, at);
    if (after == m_values.times.begin())
        return {};
    return std::size_t(after - m_values.times.begin()) - 1;
}

std::vector<CurvePoint> TrafficPlot::pointsAtCursor() const
{
    const std::optional<std::size_t> moment = momentOf(*m_cursor);
    std::vector<CurvePoint> points;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const bool reaches = moment && *m_cursor - m_values.times[*moment] <= longestHold(m_values.grains[i]);
        points.push_back(reaches ? m_values.columns[i][*moment] : CurvePoint::gapAt(*m_cursor));
    }
    return points;
}

void TrafficPlot::setCursorAt(std::optional<qint64> at)
{
    if (at && m_values.times.empty())
        at.reset();
    if (m_cursor == at)
        return;
    m_cursor = at;
    refresh();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    setAccessibleDescription(readout());
    QAccessible::updateAccessibility(&changed);
}

void TrafficPlot::drawCursor()
{
    if (!m_cursor || m_values.times.empty()) {
        m_readout->hide();
        return;
    }
    auto *line = new QCPItemLine(m_plot);
    line->setPen(QPen(mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.6), 1));
    for (QCPItemPosition *position : {line->start, line->end}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    line->start->setCoords(key(*m_cursor), 0);
    line->end->setCoords(key(*m_cursor), 1);
    const std::vector<CurvePoint> points = pointsAtCursor();
    double sum = 0;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const CurvePoint &point = points[i];
        if (point.isGap())
            continue;
        sum += double(point.mean);
        auto *dot = new QCPItemTracer(m_plot);
        dot->setStyle(QCPItemTracer::tsCircle);
        dot->setSize(7);
        dot->setPen(QPen(seriesColor(m_series[i].color, palette()), 2));
        dot->setBrush(palette().color(QPalette::Base));
        const double value = m_stacked ? sum : double(point.mean);
        dot->position->setCoords(key(*m_cursor), std::max(value, m_plot->yAxis->range().lower));
    }
    m_readout->setText(readoutHtml());
    m_readout->adjustSize();
    placeReadout();
    m_readout->show();
    m_readout->raise();
}

/// Beside the crosshair, on the side that has more room.
void TrafficPlot::placeReadout()
{
    const QRect area = m_plot->axisRect()->rect();
    const int x = int(m_plot->xAxis->coordToPixel(key(*m_cursor)));
    const int left = x > area.center().x() ? x - 12 - m_readout->width() : x + 12;
    m_readout->move(m_plot->pos() + QPoint(left, area.top() + 12));
}

std::vector<const TrafficPlot::Mark *> TrafficPlot::marksNear(qint64 at) const
{
    const auto reach = qint64(reachPixels * double(m_window.span()) / std::max(m_plot->axisRect()->width(), 1));
    std::vector<const Mark *> near;
    for (const Mark &mark : m_marks) {
        if (std::abs(mark.at - at) <= reach)
            near.push_back(&mark);
    }
    return near;
}

QString TrafficPlot::readout() const
{
    if (!m_cursor || m_values.times.empty())
        return {};
    QStringList lines{momentText(m_window, *m_cursor)};
    const std::vector<CurvePoint> points = pointsAtCursor();
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const double value = double(points[i].mean);
        lines << QStringLiteral("%1: %2").arg(m_series[i].name, trafficValueText(m_metric, value));
    }
    for (const Mark *mark : marksNear(*m_cursor))
        lines << mark->text;
    return lines.join(u'\n');
}

QString TrafficPlot::readoutHtml() const
{
    QString html = QStringLiteral("<b>%1</b><table cellspacing='2'>").arg(momentText(m_window, *m_cursor));
    const std::vector<CurvePoint> points = pointsAtCursor();
    const auto value = [this](float figure) { return trafficValueText(m_metric, double(figure)).toHtmlEscaped(); };
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const CurvePoint &point = points[i];
        const QString spread =
            point.least < point.most ? QStringLiteral("%1 – %2").arg(value(point.least), value(point.most)) : QString();
        html += QStringLiteral("<tr><td style='color:%1'>■</td><td>%2</td><td align='right'>&nbsp;&nbsp;<b>%3</b></td>"
                               "<td>&nbsp;%4</td></tr>")
                    .arg(seriesColor(m_series[i].color, m_readout->palette()).name(), m_series[i].name.toHtmlEscaped(),
                         value(point.mean), spread);
    }
    html += QStringLiteral("</table>");
    for (const Mark *mark : marksNear(*m_cursor))
        html += QStringLiteral("<div style='color:%1'>▎%2</div>")
                    .arg(stateColor(stateOf(mark->kind), m_readout->palette()).name(), mark->text.toHtmlEscaped());
    return html;
}

void TrafficPlot::stepCursor(int by)
{
    if (m_values.times.empty())
        return;
    m_cursorIsPointers = false;
    const auto last = std::ptrdiff_t(m_values.times.size()) - 1;
    const std::ptrdiff_t next = m_cursor ? std::ptrdiff_t(momentOf(*m_cursor).value_or(0)) + by : last;
    setCursorAt(m_values.times[std::size_t(std::clamp<std::ptrdiff_t>(next, 0, last))]);
}

bool TrafficPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_plot && takePointer(event))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool TrafficPlot::takePointer(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Wheel: {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const double steps = wheel->angleDelta().y() / 120.0;
        changeWindow(
            [&](TimeWindow &window) { window.zoom(std::pow(zoomStep, -steps), timeAt(wheel->position().x())); });
        return true;
    }
    case QEvent::MouseButtonPress: {
        const auto *press = static_cast<QMouseEvent *>(event);
        setFocus(Qt::MouseFocusReason);
        if (press->button() == Qt::LeftButton && m_plot->axisRect()->rect().contains(press->pos()))
            m_dragFrom = press->position().x();
        return false;
    }
    case QEvent::MouseButtonRelease:
        m_dragFrom.reset();
        m_plot->unsetCursor();
        return false;
    case QEvent::MouseButtonDblClick:
        if (m_plot->axisRect()->rect().contains(static_cast<QMouseEvent *>(event)->pos()))
            changeWindow([](TimeWindow &window) { window.goLive(); });
        return false;
    case QEvent::MouseMove: {
        const auto *move = static_cast<QMouseEvent *>(event);
        const double x = move->position().x();
        if (m_dragFrom && std::abs(x - *m_dragFrom) >= reachPixels) {
            m_plot->setCursor(Qt::ClosedHandCursor);
            const qint64 by = timeAt(*m_dragFrom) - timeAt(x);
            m_dragFrom = x;
            changeWindow([by](TimeWindow &window) { window.pan(by); });
        } else if (!m_dragFrom && m_plot->axisRect()->rect().contains(move->pos())) {
            m_cursorIsPointers = true;
            setCursorAt(timeAt(x));
        }
        return false;
    }
    case QEvent::Leave:
        if (m_cursorIsPointers)
            setCursorAt({});
        return false;
    default:
        return false;
    }
}

void TrafficPlot::keyPressEvent(QKeyEvent *event)
{
    const qint64 step = m_window.span() / 10;
    const qint64 anchor = m_cursor.value_or(m_window.to());
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (shift)
            changeWindow([&](TimeWindow &window) { window.pan(direction * step); });
        else
            stepCursor(direction);
        return;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return changeWindow([&](TimeWindow &window) { window.zoom(1 / (zoomStep * zoomStep), anchor); });
    case Qt::Key_Minus:
        return changeWindow([&](TimeWindow &window) { window.zoom(zoomStep * zoomStep, anchor); });
    case Qt::Key_PageUp:
        return changeWindow([&](TimeWindow &window) { window.pan(-window.span()); });
    case Qt::Key_PageDown:
        return changeWindow([&](TimeWindow &window) { window.pan(window.span()); });
    case Qt::Key_Space:
        return changeWindow([](TimeWindow &window) { window.isLive() ? window.hold() : window.goLive(); });
    case Qt::Key_End:
        return changeWindow([](TimeWindow &window) { window.goLive(); });
    case Qt::Key_Escape:
        if (m_cursor)
            return setCursorAt({});
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TrafficPlot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TrafficPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void TrafficPlot::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void TrafficPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        recolor();
        refresh();
    }
}

void TrafficPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void TrafficPlot::render(QPaintDevice *device, const QSize &size)
{
    const auto cursor = std::exchange(m_cursor, std::nullopt);
    refresh();
    m_plot->replot(QCustomPlot::rpImmediateRefresh); // lays it out
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized);
    m_plot->toPainter(&painter, size.width(), size.height());
    painter.end();
    m_cursor = cursor;
    refresh();
}

QPixmap TrafficPlot::picture(const QSize &size, double scale)
{
    const auto cursor = std::exchange(m_cursor, std::nullopt);
    refresh();
    const QPixmap pixmap = m_plot->toPixmap(size.width(), size.height(), scale);
    m_cursor = cursor;
    refresh();
    return pixmap;
}

} // namespace lvs
