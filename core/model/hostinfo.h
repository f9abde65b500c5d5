// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/kernelsupport.h"
#include "core/model/sysctls.h"
#include "core/types/ipaddress.h"
#include "core/types/names.h"

#include <vector>

namespace lvs {

/// An address that an interface has.
struct InterfaceAddress {
    IpAddress address{};
    quint8 prefixLength = 0;
    friend bool operator==(const InterfaceAddress &, const InterfaceAddress &) = default;
};

struct HostInterface {
    InterfaceName name{};
    bool isUp = false;
    std::vector<InterfaceAddress> addresses{};
    friend bool operator==(const HostInterface &, const HostInterface &) = default;
};

/// A machine that was heard of on a local network, from the ARP table.
struct Neighbour {
    IpAddress address{};
    InterfaceName interface{};
    friend bool operator==(const Neighbour &, const Neighbour &) = default;
};

/// What a director's machine is like, beside its table.
struct HostInfo {
    std::vector<SysctlValue> sysctls{}; ///< those of knownSysctls() that the machine has, in that order
    KernelSupport kernel{};
    std::vector<HostInterface> interfaces{}; ///< in the kernel's order; empty when read without the helper
    std::vector<Neighbour> neighbours{};     ///< IPv4
    friend bool operator==(const HostInfo &, const HostInfo &) = default;
};

} // namespace lvs
