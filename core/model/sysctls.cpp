// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sysctls.h"

#include "core/types/names.h"
#include "core/types/numbers.h"
#include "core/types/shellword.h"

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
constexpr Range upToTwo{0, 2};
constexpr int largestInt = std::numeric_limits<int>::max();
constexpr Range anyInt{std::numeric_limits<int>::min(), largestInt};

constexpr Sysctl table[] = {
    {.name = "ipv4/vs/conntrack"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/expire_nodest_conn"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/expire_quiescent_template"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/conn_reuse_mode"_L1, .defaultValue = "1"_L1, .kind = Number, .use = upToThree},
    {.name = "ipv4/vs/drop_entry"_L1, .defaultValue = "0"_L1, .kind = Defence, .range = upToThree},
    {.name = "ipv4/vs/drop_packet"_L1, .defaultValue = "0"_L1, .kind = Defence, .range = upToThree},
    {.name = "ipv4/vs/secure_tcp"_L1, .defaultValue = "0"_L1, .kind = Defence, .range = upToThree},
    {.name = "ipv4/vs/am_droprate"_L1, .defaultValue = "10"_L1, .kind = Number},
    {.name = "ipv4/vs/amemthresh"_L1, .defaultValue = "1024"_L1, .kind = Pages},
    {.name = "ipv4/vs/sloppy_tcp"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/sloppy_sctp"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/cache_bypass"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/snat_reroute"_L1, .defaultValue = "1"_L1},
    {.name = "ipv4/vs/nat_icmp_send"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/schedule_icmp"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/pmtu_disc"_L1, .defaultValue = "1"_L1},
    {.name = "ipv4/vs/ignore_tunneled"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/backup_only"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/sync_version"_L1, .defaultValue = "1"_L1, .kind = Level, .range = Range{0, 1}},
    {.name = "ipv4/vs/sync_ports"_L1,
     .defaultValue = "1"_L1,
     .kind = PowerOfTwo,
     .range = Range{1, largestInt},
     .use = Range{1, 64}},
    {.name = "ipv4/vs/sync_persist_mode"_L1, .defaultValue = "0"_L1},
    {.name = "ipv4/vs/sync_threshold"_L1, .defaultValue = "3 50"_L1, .kind = Pair},
    {.name = "ipv4/vs/sync_refresh_period"_L1, .defaultValue = "0"_L1, .kind = Seconds},
    {.name = "ipv4/vs/sync_retries"_L1, .defaultValue = "0"_L1, .kind = Number, .range = upToThree},
    {.name = "ipv4/vs/sync_qlen_max"_L1, .defaultValue = ""_L1, .kind = Messages},
    {.name = "ipv4/vs/sync_sock_size"_L1, .defaultValue = "0"_L1, .kind = Octets},
    {.name = "ipv4/vs/run_estimation"_L1, .defaultValue = "1"_L1},
    {.name = "ipv4/vs/est_cpulist"_L1, .defaultValue = ""_L1, .kind = CpuList},
    {.name = "ipv4/vs/est_nice"_L1, .defaultValue = "0"_L1, .kind = Number, .range = Range{-20, 19}},
    // Only with the module ip_vs_lblc or ip_vs_lblcr.
    {.name = "ipv4/vs/lblc_expiration"_L1, .defaultValue = "86400"_L1, .kind = Seconds},
    {.name = "ipv4/vs/lblcr_expiration"_L1, .defaultValue = "86400"_L1, .kind = Seconds},
    // Only in kernels later than 6.12.
    {.name = "ipv4/vs/conn_lfactor"_L1, .defaultValue = ""_L1, .kind = Number, .range = loadFactors},
    {.name = "ipv4/vs/svc_lfactor"_L1, .defaultValue = ""_L1, .kind = Number, .range = loadFactors},
    {.name = "ipv4/vs/conn_max"_L1, .defaultValue = ""_L1, .kind = Number},
    // Of the machine.
    {.name = "ipv4/ip_forward"_L1, .defaultValue = "0"_L1},
    {.name = "ipv6/conf/all/forwarding"_L1, .defaultValue = "0"_L1},
    // Of all interfaces and of each (Documentation/networking/ip-sysctl.rst); the kernel takes any number.
    {.name = "ipv4/conf/*/arp_ignore"_L1, .defaultValue = "0"_L1, .kind = Level, .use = Range{0, 8}},
    {.name = "ipv4/conf/*/arp_announce"_L1, .defaultValue = "0"_L1, .kind = Level, .use = upToTwo},
    {.name = "ipv4/conf/*/rp_filter"_L1, .defaultValue = "0"_L1, .kind = Level, .use = upToTwo},
    {.name = "ipv4/conf/*/send_redirects"_L1, .defaultValue = "1"_L1},
};

constexpr auto ipvsPrefix = "ipv4/vs/"_L1;

/// What stands for "*" in a name; nothing if the name is not of this form.
std::optional<QStringView> interfacePart(QStringView name)
{
    const auto parts = name.split(u'/');
    if (parts.size() != 4 || parts[0] != u"ipv4" || parts[1] != u"conf")
        return std::nullopt;
    const bool isInterface = parts[2] != u"default" && InterfaceName::fromText(parts[2]);
    return isInterface ? std::optional(parts[2]) : std::nullopt;
}

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

bool Sysctl::isPerInterface() const
{
    return name.contains(u'*');
}

QString Sysctl::nameFor(QStringView interface) const
{
    return QString(name).replace(u"*"_s, interface.toString());
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
    const auto interface = interfacePart(name);
    const auto row = std::ranges::find_if(table, [&](const Sysctl &sysctl) {
        if (sysctl.isPerInterface())
            return interface && sysctl.nameFor(*interface) == name;
        return sysctl.name == name;
    });
    return row == std::end(table) ? nullptr : row;
}

QStringView sysctlInterface(QStringView name)
{
    return interfacePart(name).value_or(QStringView());
}

bool isIpvsSysctl(QStringView name)
{
    return name.startsWith(ipvsPrefix);
}

QString sysctlFullName(QStringView name)
{
    const bool hasDots = name.contains(u'.');
    const QString whole = u"net/"_s + name.toString();
    return hasDots ? whole : QString(whole).replace(u'/', u'.');
}

QString sysctlPath(QStringView name)
{
    return u"/proc/sys/net/"_s + name.toString();
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
    const auto text = valueText(*sysctl, value.value, sysctl->range.value_or(anyInt));
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
    return sysctl ? u"sysctl -w %1=%2"_s.arg(shellWord(sysctlFullName(value.name)), quoted(value.value)) : QString();
}

QString sysctlLine(const SysctlValue &value)
{
    const Sysctl *sysctl = sysctlNamed(value.name);
    return sysctl ? u"%1 = %2"_s.arg(sysctlFullName(value.name), value.value) : QString();
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
