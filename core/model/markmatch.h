// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"

namespace lvs {

/// Whether there are packets that both rules look at.
bool overlap(const MarkRule &one, const MarkRule &other);

/// Whether a rule marks packets that belong to a service with an address. IPVS looks for the mark's service first
/// (__ip_vs_service_find), so while there is one, these packets no longer come to the other.
bool takesFrom(const MarkRule &rule, const ServiceKey &service);

/// Whether rules at a place may mark packets of a family.
bool mayMark(const UnreadRules &unread, Family family);

} // namespace lvs
