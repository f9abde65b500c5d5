// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/trafficsource.h"

#include <QByteArray>

#include <span>

namespace lvs {

// A source as bytes that are the same in every run and on every machine, for files (trafficfile.h):
//
//     kind           1 byte: 0 the machine, 1 a service, 2 a real server
//     of a service   family 1 (4 or 6), protocol 1, port 2, firewall mark 4, address
//     of a server    the same, then port 2, address
//     address        family 1 (4 or 6), then 4 or 16 bytes in network order
//
// Numbers are little endian.

inline constexpr qsizetype longestSourceCode = 1 + 8 + 17 + 2 + 17;

QByteArray toCode(const TrafficSource &source);
/// Nothing if these bytes are not exactly a source.
std::optional<TrafficSource> sourceFromCode(std::span<const quint8> code);
/// Spreads sources evenly, always the same way: in files blocks of minutes begin where this says (MinutesTier).
int phaseOf(const TrafficSource &source);

} // namespace lvs
