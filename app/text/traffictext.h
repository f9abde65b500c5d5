// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/trend.h"
#include "app/session/annotations.h"
#include "app/text/format.h"
#include "core/traffic/trafficevents.h"
#include "core/traffic/trafficmetric.h"
#include "core/traffic/trafficsource.h"

#include <map>

namespace lvs {

inline constexpr std::array trafficQuantities{
    TrafficQuantity::Connections, TrafficQuantity::InPackets, TrafficQuantity::OutPackets, TrafficQuantity::InBytes,
    TrafficQuantity::OutBytes,    TrafficQuantity::Active,    TrafficQuantity::Inactive};
/// `exact` has no meaning for connections that there are.
TrafficMetric metricOf(TrafficQuantity quantity, bool exact);
TrafficQuantity quantityOf(TrafficMetric metric);

/// "Packets in per second"
QString quantityText(TrafficQuantity quantity);
QString quantityExplanation(TrafficQuantity quantity);
/// What the two ways to a rate are, and how they differ.
QString estimatorText();
QString estimatorExplanation();
QString exactText();
QString exactExplanation();
/// "Packets in per second, smoothed by the kernel": for an axis or a file.
QString metricText(TrafficMetric metric);

/// A value with its unit: "18.2 MB/s", "1,204/s", "31"; a dash for NaN.
QString trafficValueText(TrafficMetric metric, double value, format::Digits digits = format::usualDigits());
/// The same of a value of a curve, with no more digits than are known of it (core/traffic/trafficcode.h), and "≈" where
/// the last of them is only about right: "≈ 18,240,000 B/s".
QString curveValueText(TrafficMetric metric, double value, format::Digits digits = format::usualDigits());

/// "35/s now, at most 52/s in the last 3 min": of a small drawing, in words.
QString trendText(TrafficMetric metric, const Trend &trend);

/// "All services", "TCP 172.18.100.6:80", "TCP 172.18.100.6:80 → 192.168.10.11:80"; with the names people gave.
QString sourceText(const TrafficSource &source, const Annotations &annotations);
/// The same without the service, for a row below it.
QString shortSourceText(const TrafficSource &source, const Annotations &annotations);

/// Why there are no outgoing figures of sources, or not all; empty if they are counted.
QString repliesText(RepliesPass replies, const QString &source);

QString eventText(const TrafficEvent &event, const Annotations &annotations);
/// One word, for a key of the marks.
QString eventKindText(TrafficEvent::Kind kind);
/// Where there are too many kinds for words.
QString eventsText(int count);
/// What happened, as texts by time, from one moment until before another one; all that is later where there is none.
QString eventsBetween(const std::map<qint64, QString> &events, qint64 from, std::optional<qint64> until);

} // namespace lvs
