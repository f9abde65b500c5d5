// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sparkline.h"

#include "app/theme/statecolors.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace lvs {

namespace {

/// Below this a line does not fill its height: one connection more or less is no mountain.
constexpr double smallestTop = 5;
constexpr qreal margin = 3;

} // namespace

void drawSparkline(QPainter &painter, const QRectF &area, const Trend &trend, const QColor &color)
{
    if (std::isnan(trend.most()))
        return;
    const double top = std::max(trend.most(), smallestTop);
    QPainterPath path;
    bool begun = false;
    for (const CurvePoint &point : trend.points) {
        if (point.isGap()) {
            begun = false;
            continue;
        }
        const double along = std::clamp(double(point.at - trend.from()) / double(Trend::span.count()), 0.0, 1.0);
        // In the middle of a pixel, so that steady traffic is one clear line.
        const double height = std::floor(area.bottom() - point.mean / top * area.height()) + 0.5;
        const QPointF place(area.left() + along * area.width(), height);
        begun ? path.lineTo(place) : path.moveTo(place);
        begun = true;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1));
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (begun) // the present
        painter.fillRect(QRectF(path.currentPosition() - QPointF(1.5, 1.5), QSizeF(3, 3)).toRect(), color);
    painter.restore();
}

SparklineDelegate::SparklineDelegate(int trendRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_trendRole(trendRole)
{
}

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const QColor color = selected ? item.palette.color(QPalette::HighlightedText) : seriesColor(0, item.palette);
    drawSparkline(*painter, QRectF(item.rect).adjusted(margin, margin + 1, -margin, -margin - 1),
                  index.data(m_trendRole).value<Trend>(), color);
}

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setTrend(Trend trend)
{
    m_trend = std::move(trend);
    update();
}

QSize Sparkline::sizeHint() const
{
    return {12 * fontMetrics().averageCharWidth(), fontMetrics().height() + 4};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawSparkline(painter, QRectF(rect()).adjusted(1, 2, -1, -2), m_trend, seriesColor(0, palette()));
}

} // namespace lvs
