// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/valueticks.h"

#include "app/text/traffictext.h"

namespace lvs {

namespace {

QString label(TrafficMetric metric, double value)
{
    return trafficValueText(metric, std::max(value, 0.0), format::Digits::Few);
}

} // namespace

QString ValueTicks::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return label(metric, tick);
}

double ValueTicks::getTickStep(const QCPRange &range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    return isLevel(metric) || isBytes(metric) ? std::max(step, 1.0) : step; // there are no halves of them
}

QString LogarithmicValueTicks::getTickLabel(double tick, const QLocale &, QChar, int)
{
    return label(metric, tick);
}

double TimeTicks::getTickStep(const QCPRange &range)
{
    const double step = QCPAxisTickerDateTime::getTickStep(range);
    constexpr double day = 86'400;
    setDateTimeFormat(step < 60        ? QStringLiteral("HH:mm:ss")
                      : step < day / 4 ? QStringLiteral("HH:mm")
                      : step < day     ? QStringLiteral("MM-dd HH:mm")
                                       : QStringLiteral("MM-dd"));
    return std::max(step, 1.0);
}

} // namespace lvs
