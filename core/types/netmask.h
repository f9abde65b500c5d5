// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

namespace lvs {

// A persistence netmask as VirtualService keeps it: for IPv4 an address mask in host byte order, for IPv6 a prefix
// length from 1 to 128 (IPVS_SVC_ATTR_NETMASK).

/// One address: 255.255.255.255 or 128.
quint32 widestNetmask(Family family);
/// IPv4 masks must have no holes; 0.0.0.0 (all clients are one) is allowed, as in the kernel.
bool isNetmask(quint32 netmask, Family family);
/// Reads "255.255.255.0" for IPv4, "64" for IPv6.
Result<quint32> netmaskFromText(QStringView text, Family family);
/// The same for people, who may also give an IPv4 mask as a prefix length, 0 to 32: "24" or "/24".
Result<quint32> netmaskOrPrefixFromText(QStringView text, Family family);
/// Bits of a client's address that a valid netmask looks at: 0 to 32 for IPv4, 1 to 128 for IPv6.
int prefixLength(quint32 netmask, Family family);
QString netmaskToString(quint32 netmask, Family family);

} // namespace lvs
