// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxhost.h"

#include "core/sandbox/sandboxnetwork.h"

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

constexpr quint8 tableBits = 12;

/// What the machine has where the default depends on it; empty for what it does not have.
QString machineValue(QLatin1StringView name)
{
    if (name == "ipv4/vs/sync_qlen_max"_L1)
        return QStringLiteral("31872");
    return name == "ipv4/vs/est_cpulist"_L1 ? QStringLiteral("0-3") : QString();
}

bool needsLoaded(QLatin1StringView sysctl, QLatin1StringView scheduler, const QSet<QString> &schedulers)
{
    return sysctl == u"ipv4/vs/"_s + scheduler + "_expiration"_L1 && !schedulers.contains(scheduler);
}

std::vector<SysctlValue> sysctls(const QSet<QString> &schedulers, const QHash<QString, QString> &set,
                                 const std::vector<HostInterface> &interfaces)
{
    std::vector<SysctlValue> values;
    for (const Sysctl &sysctl : knownSysctls()) {
        if (sysctl.isPerInterface())
            continue;
        const QString value = sysctl.defaultValue.isEmpty() ? machineValue(sysctl.name) : QString(sysctl.defaultValue);
        const bool absent = value.isEmpty() || needsLoaded(sysctl.name, "lblc"_L1, schedulers) ||
                            needsLoaded(sysctl.name, "lblcr"_L1, schedulers);
        if (!absent)
            values.push_back({.name = sysctl.name, .value = set.value(sysctl.name, value)});
    }
    QStringList names{u"all"_s};
    for (const HostInterface &interface : interfaces)
        names.append(interface.name.toString());
    for (const QString &interface : names) {
        for (const Sysctl &sysctl : knownSysctls()) {
            const QString name = sysctl.nameFor(interface);
            if (sysctl.isPerInterface())
                values.push_back({.name = name, .value = set.value(name, sysctl.defaultValue)});
        }
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

/// Of the range for local use; the last bytes tell the machine and the interface.
QByteArray hardwareAddress(quint8 machine, quint8 number)
{
    return QByteArray("\x02\x00\x5e\x10", 4) + char(machine) + char(number);
}

HostInterface loopback()
{
    return {.name = interface(u"lo"),
            .isUp = true,
            .kind = InterfaceKind::Loopback,
            .addresses = {{.address = address(u"127.0.0.1"), .prefixLength = 8, .scope = AddressScope::Host},
                          {.address = address(u"::1"), .prefixLength = 128, .scope = AddressScope::Host}}};
}

HostInterface ethernet(QStringView name, const QByteArray &hardware, std::vector<InterfaceAddress> addresses)
{
    return {.name = interface(name),
            .isUp = true,
            .kind = InterfaceKind::Ethernet,
            .hardwareAddress = hardware,
            .addresses = std::move(addresses)};
}

HostRoute defaultRoute(const IpAddress &gateway)
{
    HostRoute route{.gateway = gateway, .interface = interface(u"eth0")};
    if (!gateway.isIPv4()) {
        route.destination = IpAddress::any(Family::IPv6);
        route.metric = 1024;
    }
    return route;
}

/// Servers of the usual kinds, for whatever address the machine has or gets.
std::vector<Listener> usualListeners()
{
    const IpAddress everywhere = address(u"::");
    std::vector<Listener> listeners;
    for (const quint16 port : {22, 80, 443, 3306, 8080})
        listeners.push_back({.protocol = quint8(Protocol::Tcp), .address = everywhere, .port = port});
    listeners.push_back({.protocol = quint8(Protocol::Udp), .address = everywhere, .port = 53});
    return listeners;
}

} // namespace

HostInfo sandboxDirector()
{
    HostInfo host{.sysctls = {{.name = u"ipv4/ip_forward"_s, .value = u"1"_s}}};
    host.interfaces = {loopback(),
                       ethernet(u"eth0", hardwareAddress(1, 0),
                                {{address(u"172.18.100.5"), 24},
                                 {address(u"172.18.100.6"), 32},
                                 {address(u"172.18.100.7"), 32},
                                 {address(u"172.18.100.8"), 32}}),
                       ethernet(u"eth1", hardwareAddress(1, 1), {{address(u"192.168.10.1"), 24}})};
    host.routes = {defaultRoute(address(u"172.18.100.1"))};
    for (const QStringView server : {u"172.18.100.11", u"172.18.100.12"})
        host.neighbours.push_back({.address = address(server), .interface = interface(u"eth0")});
    for (const QStringView server : {u"192.168.10.11", u"192.168.10.12", u"192.168.10.13"})
        host.neighbours.push_back({.address = address(server), .interface = interface(u"eth1")});
    return host;
}

HostInfo sandboxRealServer(const IpAddress &address, const IpAddress &gateway)
{
    const quint8 prefixLength = address.isIPv4() ? 24 : 64;
    const quint8 number = address.bytes()[address.isIPv4() ? 3 : 15];
    HostInfo host;
    host.interfaces = {loopback(), ethernet(u"eth0", hardwareAddress(2, number), {{address, prefixLength}})};
    host.routes = {defaultRoute(gateway)};
    host.listeners = usualListeners();
    return host;
}

HostInfo sandboxHost(const QSet<QString> &schedulers, const QHash<QString, QString> &sysctlsSet,
                     const SandboxNetwork &network)
{
    return {.sysctls = sysctls(schedulers, sysctlsSet, network.interfaces()),
            .kernel = kernel(schedulers),
            .interfaces = network.interfaces(),
            .routes = network.routes()};
}

} // namespace lvs
