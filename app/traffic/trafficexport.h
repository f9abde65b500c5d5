// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/picturefile.h"
#include "app/text/traffictext.h"
#include "core/error.h"
#include "core/traffic/alignedcurves.h"

#include <QStringList>

#include <map>

namespace lvs {

class TrafficPlot;

/// What a graph shows, as a table with commas: a line per moment, oldest first; of each curve its mean, and its least
/// and most where it knows them; and what happened. Times in UTC; figures with a point, without units, and with the
/// digits that are known of them (core/traffic/trafficcode.h), as the titles say.
QString trafficCsv(const AlignedCurves &curves, const QStringList &names, TrafficMetric metric,
                   const std::map<qint64, QString> &events);

/// Writes the graph as it is shown, with the title in the file's own description.
Result<void> savePicture(TrafficPlot &plot, PictureFormat format, const QString &path, const QString &title);

} // namespace lvs
