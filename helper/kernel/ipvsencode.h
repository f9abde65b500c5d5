// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "helper/kernel/requestbatch.h"

namespace lvs {

// Requests of the IPVS family (include/uapi/linux/ip_vs.h). Byte orders differ from attribute to attribute: ports,
// addresses and the IPv4 mask are in network order, everything else in host order.

/// The request that carries out `operation`, any but those on the machine (HostOperation). The kernel replaces whole
/// objects, so every attribute is always sent.
void encodeOperation(const Operation &operation, RequestBatch &batch);
void encodeReadService(const ServiceKey &key, RequestBatch &batch);
/// Dump of the service's servers; empty, not an error, if there is no such service.
void encodeReadServers(const ServiceKey &service, RequestBatch &batch);

} // namespace lvs
