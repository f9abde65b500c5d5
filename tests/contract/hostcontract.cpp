// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the contract about addresses, routes and tunnels.
#include "tests/contract/backendcontract.h"
#include "tests/contract/contractvalues.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

Q_DECLARE_METATYPE(lvs::HostAddress)
Q_DECLARE_METATYPE(lvs::Operation)
Q_DECLARE_METATYPE(std::vector<lvs::Operation>)

namespace lvs {

using namespace contract;

namespace {

HostAddress onLoopback(const char *text, const char *label = "")
{
    const IpAddress own = address(text);
    return {.interface = interface("lo"),
            .address = {
                .address = own, .prefixLength = quint8(own.isIPv4() ? 32 : 128), .label = QString::fromLatin1(label)}};
}

HostTunnel tunnel(const char *name = "lvstest0", const char *local = "198.51.100.77")
{
    return {.name = interface(name), .local = address(local)};
}

/// 198.51.100.1/24 on the tunnel, so that there is a network to go through.
HostAddress onTunnel()
{
    return {.interface = tunnel().name, .address = {.address = address("198.51.100.1"), .prefixLength = 24}};
}

HostRoute route(const char *destination, quint8 prefixLength, const char *gateway)
{
    HostRoute route{
        .destination = address(destination), .prefixLength = prefixLength, .interface = tunnel().name, .metric = 7};
    if (*gateway)
        route.gateway = address(gateway);
    return route;
}

} // namespace

HostInfo BackendContract::host()
{
    return m_backend->readHost().value_or(HostInfo());
}

void BackendContract::addressesReadBack_data()
{
    QTest::addColumn<HostAddress>("own");
    QTest::newRow("VIP of the recipes") << onLoopback("198.51.100.6", "lo:0");
    QTest::newRow("without a label") << onLoopback("198.51.100.6");
    QTest::newRow("IPv6") << onLoopback("2001:db8::66");
    HostAddress narrow = onLoopback("198.51.100.6", "lo:0");
    narrow.address.scope = AddressScope::Host;
    QTest::newRow("scope host") << narrow;
}

void BackendContract::addressesReadBack()
{
    QFETCH(const HostAddress, own);
    const auto before = host();
    run(AddAddress{own});
    const auto added = host();
    const HostInterface *loopback = findInterface(added.interfaces, own.interface);
    QVERIFY(loopback);
    QVERIFY(std::ranges::contains(loopback->addresses, own.address));
    QCOMPARE(attempt(AddAddress{own}).error().code, ErrorCode::AddressExists);
    run(RemoveAddress{own});
    QCOMPARE(host(), before);
}

void BackendContract::routesReadBack()
{
    const auto before = host();
    run(std::vector<Operation>{AddTunnel{tunnel()}, AddAddress{onTunnel()}});
    const HostRoute way = route("203.0.113.0", 24, "198.51.100.2");
    const HostRoute changed = route("203.0.113.0", 24, "198.51.100.3");
    const HostRoute direct = route("203.0.113.0", 24, "");
    const auto routes = [&] {
        std::vector<HostRoute> found = host().routes;
        std::erase_if(found, [&](const HostRoute &other) { return other.destination != way.destination; });
        return found;
    };
    run(AddRoute{way});
    QCOMPARE(routes(), std::vector{way});
    run(EditRoute{way, changed});
    QCOMPARE(routes(), std::vector{changed});
    run(EditRoute{changed, direct});
    QCOMPARE(routes(), std::vector{direct});
    HostRoute dearer = way;
    dearer.metric = 8;
    run(AddRoute{dearer});
    QCOMPARE(routes().size(), 2u);
    run(std::vector<Operation>{RemoveRoute{direct}, RemoveRoute{dearer}});
    QVERIFY(routes().empty());
    run(std::vector<Operation>{RemoveAddress{onTunnel()}, RemoveTunnel{tunnel()}});
    QCOMPARE(host().routes, before.routes);
}

void BackendContract::tunnelsReadBack()
{
    const auto before = host();
    run(AddTunnel{tunnel()});
    const auto added = host();
    const HostInterface *made = findInterface(added.interfaces, tunnel().name);
    QVERIFY(made);
    QVERIFY(made->isUp);
    QCOMPARE(tunnelOf(*made), tunnel());
    QCOMPARE(sysctl(QStringLiteral("ipv4/conf/lvstest0/rp_filter")), QStringLiteral("2"));
    run(RemoveTunnel{tunnel()});
    QVERIFY(!findInterface(host().interfaces, tunnel().name));
    QVERIFY(sysctl(QStringLiteral("ipv4/conf/lvstest0/rp_filter")).isNull());
    QCOMPARE(host().routes, before.routes);
}

void BackendContract::refusesOnHost_data()
{
    QTest::addColumn<std::vector<Operation>>("before");
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<int>("number");
    QTest::addColumn<ErrorCode>("code");
    const std::vector<Operation> network{AddTunnel{tunnel()}, AddAddress{onTunnel()}};
    const auto row = [&](const char *name, const Operation &operation, int number, ErrorCode code,
                         const std::vector<Operation> &more = {}) {
        std::vector<Operation> before = network;
        std::ranges::copy(more, std::back_inserter(before));
        QTest::newRow(name) << before << operation << number << code;
    };
    using enum ErrorCode;
    const HostAddress vip = onLoopback("198.51.100.6", "lo:0");
    HostAddress elsewhere = vip;
    elsewhere.interface = interface("lvstest9");
    elsewhere.address.label.clear();
    const HostRoute way = route("203.0.113.0", 24, "198.51.100.2");
    HostRoute lost = way;
    lost.interface = interface("lvstest9");
    HostAddress unlabelled = vip;
    unlabelled.address.label.clear();
    HostAddress labelled = vip;
    labelled.address.label = QStringLiteral("eth0:0");
    row("address twice", AddAddress{onTunnel()}, EEXIST, AddressExists);
    row("address with another label", AddAddress{unlabelled}, EEXIST, AddressExists, {AddAddress{vip}});
    row("address with the label of another interface", AddAddress{labelled}, EINVAL, KernelRefused);
    row("address of no interface", AddAddress{elsewhere}, ENODEV, InterfaceMissing);
    row("address gone", RemoveAddress{vip}, EADDRNOTAVAIL, AddressMissing);
    row("IPv6 address gone", RemoveAddress{onLoopback("2001:db8::66")}, EADDRNOTAVAIL, AddressMissing);
    row("address gone with its interface", RemoveAddress{elsewhere}, ENODEV, InterfaceMissing);
    row("route twice", AddRoute{way}, EEXIST, RouteExists, {AddRoute{way}});
    row("route otherwise", AddRoute{route("203.0.113.0", 24, "198.51.100.3")}, EEXIST, RouteExists, {AddRoute{way}});
    row("route on no interface", AddRoute{lost}, ENODEV, InterfaceMissing);
    row("gateway elsewhere", AddRoute{route("203.0.113.0", 24, "192.0.2.1")}, ENETUNREACH, GatewayUnreachable);
    row("bits beside the prefix", AddRoute{route("203.0.113.1", 24, "198.51.100.2")}, EINVAL, KernelRefused);
    row("edit of no route", EditRoute{way, way}, ENOENT, RouteMissing);
    row("edit to a gateway elsewhere", EditRoute{way, route("203.0.113.0", 24, "192.0.2.1")}, ENETUNREACH,
        GatewayUnreachable, {AddRoute{way}});
    row("route gone", RemoveRoute{way}, ESRCH, RouteMissing);
    row("tunnel twice", AddTunnel{tunnel()}, EEXIST, TunnelExists);
    row("tunnel with the same end", AddTunnel{tunnel("lvstest1")}, EEXIST, TunnelExists);
    row("tunnel gone", RemoveTunnel{tunnel("lvstest1")}, ENODEV, TunnelMissing);
    row("edit of another's route", EditRoute{route("203.0.113.0", 24, "198.51.100.3"), way}, ENOENT, RouteMissing,
        {AddRoute{way}});
    row("tunnel with another end", RemoveTunnel{tunnel("lvstest0", "198.51.100.78")}, ENODEV, TunnelMissing);
    row("tunnel with an address", RemoveTunnel{tunnel()}, EBUSY, TunnelInUse);
    row("no tunnel", RemoveTunnel{tunnel("lo")}, ENODEV, TunnelMissing);
}

void BackendContract::refusesOnHost()
{
    QFETCH(const std::vector<Operation>, before);
    QFETCH(const Operation, operation);
    for (const Operation &preparation : before)
        run(preparation);
    const auto found = host();
    const auto refused = attempt(operation);
    const auto left = host();
    for (const Operation &preparation : before) { // takes the routes through it along
        if (const auto *added = std::get_if<AddAddress>(&preparation))
            run(RemoveAddress{added->after});
    }
    run(RemoveTunnel{tunnel()});
    QVERIFY(!refused);
    QTEST(refused.error().kernelErrno, "number");
    QTEST(refused.error().code, "code");
    QCOMPARE(left.interfaces, found.interfaces);
    QCOMPARE(left.routes, found.routes);
}

} // namespace lvs
