// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/serverhealth.h"

#include <QString>

namespace lvs {

/// "ping 0.3 ms · TCP refused · HTTP 503": the layers that were looked at.
QString healthText(const ServerHealth &health);
/// A sentence for each layer, in lines.
QString healthEvidence(const ServerHealth &health);
/// "from the director, 12 s ago"
QString healthVantage(const ServerHealth &health, const QDateTime &now);

} // namespace lvs
