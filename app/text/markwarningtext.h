// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"

#include <QStringList>

#include <span>

namespace lvs {

/// What comes of a rule beside what it is for: services that lose the packets it marks, and rules of other programs
/// that may give them another mark. Whole sentences. `services` are those of the table; `firewall` is nullptr where it
/// is not known.
QStringList markWarnings(const MarkRule &rule, std::span<const ServiceKey> services, const FirewallState *firewall);

} // namespace lvs
