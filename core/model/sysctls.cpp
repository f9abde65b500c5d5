// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sysctls.h"

#include "core/types/numbers.h"

#include <algorithm>
#include <bit>
#include <bitset>
#include <limits>

namespace lvs {

namespace {

using namespace Qt::StringLiterals;
using enum Sysctl::Kind;

using Range = Sysctl::Range;

constexpr Range upToThree{0, 3};
constexpr Range loadFactors{-8, 8};
constexpr int largestInt = std::numeric_limits<int>::max();

constexpr Sysctl table[] = {
    {.name = "conntrack"_L1, .defaultValue = "0"_L1},
    {.name = "expire_nodest_conn"_L1, .defaultValue = "0"_L1},
    {.name = "expire_quiescent_template"_L1, .defaultValue = "0"_L1},
    {.name = "conn_reuse_mode"_L1, .defaultValue = "1"_L1, .kind = Number, .use = upToThree},
    {.name = "drop_entry"_L1, .defaultValue = "0"_L1, .kind = Defence, .range = upToThree},
    {.name = "drop_packet"_L1, .defaultValue = "0"_L1, .kind = Defence, .range = upToThree},
    {.name = "secure_tcp"_L1, .defaultValue = "0"_L1, .kind = Defence, .range = upToThree},
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
    {.name = "sync_version"_L1, .defaultValue = "1"_L1, .kind = Level, .range = Range{0, 1}},
    {.name = "sync_ports"_L1,
     .defaultValue = "1"_L1,
     .kind = PowerOfTwo,
     .range = Range{1, largestInt},
     .use = Range{1, 64}},
    {.name = "sync_persist_mode"_L1, .defaultValue = "0"_L1},
    {.name = "sync_threshold"_L1, .defaultValue = "3 50"_L1, .kind = Pair},
    {.name = "sync_refresh_period"_L1, .defaultValue = "0"_L1, .kind = Seconds},
    {.name = "sync_retries"_L1, .defaultValue = "0"_L1, .kind = Number, .range = upToThree},
    {.name = "sync_qlen_max"_L1, .defaultValue = ""_L1, .kind = Messages},
    {.name = "sync_sock_size"_L1, .defaultValue = "0"_L1, .kind = Octets},
    {.name = "run_estimation"_L1, .defaultValue = "1"_L1},
    {.name = "est_cpulist"_L1, .defaultValue = ""_L1, .kind = CpuList},
    {.name = "est_nice"_L1, .defaultValue = "0"_L1, .kind = Number, .range = Range{-20, 19}},
    // Only with the module ip_vs_lblc or ip_vs_lblcr.
    {.name = "lblc_expiration"_L1, .defaultValue = "86400"_L1, .kind = Seconds},
    {.name = "lblcr_expiration"_L1, .defaultValue = "86400"_L1, .kind = Seconds},
    // Only in kernels later than 6.12.
    {.name = "conn_lfactor"_L1, .defaultValue = ""_L1, .kind = Number, .range = loadFactors},
    {.name = "svc_lfactor"_L1, .defaultValue = ""_L1, .kind = Number, .range = loadFactors},
    {.name = "conn_max"_L1, .defaultValue = ""_L1, .kind = Number},
};

/// What proc_dointvec_jiffies takes with any clock, also the fastest (HZ 1000).
constexpr int largestSeconds = largestInt / 1000;

constexpr std::size_t mostCpus = 8192; // NR_CPUS of every configuration

Result<int> intFromText(QStringView text, Range range)
{
    const bool isNegative = range.smallest < 0 && text.startsWith(u'-');
    const auto number = numberFromText(isNegative ? text.sliced(1) : text, 0, std::numeric_limits<quint32>::max());
    if (!number)
        return std::unexpected(number.error());
    const qint64 value = isNegative ? -qint64(*number) : qint64(*number);
    if (value < range.smallest || value > range.largest)
        return failure(ErrorCode::OutOfRange, {QString::number(range.smallest), QString::number(range.largest)});
    return int(value);
}

Result<QString> numberText(QStringView text, Range range)
{
    return intFromText(text, range).transform([](int number) { return QString::number(number); });
}

Result<QString> powerOfTwoText(QStringView text, Range range)
{
    const auto number = intFromText(text, range);
    if (number && !std::has_single_bit(quint32(*number)))
        return failure(ErrorCode::BadNumber);
    return number.transform([](int value) { return QString::number(value); });
}

/// As proc_do_sync_threshold has it: the first is what a division by the second may leave.
Result<QString> pairText(QStringView text)
{
    const qsizetype blank = text.indexOf(u' ');
    if (blank < 0)
        return failure(text.isEmpty() ? ErrorCode::Empty : ErrorCode::BadNumber);
    const auto second = intFromText(text.sliced(blank + 1), {0, largestInt});
    if (!second)
        return std::unexpected(second.error());
    const auto first = intFromText(text.first(blank), {0, *second == 0 ? largestInt : *second - 1});
    if (!first)
        return std::unexpected(first.error());
    return u"%1 %2"_s.arg(*first).arg(*second);
}

/// In the order and with the ranges in which the kernel shows it (bitmap_list_string).
Result<QString> cpuListText(QStringView text)
{
    constexpr Range numbers{0, int(mostCpus) - 1};
    std::bitset<mostCpus> cpus;
    for (const QStringView part : text.split(u',')) {
        const qsizetype dash = part.indexOf(u'-');
        const auto from = intFromText((dash < 0 ? part : part.first(dash)).trimmed(), numbers);
        if (!from)
            return std::unexpected(from.error());
        const auto to = dash < 0 ? from : intFromText(part.sliced(dash + 1).trimmed(), {*from, numbers.largest});
        if (!to)
            return std::unexpected(to.error());
        for (int cpu = *from; cpu <= *to; ++cpu)
            cpus.set(std::size_t(cpu));
    }
    QStringList parts;
    for (std::size_t cpu = 0; cpu < mostCpus; ++cpu) {
        const std::size_t from = cpu;
        while (cpu < mostCpus && cpus.test(cpu))
            ++cpu;
        if (cpu > from)
            parts.append(cpu == from + 1 ? QString::number(from) : u"%1-%2"_s.arg(from).arg(cpu - 1));
    }
    return parts.join(u',');
}

Result<QString> valueText(const Sysctl &sysctl, QStringView text, Range range)
{
    switch (sysctl.kind) {
    case Pair:
        return pairText(text);
    case CpuList:
        return cpuListText(text);
    case PowerOfTwo:
        return powerOfTwoText(text, range);
    case Switch:
    case Level:
    case Defence:
    case Number:
    case Pages:
    case Seconds:
    case Octets:
    case Messages:
        return numberText(text, range);
    }
    Q_UNREACHABLE_RETURN(failure(ErrorCode::NotSupported));
}

QString quoted(const QString &value)
{
    return value.isEmpty() || value.contains(u' ') ? u'"' + value + u'"' : value;
}

} // namespace

QString Sysctl::fullName() const
{
    return u"net.ipv4.vs."_s + name;
}

QString Sysctl::path() const
{
    return u"/proc/sys/net/ipv4/vs/"_s + name;
}

Sysctl::Range Sysctl::usefulRange() const
{
    if (use)
        return *use;
    if (range)
        return *range;
    if (kind == Switch)
        return {0, 1};
    return {0, kind == Seconds ? largestSeconds : largestInt};
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

Result<QString> sysctlValueFromText(const Sysctl &sysctl, QStringView text)
{
    return valueText(sysctl, text, sysctl.usefulRange());
}

Result<void> validate(const SysctlValue &value)
{
    const Sysctl *sysctl = sysctlNamed(value.name);
    if (!sysctl)
        return failure(ErrorCode::NotSupported, {value.name});
    if (sysctl->kind == CpuList && value.value.isEmpty())
        return {}; // stops measuring
    const auto text =
        valueText(*sysctl, value.value, sysctl->range.value_or(Range{std::numeric_limits<int>::min(), largestInt}));
    if (!text)
        return std::unexpected(text.error());
    return *text == value.value ? Result<void>() : failure(ErrorCode::BadNumber);
}

bool isSameSetting(QStringView name, const QString &a, const QString &b)
{
    const Sysctl *sysctl = sysctlNamed(name);
    const auto isAutomatic = [](const QString &value) { return value == u'1' || value == u'2'; };
    return a == b || (sysctl && sysctl->kind == Defence && isAutomatic(a) && isAutomatic(b));
}

const QString *findSysctl(std::span<const SysctlValue> values, QStringView name)
{
    const auto found = std::ranges::find(values, name, &SysctlValue::name);
    return found == values.end() ? nullptr : &found->value;
}

QString sysctlCommand(const SysctlValue &value)
{
    const Sysctl *sysctl = sysctlNamed(value.name);
    return sysctl ? u"sysctl -w %1=%2"_s.arg(sysctl->fullName(), quoted(value.value)) : QString();
}

QString sysctlLine(const SysctlValue &value)
{
    const Sysctl *sysctl = sysctlNamed(value.name);
    return sysctl ? u"%1 = %2"_s.arg(sysctl->fullName(), value.value) : QString();
}

bool differsFromDefault(const SysctlValue &value)
{
    const Sysctl *sysctl = sysctlNamed(value.name);
    return sysctl && !sysctl->defaultValue.isEmpty() && value.value != sysctl->defaultValue;
}

std::optional<int> sysctlNumber(std::span<const SysctlValue> values, QStringView name)
{
    const QString *value = findSysctl(values, name);
    bool isNumber = false;
    const int number = value ? value->toInt(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace lvs
