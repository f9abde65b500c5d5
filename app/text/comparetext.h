// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparison.h"

#include <QString>

namespace lvs {

// The words of a comparison, for table cells.

QString fieldText(Field field);
/// "Only left", "Changed", …
QString standingText(Standing standing);

/// An object in a few words: "wrr, 300 s", "NAT, weight 3".
QString summaryText(const VirtualService &service);
QString summaryText(const RealServer &server);
QString summaryText(const Timeouts &timeouts);
QString summaryText(const SyncDaemon &daemon);

/// The value of one field; "–" where it is none.
QString valueText(Field field, const VirtualService &service);
QString valueText(Field field, const RealServer &server);
QString valueText(Field field, const Timeouts &timeouts);
QString valueText(Field field, const SyncDaemon &daemon);

} // namespace lvs
