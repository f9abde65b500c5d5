// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connectionkey.h"
#include "core/model/firewall.h"
#include "core/sandbox/trafficprofile.h"

namespace lvs {

/// The packet filter of a sandbox: the console's own table of rules, and nothing else. Marks what clients send; what
/// source NAT would change can't be seen from outside. Functions give 0 or an errno.
class SandboxFirewall
{
public:
    int add(const MarkRule &rule);
    int remove(const MarkRule &rule);
    int add(const SnatRule &rule);
    int remove(const SnatRule &rule);

    const FirewallState &state() const { return m_state; }
    /// The mark that packets of a client's connection get, 0 for none; the rules count them.
    quint32 mark(const ConnectionKey &flow, const PacketBurst &packets);

private:
    FirewallState m_state;
};

} // namespace lvs
