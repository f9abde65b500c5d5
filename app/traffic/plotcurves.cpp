// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/plotcurves.h"

#include "app/traffic/plotstyle.h"

#include <qcustomplot.h>

namespace lvs {

namespace {

constexpr double linePen = 1.6;
constexpr double thickPen = 3.0;
constexpr qsizetype fewPoints = 40; ///< of a line: below, each of its points is seen
/// Zero has no place on a logarithmic axis: it lies on its lower end.
constexpr double leastLogarithmic = 0.1;

/// Beside colours, lines that repeat one differ in their pattern.
Qt::PenStyle patternOf(int color)
{
    constexpr std::array patterns{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    return patterns[std::size_t(color / seriesColorCount) % patterns.size()];
}

} // namespace

void PlotCurves::draw(const TrafficPicture &picture, const TimeWindow &window, const QPalette &palette)
{
    std::vector<Shape> shape;
    shape.reserve(picture.series.size());
    for (const TrafficSeries &series : picture.series)
        shape.push_back({series.source, series.color, series.hasValues()});
    if (shape != m_shape || picture.stacked != m_stacked)
        remake(picture, std::move(shape));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const TrafficSeries &series = picture.series[i];
        const double width = picture.highlighted == series.source ? thickPen : linePen;
        const QColor color = seriesColor(series.color, palette);
        m_lines[i].mean->setPen(QPen(color, width, patternOf(series.color), Qt::FlatCap, Qt::RoundJoin));
        m_lines[i].alone->setPen(QPen(color, width));
        m_lines[i].mean->setName(series.name);
    }
    scale(picture, window);
    if (picture.stacked)
        drawStacked(picture, palette);
    else
        drawOverlaid(picture, palette);
}

void PlotCurves::remake(const TrafficPicture &picture, std::vector<Shape> shape)
{
    m_plot->legend->clearItems();
    m_plot->clearGraphs();
    m_lines.resize(shape.size());
    const auto make = [this](std::size_t i) {
        Lines &lines = m_lines[i];
        for (QCPGraph **line : {&lines.least, &lines.most, &lines.mean, &lines.alone}) {
            *line = m_plot->addGraph();
            (*line)->setPen(Qt::NoPen);
        }
        lines.most->setChannelFillGraph(lines.least);
        lines.alone->setLineStyle(QCPGraph::lsNone);
        lines.alone->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 4));
    };
    // Of a stack the highest edge first, each area filled down to zero and covered by those below it.
    for (std::size_t i = 0; i < shape.size(); ++i)
        make(picture.stacked ? shape.size() - 1 - i : i);
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i].hasValues)
            m_lines[i].mean->addToLegend();
    }
    m_shape = std::move(shape);
    m_stacked = picture.stacked;
}

std::optional<TrafficSource> PlotCurves::sourceOf(const QObject *line) const
{
    const auto found = std::ranges::find(m_lines, line, &Lines::mean);
    if (!line || found == m_lines.end())
        return std::nullopt;
    return m_shape[std::size_t(found - m_lines.begin())].source;
}

void PlotCurves::drawOverlaid(const TrafficPicture &picture, const QPalette &palette)
{
    const double bottom = m_plot->yAxis->range().lower; // what is less, as zero on a logarithmic axis, lies on it
    const auto shown = [bottom](float value) { return std::max(double(value), bottom); };
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        const TrafficSeries &series = picture.series[line];
        const auto &points = series.curve.points;
        QVector<double> keys(qsizetype(points.size()));
        QVector<double> least(keys.size());
        QVector<double> mean(keys.size());
        QVector<double> most(keys.size());
        bool hasSpread = false;
        for (qsizetype i = 0; i < keys.size(); ++i) {
            const CurvePoint &point = points[std::size_t(i)];
            keys[i] = axisKey(point.at);
            const bool gap = point.isGap();
            least[i] = gap ? qQNaN() : shown(point.least);
            mean[i] = gap ? qQNaN() : shown(point.mean);
            most[i] = gap ? qQNaN() : shown(point.most);
            hasSpread = hasSpread || point.least < point.most;
        }
        const QVector<double> spreadKeys = hasSpread ? keys : QVector<double>();
        QColor color = seriesColor(series.color, palette);
        color.setAlphaF(0.22F);
        m_lines[line].most->setBrush(color);
        m_lines[line].least->setData(spreadKeys, hasSpread ? least : QVector<double>(), true);
        m_lines[line].most->setData(spreadKeys, hasSpread ? most : QVector<double>(), true);
        setMean(m_lines[line], keys, mean);
    }
}

void PlotCurves::drawStacked(const TrafficPicture &picture, const QPalette &palette)
{
    const auto edges = lvs::stacked(picture.values);
    QVector<double> keys;
    keys.reserve(qsizetype(picture.values.times.size()));
    for (const qint64 time : picture.values.times)
        keys.append(axisKey(time));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QColor color = seriesColor(picture.series[i].color, palette);
        m_lines[i].mean->setBrush(mixed(color, palette.color(QPalette::Base), 0.45));
        setMean(m_lines[i], keys, QVector<double>(edges[i].begin(), edges[i].end()));
    }
}

void PlotCurves::setMean(const Lines &lines, const QVector<double> &keys, const QVector<double> &values)
{
    QVector<double> aloneKeys;
    QVector<double> aloneValues;
    const auto isGap = [&](qsizetype i) { return i < 0 || i >= values.size() || std::isnan(values[i]); };
    const bool isEachSeen = !m_stacked && keys.size() < fewPoints;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (isGap(i) || !(isEachSeen || (isGap(i - 1) && isGap(i + 1))))
            continue;
        aloneKeys.append(keys[i]);
        aloneValues.append(values[i]);
    }
    lines.mean->setData(keys, values, true);
    lines.alone->setData(aloneKeys, aloneValues, true);
}

void PlotCurves::scale(const TrafficPicture &picture, const TimeWindow &window)
{
    double most = 0;
    double least = std::numeric_limits<double>::max();
    const auto look = [&](double value, qint64 at) {
        if (std::isnan(value) || at < window.from() || at > window.to())
            return;
        most = std::max(most, value);
        if (value > 0)
            least = std::min(least, value);
    };
    if (picture.stacked) {
        for (const auto &edge : lvs::stacked(picture.values)) {
            for (std::size_t i = 0; i < edge.size(); ++i)
                look(edge[i], picture.values.times[i]);
        }
    } else {
        for (const TrafficSeries &series : picture.series) {
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

} // namespace lvs
