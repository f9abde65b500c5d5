// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/trend.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace lvs {

/// Draws a trend as a thin line over `area`, from 0 to its largest value; gaps stay open.
void drawSparkline(QPainter &painter, const QRectF &area, const Trend &trend, const QColor &color);

/// Draws the trend that a role of the model gives for a cell.
class SparklineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit SparklineDelegate(int trendRole, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_trendRole;
};

/// A trend beside its figure; what it shows is to be said in words by its owner.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setTrend(Trend trend);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Trend m_trend;
};

} // namespace lvs
