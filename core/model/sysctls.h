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

/// One tunable, a file below /proc/sys/net: those of IPVS (net/netfilter/ipvs/ip_vs_ctl.c, vs_vars), and what a set-up
/// of directors and real servers has to do with (net/ipv4/devinet.c, net/ipv6/addrconf.c).
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

    /// Below /proc/sys/net: "ipv4/vs/expire_nodest_conn". With "*" it is one for each interface and one for "all",
    /// "ipv4/conf/*/arp_ignore".
    QLatin1StringView name;
    QLatin1StringView defaultValue; ///< as the file shows it; empty where it depends on the machine
    Kind kind = Kind::Switch;
    std::optional<Range> range{}; ///< what the kernel takes; none: any int
    std::optional<Range> use{};   ///< what of it has a meaning, where that is less

    bool isPerInterface() const;
    /// The name of the one of an interface or of "all"; `name` itself where there is only one.
    QString nameFor(QStringView interface) const;
    /// What is worth setting, for all kinds that are one number: neither a switch of 7 nor a negative number of
    /// seconds.
    Range usefulRange() const;
};

/// All that are ever read: those of IPVS in the order of the kernel's documentation, those of the machine, those of
/// interfaces. Which of them a machine has depends on its kernel, on loaded modules and on its interfaces.
std::span<const Sysctl> knownSysctls();
/// By name as SysctlValue has it; nullptr for any other. What stands for an interface could be the name of one, so that
/// it is one component of a path; "default" is none.
const Sysctl *sysctlNamed(QStringView name);
/// "eth0" or "all" of the name of one of an interface; empty for all others.
QStringView sysctlInterface(QStringView name);
/// Whether it is one of IPVS.
bool isIpvsSysctl(QStringView name);
/// "net.ipv4.vs.expire_nodest_conn"; with slashes where the name of an interface has a dot, which would be taken apart
/// (sysctl.d(5)).
QString sysctlFullName(QStringView name);
/// "/proc/sys/net/ipv4/vs/expire_nodest_conn"
QString sysctlPath(QStringView name);

/// A value that a person may give a tunable, as its file will show it; `text` has two numbers with a blank between for
/// a pair. Empty, BadNumber, OutOfRange.
Result<QString> sysctlValueFromText(const Sysctl &sysctl, QStringView text);

/// A tunable as a machine has it.
struct SysctlValue {
    QString name{};  ///< below /proc/sys/net: "ipv4/vs/conntrack", "ipv4/conf/eth0.100/arp_ignore"
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
