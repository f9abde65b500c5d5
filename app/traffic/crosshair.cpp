// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/crosshair.h"

#include "app/text/traffictext.h"
#include "app/traffic/plotstyle.h"

#include <QLabel>

#include <qcustomplot.h>

namespace lvs {

namespace {

constexpr double reachPixels = 5; ///< within which a mark belongs to it
const QString layerName = QStringLiteral("crosshair");

} // namespace

Crosshair::Crosshair(QCustomPlot *plot, const TrafficPicture *picture, const TimeWindow *window, QWidget *owner)
    : m_plot(plot)
    , m_picture(picture)
    , m_window(window)
    , m_box(new QLabel(owner))
{
    plot->addLayer(layerName);
    m_layer = plot->layer(layerName);
    m_layer->setMode(QCPLayer::lmBuffered);
    m_line = new QCPItemLine(plot);
    m_line->setLayer(m_layer);
    m_line->setVisible(false);
    for (QCPItemPosition *position : {m_line->start, m_line->end}) {
        position->setTypeX(QCPItemPosition::ptPlotCoords);
        position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    m_box->setObjectName(QStringLiteral("trafficReadout"));
    m_box->setTextFormat(Qt::RichText);
    m_box->setFrameShape(QFrame::StyledPanel);
    m_box->setAutoFillBackground(true);
    m_box->setMargin(6);
    m_box->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_box->hide();
}

bool Crosshair::setAt(std::optional<qint64> at)
{
    if (at && m_picture->values.times.empty())
        at.reset();
    return std::exchange(m_at, at) != at;
}

std::optional<std::size_t> Crosshair::momentOf(qint64 at) const
{
    const auto &times = m_picture->values.times;
    const auto after = std::ranges::upper_bound(times, at);
    if (after == times.begin())
        return {};
    return std::size_t(after - times.begin()) - 1;
}

std::optional<qint64> Crosshair::stepped(int by) const
{
    const auto &times = m_picture->values.times;
    if (times.empty())
        return {};
    const auto last = std::ptrdiff_t(times.size()) - 1;
    const std::ptrdiff_t next = m_at ? std::ptrdiff_t(momentOf(*m_at).value_or(0)) + by : last;
    return times[std::size_t(std::clamp<std::ptrdiff_t>(next, 0, last))];
}

std::vector<CurvePoint> Crosshair::points() const
{
    const AlignedCurves &values = m_picture->values;
    const std::optional<std::size_t> moment = momentOf(*m_at);
    std::vector<CurvePoint> points;
    for (std::size_t i = 0; i < m_picture->series.size(); ++i) {
        const bool reaches = moment && *m_at - values.times[*moment] <= longestHold(values.grains[i]);
        points.push_back(reaches ? values.columns[i][*moment] : CurvePoint::gapAt(*m_at));
    }
    return points;
}

void Crosshair::place()
{
    m_line->setVisible(isShown());
    const std::size_t curves = isShown() ? m_picture->series.size() : 0;
    while (m_dots.size() < curves) {
        auto *dot = new QCPItemTracer(m_plot);
        dot->setLayer(m_layer);
        dot->setStyle(QCPItemTracer::tsCircle);
        dot->setSize(7);
        m_dots.push_back(dot);
    }
    for (QCPItemTracer *dot : m_dots)
        dot->setVisible(false);
    if (!isShown()) {
        m_box->hide();
        return;
    }
    const QColor base = m_palette.color(QPalette::Base);
    m_line->setPen(QPen(mixed(m_palette.color(QPalette::Text), base, 0.6), 1));
    m_line->start->setCoords(axisKey(*m_at), 0);
    m_line->end->setCoords(axisKey(*m_at), 1);
    const std::vector<CurvePoint> there = points();
    double sum = 0;
    for (std::size_t i = 0; i < curves; ++i) {
        if (there[i].isGap())
            continue;
        sum += double(there[i].mean);
        m_dots[i]->setVisible(true);
        m_dots[i]->setPen(QPen(seriesColor(m_picture->series[i].color, m_palette), 2));
        m_dots[i]->setBrush(base);
        const double value = m_picture->stacked ? sum : double(there[i].mean);
        m_dots[i]->position->setCoords(axisKey(*m_at), std::max(value, m_plot->yAxis->range().lower));
    }
    m_box->setText(html());
    m_box->adjustSize();
    placeBox();
    m_box->show();
    m_box->raise();
}

void Crosshair::redraw()
{
    place();
    m_layer->replot();
}

void Crosshair::setVisible(bool visible)
{
    m_layer->setVisible(visible);
}

void Crosshair::setPalette(const QPalette &palette)
{
    m_palette = palette;
    QPalette colors = palette;
    colors.setColor(QPalette::Window, palette.color(QPalette::ToolTipBase));
    colors.setColor(QPalette::WindowText, palette.color(QPalette::ToolTipText));
    m_box->setPalette(colors);
}

/// Beside the line, on the side that has more room.
void Crosshair::placeBox()
{
    const QRect area = m_plot->axisRect()->rect();
    const int x = int(m_plot->xAxis->coordToPixel(axisKey(*m_at)));
    const int left = x > area.center().x() ? x - 12 - m_box->width() : x + 12;
    m_box->move(m_plot->pos() + QPoint(left, area.top() + 12));
}

std::vector<const TrafficMark *> Crosshair::marks() const
{
    const auto reach = qint64(reachPixels * double(m_window->span()) / std::max(m_plot->axisRect()->width(), 1));
    std::vector<const TrafficMark *> near;
    for (const TrafficMark &mark : m_picture->marks) {
        if (std::abs(mark.at - *m_at) <= reach)
            near.push_back(&mark);
    }
    return near;
}

QString Crosshair::momentText() const
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(*m_at);
    return m_window->span() > 12 * 3'600'000LL ? format::dateAndTime(moment) : format::timeOfDay(moment);
}

QString Crosshair::text() const
{
    if (!isShown())
        return {};
    QStringList lines{momentText()};
    const std::vector<CurvePoint> there = points();
    for (std::size_t i = 0; i < there.size(); ++i) {
        lines << QStringLiteral("%1: %2").arg(m_picture->series[i].name,
                                              curveValueText(m_picture->metric, double(there[i].mean)));
    }
    for (const TrafficMark *mark : marks())
        lines << mark->text;
    return lines.join(u'\n');
}

QString Crosshair::html() const
{
    QString html = QStringLiteral("<b>%1</b><table cellspacing='2'>").arg(momentText());
    const std::vector<CurvePoint> there = points();
    const auto value = [this](float figure) {
        return curveValueText(m_picture->metric, double(figure)).toHtmlEscaped();
    };
    for (std::size_t i = 0; i < there.size(); ++i) {
        const TrafficSeries &series = m_picture->series[i];
        const CurvePoint &point = there[i];
        const QString spread =
            point.least < point.most ? QStringLiteral("%1 – %2").arg(value(point.least), value(point.most)) : QString();
        html += QStringLiteral("<tr><td style='color:%1'>■</td><td>%2</td><td align='right'>&nbsp;&nbsp;<b>%3</b></td>"
                               "<td>&nbsp;%4</td></tr>")
                    .arg(seriesColor(series.color, m_box->palette()).name(), series.name.toHtmlEscaped(),
                         value(point.mean), spread);
    }
    html += QStringLiteral("</table>");
    for (const TrafficMark *mark : marks())
        html += QStringLiteral("<div style='color:%1'>▎%2</div>")
                    .arg(stateColor(stateOf(mark->kind), m_box->palette()).name(), mark->text.toHtmlEscaped());
    return html;
}

} // namespace lvs
