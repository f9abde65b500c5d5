// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

namespace lvs {

// Texts that sort as the values do: IPv4 before IPv6, numerically, marks last.

QString sortKey(const IpAddress &address, quint16 port);
QString sortKey(const ServiceKey &service);

} // namespace lvs
