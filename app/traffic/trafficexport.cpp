// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic/trafficexport.h"

#include "app/text/csv.h"
#include "app/traffic/trafficplot.h"
#include "core/traffic/trafficcode.h"

#include <QCoreApplication>
#include <QPixmap>

namespace lvs {

namespace {

constexpr double pngScale = 2;

/// With the digits that are known of it.
QString number(float value)
{
    if (std::isnan(value))
        return {};
    const double known = trafficcode::known(double(value));
    return known > trafficcode::wholeUpTo ? QString::number(known, 'f', 0) : QString::number(known, 'g', 8);
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(TrafficExport)
public:
    static QString time() { return tr("Time (UTC)"); }
    static QString figures(const QString &source, const QString &metric)
    {
        return tr("%1 – %2 (within 0.05 % or 1/32)").arg(source, metric);
    }
    static QString least(const QString &name) { return tr("%1, least").arg(name); }
    static QString most(const QString &name) { return tr("%1, most").arg(name); }
    static QString events() { return tr("Events"); }
};

} // namespace

QString trafficCsv(const AlignedCurves &curves, const QStringList &names, TrafficMetric metric,
                   const std::map<qint64, QString> &events)
{
    std::vector<bool> hasSpread;
    for (const auto &column : curves.columns) {
        hasSpread.push_back(
            std::ranges::any_of(column, [](const CurvePoint &point) { return point.least < point.most; }));
    }
    QStringList titles{Words::time()};
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString title = Words::figures(names[i], metricText(metric));
        titles << title;
        if (hasSpread[std::size_t(i)])
            titles << Words::least(title) << Words::most(title);
    }
    titles << Words::events();
    QString text = csvLine(titles);
    for (std::size_t row = 0; row < curves.times.size(); ++row) {
        QStringList fields{QDateTime::fromMSecsSinceEpoch(curves.times[row]).toUTC().toString(Qt::ISODateWithMs)};
        for (std::size_t column = 0; column < curves.columns.size(); ++column) {
            const CurvePoint &point = curves.columns[column][row];
            fields << number(point.mean);
            if (hasSpread[column])
                fields << number(point.least) << number(point.most);
        }
        const bool isLast = row + 1 == curves.times.size();
        const auto next = isLast ? std::nullopt : std::optional(curves.times[row + 1]);
        fields << eventsBetween(events, curves.times[row], next);
        text += csvLine(fields);
    }
    return text;
}

Result<void> savePicture(TrafficPlot &plot, PictureFormat format, const QString &path, const QString &title)
{
    const QSize size = plot.size();
    return savePicture({.size = size,
                        .image = [&] { return plot.picture(size, pngScale).toImage(); },
                        .draw = [&](QPaintDevice *device) { plot.render(device, size); }},
                       format, path, title);
}

} // namespace lvs
