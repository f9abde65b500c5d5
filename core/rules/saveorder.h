// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"

namespace lvs {

// The order in which ipvsadm lists and saves: services by mark, family, protocol, address and port, servers by address
// and port, each by the sign of a difference of 32 bits. The pointers are into the argument.

std::vector<const IpvsTable::Entry *> inSaveOrder(const IpvsTable &table);
std::vector<const RealServer *> inSaveOrder(const std::vector<RealServer> &servers);

} // namespace lvs
