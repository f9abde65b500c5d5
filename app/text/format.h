// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace lvs::format {

// The one place where numbers and units become text; in the user's locale.

/// All digits with the locale's separators: "12,345".
QString count(quint64 value);
/// "0 B", "812 B", "18.2 MB": decimal prefixes, three significant digits.
QString bytes(quint64 value);
/// "4 s", "2 min", "3 h": how long ago, in one unit.
QString age(std::chrono::milliseconds duration);
/// "14:03:22" on the clock of this computer, whatever zone `time` is in.
QString timeOfDay(const QDateTime &time);
/// "33.3 %" of a share between 0 and 1.
QString percent(double share);

/// A menu text as it stands on a tool button: without "&" and the "(&X)" of Chinese menus.
QString withoutMnemonic(QString text);

} // namespace lvs::format
