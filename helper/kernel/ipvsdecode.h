// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"
#include "core/model/settings.h"
#include "helper/kernel/attributes.h"

namespace lvs {

// Decoders of the kernel's answers (net/netfilter/ipvs/ip_vs_ctl.c, ip_vs_genl_fill_*). Each takes the attributes of
// one message and trusts nothing: false if a length does not add up, an attribute has another size than the kernel
// gives it, comes twice or is missing, or a name or number is impossible; the output is then unspecified. Attributes
// of later kernels are passed over. Values that the kernel lets other programs set (protocol and forwarding numbers,
// tunnel types) are kept even where no enumerator names them.

[[nodiscard]] bool decodeService(Bytes attributes, ServiceState &service);
/// Tunnel options may be missing: kernels before 5.3 have none.
[[nodiscard]] bool decodeServer(Bytes attributes, ServerState &server);
[[nodiscard]] bool decodeTimeouts(Bytes attributes, Timeouts &timeouts);
[[nodiscard]] bool decodeDaemon(Bytes attributes, SyncDaemon &daemon);
/// Version and table size; the release is not in the answer.
[[nodiscard]] bool decodeInfo(Bytes attributes, KernelInfo &info);

} // namespace lvs
