// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sysctls.h"

#include <algorithm>

namespace lvs {

namespace {

using namespace Qt::StringLiterals;
using enum Sysctl::Kind;

constexpr Sysctl::Range upToThree{0, 3};

constexpr Sysctl table[] = {
    {.name = "conntrack"_L1, .defaultValue = "0"_L1},
    {.name = "expire_nodest_conn"_L1, .defaultValue = "0"_L1},
    {.name = "expire_quiescent_template"_L1, .defaultValue = "0"_L1},
    {.name = "conn_reuse_mode"_L1, .defaultValue = "1"_L1, .kind = Number},
    {.name = "drop_entry"_L1, .defaultValue = "0"_L1, .kind = Level, .range = upToThree},
    {.name = "drop_packet"_L1, .defaultValue = "0"_L1, .kind = Level, .range = upToThree},
    {.name = "secure_tcp"_L1, .defaultValue = "0"_L1, .kind = Level, .range = upToThree},
    {.name = "am_droprate"_L1, .defaultValue = "10"_L1, .kind = Number},
    {.name = "amemthresh"_L1, .defaultValue = "1024"_L1, .kind = Pages},
    {.name = "sloppy_tcp"_L1, .defaultValue = "0"_L1},
    {.name = "sloppy_sctp"_L1, .defaultValue = "0"_L1},
    {.name = "cache_bypass"_L1, .defaultValue = "0"_L1},
    {.name = "snat_reroute"_L1, .defaultValue = "1"_L1},
    {.name = "nat_icmp_send"_L1, .defaultValue = "0"_L1},
    {.name = "schedule_icmp"_L1, .defaultValue = "0"_L1},
    {.name = "pmtu_disc"_L1, .defaultValue = "1"_L1},
    {.name = "ignore_tunneled"_L1, .defaultValue = "0"_L1},
    {.name = "backup_only"_L1, .defaultValue = "0"_L1},
    {.name = "sync_version"_L1, .defaultValue = "1"_L1, .kind = Level, .range = Sysctl::Range{0, 1}},
    {.name = "sync_ports"_L1, .defaultValue = "1"_L1, .kind = Number},
    {.name = "sync_persist_mode"_L1, .defaultValue = "0"_L1},
    {.name = "sync_threshold"_L1, .defaultValue = "3 50"_L1, .kind = Pair},
    {.name = "sync_refresh_period"_L1, .defaultValue = "0"_L1, .kind = Seconds},
    {.name = "sync_retries"_L1, .defaultValue = "0"_L1, .kind = Number, .range = upToThree},
    {.name = "sync_qlen_max"_L1, .defaultValue = ""_L1, .kind = Messages},
    {.name = "sync_sock_size"_L1, .defaultValue = "0"_L1, .kind = Octets},
    {.name = "run_estimation"_L1, .defaultValue = "1"_L1},
    {.name = "est_cpulist"_L1, .defaultValue = ""_L1, .kind = CpuList},
    {.name = "est_nice"_L1, .defaultValue = "0"_L1, .kind = Number, .range = Sysctl::Range{-20, 19}},
    // Only with the module ip_vs_lblc or ip_vs_lblcr.
    {.name = "lblc_expiration"_L1, .defaultValue = "86400"_L1, .kind = Seconds},
    {.name = "lblcr_expiration"_L1, .defaultValue = "86400"_L1, .kind = Seconds},
    // Only in kernels later than 6.12.
    {.name = "conn_lfactor"_L1, .defaultValue = ""_L1, .kind = Number},
    {.name = "svc_lfactor"_L1, .defaultValue = ""_L1, .kind = Number},
    {.name = "conn_max"_L1, .defaultValue = ""_L1, .kind = Number},
};

} // namespace

QString Sysctl::fullName() const
{
    return u"net.ipv4.vs."_s + name;
}

std::span<const Sysctl> knownSysctls()
{
    return table;
}

const Sysctl *sysctlNamed(QStringView name)
{
    const auto row = std::ranges::find_if(table, [name](const Sysctl &sysctl) { return sysctl.name == name; });
    return row == std::end(table) ? nullptr : row;
}

bool differsFromDefault(const SysctlValue &value)
{
    const Sysctl *sysctl = sysctlNamed(value.name);
    return sysctl && !sysctl->defaultValue.isEmpty() && value.value != sysctl->defaultValue;
}

std::optional<int> sysctlNumber(std::span<const SysctlValue> values, QStringView name)
{
    const auto found = std::ranges::find(values, name, &SysctlValue::name);
    bool isNumber = false;
    const int number = found == values.end() ? 0 : found->value.toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace lvs
