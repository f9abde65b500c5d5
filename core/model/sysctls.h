// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace lvs {

/// One tunable of IPVS, a file below /proc/sys/net/ipv4/vs (net/netfilter/ipvs/ip_vs_ctl.c, vs_vars).
struct Sysctl {
    enum class Kind : quint8 {
        Switch, ///< 0 off, anything else on
        Level,  ///< one of the numbers of the range
        Number,
        Pages, ///< of memory
        Seconds,
        Octets, ///< bytes
        Messages,
        Pair,    ///< two numbers
        CpuList, ///< such as "0-3,8"
    };
    struct Range {
        int smallest = 0;
        int largest = 0;
    };

    QLatin1StringView name;         ///< "expire_nodest_conn"
    QLatin1StringView defaultValue; ///< as the file shows it; empty where it depends on the machine
    Kind kind = Kind::Switch;
    std::optional<Range> range{}; ///< what the kernel takes; none: any int

    /// "net.ipv4.vs.expire_nodest_conn"
    QString fullName() const;
};

/// All that are ever read, in the order of the kernel's documentation. Which of them a machine has depends on its
/// kernel and on loaded modules.
std::span<const Sysctl> knownSysctls();
/// nullptr for any other.
const Sysctl *sysctlNamed(QStringView name);

/// A tunable as a machine has it.
struct SysctlValue {
    QString name{};  ///< of a known sysctl
    QString value{}; ///< as the file shows it, numbers of a pair with a blank between; 0 to 255 printable characters
    friend bool operator==(const SysctlValue &, const SysctlValue &) = default;
};

/// Whether the machine has another value than the kernel begins with. No where that is not known.
bool differsFromDefault(const SysctlValue &value);
/// The value as a number; nothing for pairs, lists and tunables the machine does not have.
std::optional<int> sysctlNumber(std::span<const SysctlValue> values, QStringView name);

} // namespace lvs
