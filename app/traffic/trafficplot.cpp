// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/trafficplot.h"

#include "app/text/traffictext.h"
#include "app/traffic/crosshair.h"
#include "app/traffic/plotcurves.h"
#include "app/traffic/plotinput.h"
#include "app/traffic/plotmarks.h"
#include "app/traffic/plotstyle.h"
#include "app/traffic/valueticks.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace lvs {

TrafficPlot::TrafficPlot(QWidget *parent)
    : QWidget(parent)
    , m_plot(new QCustomPlot(this))
    , m_valueTicks(new ValueTicks)
    , m_logTicks(new LogarithmicValueTicks)
    , m_timeTicks(new TimeTicks)
    , m_curves(std::make_unique<PlotCurves>(m_plot))
    , m_eventMarks(std::make_unique<PlotMarks>(m_plot))
    , m_crosshair(std::make_unique<Crosshair>(m_plot, &m_picture, &m_window, this))
    , m_input(new PlotInput(m_plot, &m_window, this))
    , m_empty(new QCPItemText(m_plot))
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(320, 180);
    setAccessibleName(tr("Graph"));
    setUpPlot();
    setUpLegend();
    setUpInput();
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.45);
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
    // A day of ten curves has to be drawn within a turn of the event loop.
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->setNotAntialiasedElements(QCP::aeFills);
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->xAxis->setTicker(m_timeTicks);
    m_plot->yAxis->setTicker(m_valueTicks);
    m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->xAxis->grid()->setZeroLinePen(Qt::NoPen);
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
}

void TrafficPlot::setUpLegend()
{
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
    connect(m_plot, &QCustomPlot::legendClick, this, [this](QCPLegend *, QCPAbstractLegendItem *item) {
        auto *line = qobject_cast<QCPPlottableLegendItem *>(item);
        if (const auto source = m_curves->sourceOf(line ? line->plottable() : nullptr))
            Q_EMIT sourceClicked(*source);
    });
}

void TrafficPlot::setUpInput()
{
    connect(m_input, &PlotInput::windowWanted, this,
            [this](const std::function<void(TimeWindow &)> &change) { changeWindow(change); });
    connect(m_input, &PlotInput::cursorWanted, this, &TrafficPlot::setCursorAt);
    connect(m_input, &PlotInput::stepWanted, this, [this](int by) { setCursorAt(m_crosshair->stepped(by)); });
    connect(m_input, &PlotInput::pressed, this, [this] { setFocus(Qt::MouseFocusReason); });
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
    // The labels of the last moment and of the highest value reach over the ends of their axes.
    const int halfMoment = fontMetrics().horizontalAdvance(QStringLiteral("00-00 00:00")) / 2;
    m_plot->axisRect()->setMinimumMargins({8, fontMetrics().height() + 4, halfMoment + 6, 0});
    m_plot->yAxis->grid()->setZeroLinePen(QPen(mixed(text, base, 0.3), 0));
    m_plot->legend->setTextColor(text);
    m_plot->legend->setFont(font());
    m_empty->setFont(font());
    m_empty->setColor(text);
    m_crosshair->setPalette(palette());
}

qsizetype TrafficPlot::points() const
{
    constexpr int pixels = 2; // between two points
    return std::max(m_plot->axisRect()->width() / pixels, 200);
}

void TrafficPlot::setSeries(std::vector<Series> series, TrafficMetric metric)
{
    m_picture.series = std::move(series);
    m_picture.metric = metric;
    std::vector<Curve> curves;
    curves.reserve(m_picture.series.size());
    for (const Series &one : m_picture.series)
        curves.push_back(one.curve);
    m_picture.values = aligned(curves);
}

void TrafficPlot::setMarks(std::vector<Mark> marks)
{
    if (marks.size() > PlotMarks::most)
        marks.erase(marks.begin(), marks.end() - PlotMarks::most);
    m_picture.marks = std::move(marks);
}

void TrafficPlot::setStacked(bool stacked)
{
    m_picture.stacked = stacked;
    refresh();
}

void TrafficPlot::setLogarithmic(bool logarithmic)
{
    m_picture.logarithmic = logarithmic;
    refresh();
}

void TrafficPlot::setHighlighted(const std::optional<TrafficSource> &source)
{
    if (source == m_picture.highlighted)
        return;
    m_picture.highlighted = source;
    refresh();
}

void TrafficPlot::setEmptyText(const QString &text)
{
    m_emptyText = text;
}

void TrafficPlot::refresh()
{
    setUpAxes();
    m_curves->draw(m_picture, m_window, palette());
    fitLegend();
    m_eventMarks->draw(m_picture.marks, m_window, palette());
    m_empty->setText(m_emptyText);
    m_empty->setVisible(m_picture.values.times.empty() && !m_emptyText.isEmpty());
    m_crosshair->place();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrafficPlot::setUpAxes()
{
    const TrafficMetric metric = m_picture.metric;
    m_plot->xAxis->setRange(axisKey(m_window.from()), axisKey(m_window.to()));
    // The whole of it where there is room.
    const QString label = metricText(metric);
    const bool fits = fontMetrics().horizontalAdvance(label) < m_plot->axisRect()->height() - 8;
    m_plot->yAxis->setLabel(fits ? label : quantityText(quantityOf(metric)));
    m_valueTicks->metric = m_logTicks->metric = metric;
    const bool logarithmic = m_picture.logarithmic && !m_picture.stacked;
    m_plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (logarithmic)
        m_plot->yAxis->setTicker(m_logTicks);
    else
        m_plot->yAxis->setTicker(m_valueTicks);
}

/// As many in a row as there is room for.
void TrafficPlot::fitLegend()
{
    qsizetype widest = 1;
    for (const Series &series : m_picture.series)
        widest = std::max<qsizetype>(widest, fontMetrics().horizontalAdvance(series.name) + 40);
    const int perRow = int(std::clamp<qsizetype>((width() - 32) / widest, 1, 8));
    if (m_plot->legend->wrap() != perRow)
        m_plot->legend->setWrap(perRow);
}

std::pair<double, double> TrafficPlot::valueRange() const
{
    return {m_plot->yAxis->range().lower, m_plot->yAxis->range().upper};
}

std::optional<qint64> TrafficPlot::cursor() const
{
    return m_crosshair->at();
}

QString TrafficPlot::readout() const
{
    return m_crosshair->text();
}

void TrafficPlot::setCursorAt(std::optional<qint64> at)
{
    if (!m_crosshair->setAt(at))
        return;
    m_crosshair->redraw();
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    setAccessibleDescription(readout());
    QAccessible::updateAccessibility(&changed);
}

void TrafficPlot::keyPressEvent(QKeyEvent *event)
{
    if (!m_input->takeKey(*event, cursor()))
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
    m_crosshair->setVisible(false);
    m_plot->replot(QCustomPlot::rpImmediateRefresh); // lays it out
    QCPPainter painter(device);
    painter.setMode(QCPPainter::pmVectorized);
    m_plot->toPainter(&painter, size.width(), size.height());
    painter.end();
    m_crosshair->setVisible(true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QPixmap TrafficPlot::picture(const QSize &size, double scale)
{
    m_crosshair->setVisible(false);
    const QPixmap pixmap = m_plot->toPixmap(size.width(), size.height(), scale);
    m_crosshair->setVisible(true);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    return pixmap;
}

} // namespace lvs
