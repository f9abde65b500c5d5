// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/trafficmetric.h"

#include <qcustomplot.h>

namespace lvs {

/// Labels of a value axis in the metric's unit, as everywhere else (app/text/format.h).
class ValueTicks : public QCPAxisTicker
{
public:
    TrafficMetric metric{};

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    double getTickStep(const QCPRange &range) override;
};

/// The same on a logarithmic axis.
class LogarithmicValueTicks : public QCPAxisTickerLog
{
public:
    TrafficMetric metric{};

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
};

/// Times of day, as fine as the axis shows them.
class TimeTicks : public QCPAxisTickerDateTime
{
protected:
    double getTickStep(const QCPRange &range) override;
};

} // namespace lvs
