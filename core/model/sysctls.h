// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

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
        /// 0 never, 1 and 2 while memory is short, 3 always. The kernel goes from 1 to 2 and back by itself
        /// (update_defense_level), so that both are one setting.
        Defence,
        PowerOfTwo,
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
    std::optional<Range> use{};   ///< what of it has a meaning, where that is less

    /// "net.ipv4.vs.expire_nodest_conn"
    QString fullName() const;
    /// "/proc/sys/net/ipv4/vs/expire_nodest_conn"
    QString path() const;
    /// What is worth setting, for all kinds that are one number: neither a switch of 7 nor a negative number of
    /// seconds.
    Range usefulRange() const;
};

/// All that are ever read, in the order of the kernel's documentation. Which of them a machine has depends on its
/// kernel and on loaded modules.
std::span<const Sysctl> knownSysctls();
/// nullptr for any other.
const Sysctl *sysctlNamed(QStringView name);

/// A value that a person may give a tunable, as its file will show it; `text` has two numbers with a blank between for
/// a pair. Empty, BadNumber, OutOfRange.
Result<QString> sysctlValueFromText(const Sysctl &sysctl, QStringView text);

/// A tunable as a machine has it.
struct SysctlValue {
    QString name{};  ///< of a known sysctl
    QString value{}; ///< as the file shows it, numbers of a pair with a blank between; 0 to 255 printable characters
    friend bool operator==(const SysctlValue &, const SysctlValue &) = default;
};

/// Whether the kernel would take the value, which also has to be written as the file will show it. Wider than
/// sysctlValueFromText(): what another program has set can be set again. NotSupported for a tunable that is not known.
Result<void> validate(const SysctlValue &value);
/// Whether two values of a tunable are the same setting; see Sysctl::Kind::Defence.
bool isSameSetting(QStringView name, const QString &a, const QString &b);
/// nullptr where the machine does not have it; valid as long as `values`.
const QString *findSysctl(std::span<const SysctlValue> values, QStringView name);
/// The command that sets it: "sysctl -w net.ipv4.vs.conntrack=1"; empty for a tunable that is not known.
QString sysctlCommand(const SysctlValue &value);
/// The line of a file in sysctl.d that sets it: "net.ipv4.vs.conntrack = 1".
QString sysctlLine(const SysctlValue &value);

/// Whether the machine has another value than the kernel begins with. No where that is not known.
bool differsFromDefault(const SysctlValue &value);
/// The value as a number; nothing for pairs, lists and tunables the machine does not have.
std::optional<int> sysctlNumber(std::span<const SysctlValue> values, QStringView name);

} // namespace lvs
