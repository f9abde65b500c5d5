// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"

#include <QJsonArray>
#include <QJsonObject>

namespace lvs {

// Objects of nftables as libnftables-json(5) writes them, too, when it lists the own table.

QJsonArray expressionsOf(const MarkRuleState &state);
QJsonArray expressionsOf(const SnatRuleState &state);

/// {key: value}
QJsonObject nftObject(QLatin1StringView key, const QJsonValue &value);
/// Commands, to be run as one transaction.
QByteArray nftCommands(const QJsonArray &commands);

} // namespace lvs
