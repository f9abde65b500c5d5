// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"

namespace lvs {

// Parts of ipvsadm's commands and rules (ipvsadm(8)), each with a blank before it.

/// " -t 172.18.100.6:80"; empty for a protocol that ipvsadm can't name.
QString selectorWords(const ServiceKey &key);
/// Scheduler, persistence, netmask if wanted, engine, one-packet scheduling and the scheduler's flags.
QString serviceWords(const VirtualService &service, bool withNetmask);
/// " -m", " -i" or " -g"; empty for what ipvsadm can't set (local, bypass).
QString forwardingWord(Forwarding forwarding);
QString tunnelWords(const Tunnel &tunnel);

} // namespace lvs
