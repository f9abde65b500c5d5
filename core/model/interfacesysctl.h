// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/names.h"

#include <QString>

namespace lvs {

/// "ipv4/conf/eth0/arp_ignore", as in SysctlValue::name; `interface` empty: "ipv4/conf/all/arp_ignore". `name` is one
/// of those that interfaces have.
QString interfaceSysctl(const InterfaceName &interface, QStringView name);

} // namespace lvs
