// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace lvs::format {

// The one place where numbers and units become text; in the user's locale.

/// How much of a large number is written: three digits and a prefix, or all of them.
enum class Digits : quint8 { Few, All };
/// What is written where nothing else is asked for: the person's choice (--exact of ipvsadm). Few unless set.
Digits usualDigits();
void setUsualDigits(Digits digits);
/// Setting in which that choice is kept, as a bool: all of them.
inline const QString exactKey = QStringLiteral("view/exact");

/// All digits with the locale's separators: "12,345".
QString count(quint64 value);
/// A number that need not be whole: "0.25", "12.5", "1,234", "18.2 M"; with all digits "18,240,000".
QString figure(double value, Digits digits = usualDigits());
/// "0 B", "812 B", "18.2 MB": decimal prefixes, three significant digits; with all digits "18,240,000 B".
QString bytes(quint64 value, Digits digits = usualDigits());
/// "4 s", "2 min", "3 h": how long ago, in one unit.
QString age(std::chrono::milliseconds duration);
/// "45 s", "1 min 30 s", "2 h 5 min", "1 d 3 h": to the second below an hour, and two units at most.
QString duration(std::chrono::milliseconds duration);
/// "120 ms", "1.3 s", "12 s": how long a machine takes for something, in one unit and two digits.
QString briefly(std::chrono::milliseconds duration);
/// "14:03:22" on the clock of this computer, whatever zone `time` is in.
QString timeOfDay(const QDateTime &time);
/// "2026-03-01 14:03:22" on the clock of this computer.
QString dateAndTime(const QDateTime &time);
/// "33.3 %" of a share between 0 and 1.
QString percent(double share);

/// A menu text as it stands on a tool button: without "&" and the "(&X)" of Chinese menus.
QString withoutMnemonic(QString text);

} // namespace lvs::format
