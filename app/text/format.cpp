// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <utility>

namespace lvs::format {

namespace {

class Units
{
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    static QString milliseconds(qint64 value) { return tr("%1 ms").arg(QLocale().toString(value)); }
    static QString tenths(double seconds) { return tr("%1 s").arg(QLocale().toString(seconds, 'g', 2)); }
    static QString seconds(qint64 value) { return tr("%1 s").arg(QLocale().toString(value)); }
    static QString minutes(qint64 value) { return tr("%1 min").arg(QLocale().toString(value)); }
    static QString hours(qint64 value) { return tr("%1 h").arg(QLocale().toString(value)); }
    static QString days(qint64 value) { return tr("%1 d").arg(QLocale().toString(value)); }
};

/// Below 1000 by a prefix of thousands.
std::pair<double, std::size_t> scale(double value, std::size_t prefixes)
{
    std::size_t prefix = 0;
    while (value >= 999.5 && prefix + 1 < prefixes) {
        value /= 1000;
        ++prefix;
    }
    return {value, prefix};
}

QString threeDigits(double value)
{
    return QLocale().toString(value, 'f', value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

Digits chosenDigits = Digits::Few;

} // namespace

Digits usualDigits()
{
    return chosenDigits;
}

void setUsualDigits(Digits digits)
{
    chosenDigits = digits;
}

QString count(quint64 value)
{
    return QLocale().toString(value);
}

QString figure(double value, Digits digits)
{
    static constexpr std::array prefixes{"", "k", "M", "G", "T", "P", "E"};
    const double whole = std::round(value);
    if (digits == Digits::All || whole < 10'000) {
        if (value < 100 && std::abs(value - whole) >= 0.005)
            return QLocale().toString(value, 'f', value < 10 ? 2 : 1);
        return QLocale().toString(whole, 'f', 0);
    }
    const auto [scaled, prefix] = scale(value, prefixes.size());
    return threeDigits(scaled) + u' ' + QLatin1StringView(prefixes[prefix]);
}

QString bytes(quint64 value, Digits digits)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    if (value < 1000 || digits == Digits::All)
        return QLocale().toString(value) + QStringLiteral(" B");
    const auto [scaled, unit] = scale(double(value), units.size());
    return threeDigits(scaled) + u' ' + QLatin1StringView(units[unit]);
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

QString duration(std::chrono::milliseconds duration)
{
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    const auto two = [](const QString &large, qint64 rest, const QString &small) {
        return rest == 0 ? large : large + u' ' + small;
    };
    if (seconds < 60)
        return Units::seconds(seconds);
    if (seconds < 3600)
        return two(Units::minutes(seconds / 60), seconds % 60, Units::seconds(seconds % 60));
    const qint64 minutes = seconds / 60;
    if (minutes < 24 * 60)
        return two(Units::hours(minutes / 60), minutes % 60, Units::minutes(minutes % 60));
    const qint64 hours = minutes / 60;
    return two(Units::days(hours / 24), hours % 24, Units::hours(hours % 24));
}

QString briefly(std::chrono::milliseconds duration)
{
    using namespace std::chrono_literals;
    if (duration < 1s)
        return Units::milliseconds(duration.count());
    return duration < 10s ? Units::tenths(double(duration.count()) / 1000) : age(duration);
}

QString timeOfDay(const QDateTime &time)
{
    return time.toLocalTime().time().toString(u"HH:mm:ss");
}

QString dateAndTime(const QDateTime &time)
{
    return time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
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
