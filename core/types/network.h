// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

namespace lvs {

/// Whether `address` is in the network of `network`.
bool isInNetwork(const IpAddress &address, const IpAddress &network, quint8 prefixLength);

} // namespace lvs
