// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicerows.h"

#include <QString>
#include <QVariant>

#include <algorithm>
#include <array>

namespace lvs {

/// Columns of the services table, in their default order.
enum class ServiceColumn : quint8 {
    Name,
    State,
    Method, ///< scheduler of a service, forwarding of a server
    Persistence,
    Weight,
    Share, ///< of new connections, received beside promised
    Active,
    Inactive,
    ConnectionRate,
    Trend, ///< the same over the last minutes, drawn
    InByteRate,
    OutByteRate,
    InPacketRate,
    OutPacketRate,
    Templates,
    Thresholds,
    Connections,
    Note,
};

/// What holds for a column whatever its row.
struct ColumnTraits {
    ServiceColumn column;
    bool isNumeric = false;
    bool isShownByDefault = false;
    bool isFigure = false;     ///< changes with every reading, without anybody editing
    bool needsTraffic = false; ///< counters and rates, which a table read from /proc does not have
    bool isDrawn = false;      ///< without text, so that there is nothing to copy
    bool needsServers = false; ///< of a service, it comes from its servers, which are read only while somebody looks
};

inline constexpr auto serviceColumns = [] {
    using enum ServiceColumn;
    return std::to_array<ColumnTraits>({
        {.column = Name, .isShownByDefault = true},
        {.column = State, .isShownByDefault = true, .needsServers = true},
        {.column = Method, .isShownByDefault = true},
        {.column = Persistence},
        {.column = Weight, .isNumeric = true, .isShownByDefault = true, .needsServers = true},
        {.column = Share, .isNumeric = true, .isShownByDefault = true, .isFigure = true, .needsServers = true},
        {.column = Active, .isNumeric = true, .isShownByDefault = true, .isFigure = true, .needsServers = true},
        {.column = Inactive, .isNumeric = true, .isShownByDefault = true, .isFigure = true, .needsServers = true},
        {.column = ConnectionRate, .isNumeric = true, .isShownByDefault = true, .isFigure = true, .needsTraffic = true},
        {.column = Trend, .isShownByDefault = true, .isFigure = true, .needsTraffic = true, .isDrawn = true},
        {.column = InByteRate, .isNumeric = true, .isShownByDefault = true, .isFigure = true, .needsTraffic = true},
        {.column = OutByteRate, .isNumeric = true, .isShownByDefault = true, .isFigure = true, .needsTraffic = true},
        {.column = InPacketRate, .isNumeric = true, .isFigure = true, .needsTraffic = true},
        {.column = OutPacketRate, .isNumeric = true, .isFigure = true, .needsTraffic = true},
        {.column = Templates, .isNumeric = true, .isFigure = true, .needsServers = true},
        {.column = Thresholds, .isNumeric = true},
        {.column = Connections, .isNumeric = true, .isFigure = true, .needsTraffic = true},
        {.column = Note},
    });
}();
inline constexpr int serviceColumnCount = int(serviceColumns.size());
static_assert(std::ranges::is_sorted(serviceColumns, {}, &ColumnTraits::column) &&
              int(serviceColumns.back().column) == serviceColumnCount - 1);

constexpr const ColumnTraits &traitsOf(ServiceColumn column)
{
    return serviceColumns[std::size_t(column)];
}

constexpr ColumnMask bit(ServiceColumn column)
{
    return ColumnMask(1) << int(column);
}

/// A rate of replies, which do not pass every director.
bool isOfReplies(ServiceColumn column);

QString columnTitle(ServiceColumn column);
/// What the figure is, where it comes from and how old it may be.
QString columnExplanation(ServiceColumn column);

/// Text of a cell; empty in a column that needs servers while a service's are not known, except
/// that State says so.
QString cellText(const ServiceRow &row, ServiceColumn column);
QString cellText(const ServerRow &row, const ServiceRow &service, ServiceColumn column);
/// Value of a cell for sorting and export: a number where the column is numeric, otherwise a text that sorts well.
/// Nothing while the servers it needs are not known.
QVariant cellValue(const ServiceRow &row, ServiceColumn column);
QVariant cellValue(const ServerRow &row, const ServiceRow &service, ServiceColumn column);

/// Columns in which two configurations differ.
ColumnMask differingColumns(const VirtualService &before, const VirtualService &after);
ColumnMask differingColumns(const RealServer &before, const RealServer &after);

} // namespace lvs
