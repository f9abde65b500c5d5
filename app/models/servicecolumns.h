// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/servicerows.h"

#include <QString>
#include <QVariant>

namespace lvs {

/// Columns of the services table, in their default order.
enum class ServiceColumn : quint8 {
    Name,
    State,
    Method, ///< scheduler of a service, forwarding of a server
    Persistence,
    Weight,
    Share, ///< promised: weight of the sum of weights
    Active,
    Inactive,
    ConnectionRate,
    InByteRate,
    OutByteRate,
    InPacketRate,
    OutPacketRate,
    Templates,
    Thresholds,
    Connections,
};
inline constexpr int serviceColumnCount = 16;

constexpr ColumnMask bit(ServiceColumn column)
{
    return ColumnMask(1) << int(column);
}

QString columnTitle(ServiceColumn column);
/// What the figure is, where it comes from and how old it may be.
QString columnExplanation(ServiceColumn column);
bool isNumeric(ServiceColumn column);
bool isShownByDefault(ServiceColumn column);
/// Counters and rates, which a table read from /proc does not have.
bool needsTraffic(ServiceColumn column);

/// Text of a cell.
QString cellText(const ServiceRow &row, ServiceColumn column);
QString cellText(const ServerRow &row, const ServiceRow &service, ServiceColumn column);
/// Value of a cell for sorting and export: a number where the column is numeric, otherwise a text that sorts well.
QVariant cellValue(const ServiceRow &row, ServiceColumn column);
QVariant cellValue(const ServerRow &row, const ServiceRow &service, ServiceColumn column);

/// Columns in which two configurations differ.
ColumnMask differingColumns(const VirtualService &before, const VirtualService &after);
ColumnMask differingColumns(const RealServer &before, const RealServer &after);

} // namespace lvs
