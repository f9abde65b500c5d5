// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/virtualservice.h"
#include "core/sandbox/connection.h"

namespace lvs {

/// The template that ties a client of a persistent service to a real server: per port, per client (port 0), or per
/// firewall mark, where protocols and addresses don't matter (ip_vs_core.c, ip_vs_sched_persist).
ConnectionKey templateKey(const VirtualService &service, const ConnectionKey &connection);

} // namespace lvs
