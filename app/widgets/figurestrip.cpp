// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/figurestrip.h"

#include "app/widgets/sparkline.h"

#include <QGridLayout>
#include <QLabel>

namespace lvs {

FigureStrip::FigureStrip(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(24);
}

std::size_t FigureStrip::add(const QString &name)
{
    auto *cell = new QWidget(this);
    auto *title = new QLabel(name, cell);
    title->setForegroundRole(QPalette::PlaceholderText);
    auto *value = new QLabel(cell);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setFeature("tnum", 1);
    value->setFont(large);
    value->setTextFormat(Qt::PlainText);
    value->setMinimumWidth(QFontMetrics(large).horizontalAdvance(QStringLiteral("888.8 MB/s"))); // the line stays
    auto *line = new Sparkline(cell);
    auto *grid = new QGridLayout(cell);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(title, 0, 0, 1, 2);
    grid->addWidget(value, 1, 0);
    grid->addWidget(line, 1, 1);
    grid->setColumnStretch(1, 1);
    m_row->addWidget(cell, 1);
    m_figures.push_back({name, cell, value, line});
    return m_figures.size() - 1;
}

void FigureStrip::set(std::size_t place, const QString &value, Trend trend, const QString &explanation)
{
    const Figure &figure = m_figures[place];
    figure.value->setText(value);
    figure.value->setAccessibleName(QStringLiteral("%1: %2").arg(figure.name, value));
    figure.value->setAccessibleDescription(explanation);
    figure.cell->setToolTip(explanation);
    figure.line->setTrend(std::move(trend));
}

} // namespace lvs
