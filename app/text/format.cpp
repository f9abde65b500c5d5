// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace lvs::format {

namespace {

class Units
{
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    static QString seconds(qint64 value) { return tr("%1 s").arg(QLocale().toString(value)); }
    static QString minutes(qint64 value) { return tr("%1 min").arg(QLocale().toString(value)); }
    static QString hours(qint64 value) { return tr("%1 h").arg(QLocale().toString(value)); }
};

} // namespace

QString count(quint64 value)
{
    return QLocale().toString(value);
}

QString bytes(quint64 value)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    if (value < 1000)
        return QLocale().toString(value) + QStringLiteral(" B");
    double scaled = double(value);
    std::size_t unit = 0;
    while (scaled >= 999.5 && unit + 1 < units.size()) {
        scaled /= 1000;
        ++unit;
    }
    const int decimals = scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0;
    return QLocale().toString(scaled, 'f', decimals) + u' ' + QLatin1StringView(units[unit]);
}

QString age(std::chrono::milliseconds duration)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    if (seconds < 120)
        return Units::seconds(seconds);
    if (seconds < 2 * 3600)
        return Units::minutes(seconds / 60);
    return Units::hours(seconds / 3600);
}

QString timeOfDay(const QDateTime &time)
{
    return time.toLocalTime().time().toString(u"HH:mm:ss");
}

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 1) + QStringLiteral(" %");
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression appended(QStringLiteral("\\(&.\\)"));
    return text.remove(appended).remove(u'&');
}

} // namespace lvs::format
