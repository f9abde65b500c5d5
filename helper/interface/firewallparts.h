// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "helper/interface/wire.h"

namespace lvs::bus {

// Parts that rules of the packet filter have in common; for the conversions of this folder.

NetworkData toWire(const IpNetwork &network);
/// BadMask, if there are bits behind the prefix.
Result<IpNetwork> networkFromWire(const NetworkData &data);
QList<PortRangeData> toWire(const PortSet &ports);
Result<PortSet> portsFromWire(const QList<PortRangeData> &list);
QList<RuleTrafficData> toWire(const std::optional<RuleTraffic> &traffic);
Result<std::optional<RuleTraffic>> trafficFromWire(const QList<RuleTrafficData> &list);
/// Names of tables and chains are anybody's; what can't be shown must not keep the rest from arriving.
QString placeToWire(const QString &place);
/// Not of a program of which only a newer helper knows.
bool isKnownProgram(quint8 program);
/// NotSupported, if it is not known.
Result<FirewallProgram> programFromWire(quint8 program);

} // namespace lvs::bus
