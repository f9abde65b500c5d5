// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxhost.h"

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

constexpr quint8 tableBits = 12;

/// What the machine has where the default depends on it; empty for what it does not have.
QString machineValue(QLatin1StringView name)
{
    if (name == "sync_qlen_max"_L1)
        return QStringLiteral("31872");
    return name == "est_cpulist"_L1 ? QStringLiteral("0-3") : QString();
}

bool needsLoaded(QLatin1StringView sysctl, QLatin1StringView scheduler, const QSet<QString> &schedulers)
{
    return sysctl.startsWith(scheduler + "_expiration"_L1) && !schedulers.contains(scheduler);
}

std::vector<SysctlValue> sysctls(const QSet<QString> &schedulers, const QHash<QString, QString> &set)
{
    std::vector<SysctlValue> values;
    for (const Sysctl &sysctl : knownSysctls()) {
        const QString value = sysctl.defaultValue.isEmpty() ? machineValue(sysctl.name) : QString(sysctl.defaultValue);
        const bool absent = value.isEmpty() || needsLoaded(sysctl.name, "lblc"_L1, schedulers) ||
                            needsLoaded(sysctl.name, "lblcr"_L1, schedulers);
        if (!absent)
            values.push_back({.name = sysctl.name, .value = set.value(sysctl.name, value)});
    }
    return values;
}

KernelSupport kernel(const QSet<QString> &schedulers)
{
    KernelSupport support{.configuredTableBits = tableBits, .tableBits = tableBits};
    for (size_t i = 0; const KernelFeature &feature : kernelFeatures) {
        if (feature.module.isEmpty())
            support.states[i] = FeatureState::BuiltIn;
        else if (feature.module == "ip_vs"_L1 || schedulers.contains(feature.name))
            support.states[i] = FeatureState::Loaded;
        else
            support.states[i] = FeatureState::Module;
        ++i;
    }
    return support;
}

IpAddress address(QStringView text)
{
    return *IpAddress::fromText(text);
}

InterfaceName interface(QStringView name)
{
    return *InterfaceName::fromText(name);
}

} // namespace

HostInfo sandboxHost(const QSet<QString> &schedulers, const QHash<QString, QString> &sysctlsSet)
{
    HostInfo host{.sysctls = sysctls(schedulers, sysctlsSet), .kernel = kernel(schedulers)};
    host.interfaces = {
        {.name = interface(u"lo"), .isUp = true, .addresses = {{address(u"127.0.0.1"), 8}, {address(u"::1"), 128}}},
        {.name = interface(u"eth0"),
         .isUp = true,
         .addresses = {{address(u"172.18.100.5"), 24},
                       {address(u"172.18.100.6"), 32},
                       {address(u"172.18.100.7"), 32},
                       {address(u"172.18.100.8"), 32}}},
        {.name = interface(u"eth1"), .isUp = true, .addresses = {{address(u"192.168.10.1"), 24}}},
    };
    for (const QStringView server : {u"172.18.100.11", u"172.18.100.12"})
        host.neighbours.push_back({.address = address(server), .interface = interface(u"eth0")});
    for (const QStringView server : {u"192.168.10.11", u"192.168.10.12", u"192.168.10.13"})
        host.neighbours.push_back({.address = address(server), .interface = interface(u"eth1")});
    return host;
}

} // namespace lvs
