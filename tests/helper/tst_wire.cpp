// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/errors.h"
#include "helper/interface/keptwire.h"
#include "helper/interface/names.h"
#include "tests/helper/samples.h"

#include <QDBusMetaType>
#include <QMetaEnum>
#include <QTest>
#include <QTimeZone>

using namespace lvs;
using namespace lvs::bus;
using namespace Qt::StringLiterals;

class TestWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { registerWireTypes(); }
    void signaturesAreThoseOfTheInterface_data();
    void signaturesAreThoseOfTheInterface();
    void operationsComeBack();
    void kindsKeepTheirNumbers();
    void valuesWithoutANamePass();
    void badOperationsAreRefused_data();
    void badOperationsAreRefused();
    void totalsComeBack();
    void connectionsComeBack();
    void badConnectionsAreRefused_data();
    void badConnectionsAreRefused();
    void hostsComeBack();
    void badHostsAreRefused_data();
    void badHostsAreRefused();
    void hostsOfOtherVersionsAreUnderstood();
    void longHostsAreCut();
    void everyErrorCrossesTheBus();
    void errorsOfTheBusAreUnderstood_data();
    void errorsOfTheBusAreUnderstood();
    void errorTextsAreTamed();
    void reportsOfOtherValuesAreRefused();
    void bootFilesComeBack();
    void badBootFilesAreRefused();
    void ruleStatesComeBack();
};

void TestWire::signaturesAreThoseOfTheInterface_data()
{
    QTest::addColumn<QMetaType>("type");
    QTest::addColumn<QByteArray>("signature");
    QTest::newRow("KEY") << QMetaType::fromType<KeyData>() << QByteArray("(yyayqu)");
    QTest::newRow("SERVICE") << QMetaType::fromType<ServiceData>() << QByteArray("((yyayqu)suuus)");
    QTest::newRow("SERVER") << QMetaType::fromType<ServerData>() << QByteArray("(ayqyuuu(yqq))");
    QTest::newRow("FIGURES") << QMetaType::fromType<FiguresData>() << QByteArray("(ttttt)");
    QTest::newRow("TIMEOUTS") << QMetaType::fromType<TimeoutsData>() << QByteArray("(uuu)");
    QTest::newRow("DAEMON") << QMetaType::fromType<DaemonData>() << QByteArray("(ysuqayqy)");
    QTest::newRow("OPERATION") << QMetaType::fromType<OperationData>()
                               << QByteArray("(ya(yyayqu)a((yyayqu)suuus)a(ayqyuuu(yqq))a(uuu)a(ysuqayqy)aya(ss)a(s("
                                             "ayyys))a(ayyaysu)a(say)a((ayy)ya(qq)uu)a((ayy)ayay))");
    QTest::newRow("CONNECTION") << QMetaType::fromType<ConnectionData>() << QByteArray("(yayquayqayqsuss)");
    QTest::newRow("HOST")
        << QMetaType::fromType<HostData>()
        << QByteArray("(a(ss)a(sy)yya(sbyaya(ayay)a(ayyys))a(ayyaysu)a(aysay)a(yayq)a(uya(ayy)a(ayy)u)a(u(ayyaysu)))");
    QTest::newRow("FILE") << QMetaType::fromType<BootFileData>() << QByteArray("(yxay)");
    QTest::newRow("RULES") << QMetaType::fromType<RuleStateData>()
                           << QByteArray("(a(((yyayqu)suuus)a(ayqyuuu(yqq)))(uuu)a(ysuqayqy))");
    QTest::newRow("SETUP") << QMetaType::fromType<KeptSetupData>()
                           << QByteArray("(s(yyayqu)a(ss)a(say)a(s(ayyys))a(ayyaysu)a((ayy)ayay)a(((yyayqu)suuus)a("
                                         "ayqyuuu(yqq)))a((ayy)ya(qq)uu))");
    QTest::newRow("ERROR") << QMetaType::fromType<ErrorData>() << QByteArray("(sasi)");
}

void TestWire::signaturesAreThoseOfTheInterface()
{
    QFETCH(const QMetaType, type);
    QFETCH(const QByteArray, signature);
    QCOMPARE(QByteArray(QDBusMetaType::typeToSignature(type)), signature);
}

void TestWire::operationsComeBack()
{
    const auto operations = samples::operations();
    QCOMPARE(operations.size(), std::variant_size_v<Operation>);
    for (const Operation &operation : operations) {
        const auto read = fromWire(toWire(operation));
        QVERIFY2(read, qPrintable(QString::number(operation.index())));
        QVERIFY(*read == operation);
    }
    QVERIFY(*fromWire(toWire(Operation{ZeroCounters{}})) == Operation{ZeroCounters{}});
    QCOMPARE(listFromWire(listToWire(operations), 23)->size(), operations.size());
    QCOMPARE(listFromWire(listToWire(operations), 22).error().code, ErrorCode::TooLong);
}

/// Consoles and helpers of several versions speak to each other; the interface file has the list.
void TestWire::kindsKeepTheirNumbers()
{
    QList<quint8> kinds;
    for (const Operation &operation :
         {Operation{AddService{}},      Operation{EditService{}},    Operation{RemoveService{}},
          Operation{AddServer{}},       Operation{EditServer{}},     Operation{RemoveServer{}},
          Operation{ZeroCounters{}},    Operation{ClearTable{}},     Operation{SetTimeouts{}},
          Operation{StartSyncDaemon{}}, Operation{StopSyncDaemon{}}, Operation{SetSysctl{}},
          Operation{AddAddress{}},      Operation{RemoveAddress{}},  Operation{AddRoute{}},
          Operation{EditRoute{}},       Operation{RemoveRoute{}},    Operation{AddTunnel{}},
          Operation{RemoveTunnel{}},    Operation{AddMarkRule{}},    Operation{RemoveMarkRule{}},
          Operation{AddSnatRule{}},     Operation{RemoveSnatRule{}}})
        kinds.append(toWire(operation).kind);
    QCOMPARE(kinds, QList<quint8>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22}));
}

/// As in the pages, where a person sees them and wants to be rid of them.
void TestWire::valuesWithoutANamePass()
{
    VirtualService service = samples::service();
    service.flags = ServiceFlags::fromInt(0x80000040);
    RealServer server = samples::server();
    server.forwarding = Forwarding(5);
    server.tunnel = {.type = TunnelType(9), .port = 1, .checksum = TunnelChecksum(77)};
    RealServer drained = server;
    drained.weight = 0;
    for (const Operation &operation :
         {Operation(RemoveService{service, {server}}), Operation(RemoveServer{service.key, server}),
          Operation(EditServer{service.key, server, drained})}) {
        const auto read = fromWire(toWire(operation));
        QVERIFY(read);
        QVERIFY(*read == operation);
    }
}

void TestWire::badOperationsAreRefused_data()
{
    QTest::addColumn<OperationData>("data");
    const auto row = [](const char *name, const Operation &operation, auto &&change) {
        OperationData data = toWire(operation);
        change(data);
        QTest::newRow(name) << data;
    };
    const auto all = samples::operations();
    const auto &[addService, editService, removeService, addServer, editServer] =
        std::tie(all[0], all[1], all[2], all[3], all[4]);
    const Operation &clear = all[7];
    const Operation &timeouts = all[8];
    const Operation &daemon = all[9];
    const Operation &tunable = all[11];
    const Operation &address = all[12];
    const Operation &route = all[14];
    const Operation &editRoute = all[15];
    const Operation &tunnel = all[17];

    row("kind: unknown", addService, [](auto &d) { d.kind = 23; });
    row("kind: largest", addService, [](auto &d) { d.kind = 255; });
    row("shape: nothing", addService, [](auto &d) { d.services.clear(); });
    row("shape: one too many", addService, [](auto &d) { d.services.append(d.services[0]); });
    row("shape: stranger", addService, [](auto &d) { d.daemons.append(toWire(samples::daemon())); });
    row("shape: digest too short", clear, [](auto &d) { d.digest.chop(1); });
    row("shape: digest too long", clear, [](auto &d) { d.digest.append('x'); });
    row("shape: timeouts missing", timeouts, [](auto &d) { d.timeouts.clear(); });
    row("shape: before missing", editService, [](auto &d) { d.services.removeFirst(); });
    row("shape: service missing", addServer, [](auto &d) { d.service.clear(); });
    row("shape: two services", addServer, [](auto &d) { d.service.append(d.service[0]); });
    row("shape: servers of an edit", editServer, [](auto &d) { d.servers.removeFirst(); });
    row("tunable: nothing", tunable, [](auto &d) { d.sysctls.clear(); });
    row("tunable: no new value", tunable, [](auto &d) { d.sysctls.removeLast(); });
    row("tunable: two new values", tunable, [](auto &d) { d.sysctls.append(d.sysctls[1]); });
    row("tunable: two names", tunable, [](auto &d) { d.sysctls[1].name = u"ipv4/vs/conntrack"_s; });
    row("tunable: line break", tunable, [](auto &d) { d.sysctls[1].value.append(u'\n'); });
    row("tunable: name of two lines", tunable, [](auto &d) {
        for (auto &sysctl : d.sysctls)
            sysctl.name.append(u'\n');
    });
    row("tunable: too long", tunable, [](auto &d) { d.sysctls[1].value = QString(256, u'0'); });
    row("tunable: of a service", tunable, [](auto &d) { d.services.append(toWire(samples::service())); });
    row("address: nothing", address, [](auto &d) { d.addresses.clear(); });
    row("address: two", address, [](auto &d) { d.addresses.append(d.addresses[0]); });
    row("address: of a route", address, [](auto &d) { d.routes.append(toWire(samples::route())); });
    row("address: no interface", address, [](auto &d) { d.addresses[0].interface.clear(); });
    row("address: interface path", address, [](auto &d) { d.addresses[0].interface = u"../lo"_s; });
    row("address: of 5 bytes", address, [](auto &d) { d.addresses[0].address.address.append('x'); });
    row("address: prefix 33", address, [](auto &d) { d.addresses[0].address.prefixLength = 33; });
    row("address: scope", address, [](auto &d) { d.addresses[0].address.scope = 1; });
    row("address: label too long", address, [](auto &d) { d.addresses[0].address.label = QString(16, u'l'); });
    row("address: label of two lines", address, [](auto &d) { d.addresses[0].address.label = u"lo:\n"_s; });
    row("route: nothing", route, [](auto &d) { d.routes.clear(); });
    row("route: no new one", editRoute, [](auto &d) { d.routes.removeLast(); });
    row("route: no destination", route, [](auto &d) { d.routes[0].destination.clear(); });
    row("route: prefix 33", route, [](auto &d) { d.routes[0].prefixLength = 33; });
    row("route: gateway of 3 bytes", route, [](auto &d) { d.routes[0].gateway.chop(1); });
    row("route: gateway of another family", route, [](auto &d) { d.routes[0].gateway = QByteArray(16, 1); });
    row("route: interface control", route, [](auto &d) { d.routes[0].interface = u"eth0\t"_s; });
    row("tunnel: nothing", tunnel, [](auto &d) { d.tunnels.clear(); });
    row("tunnel: no name", tunnel, [](auto &d) { d.tunnels[0].name.clear(); });
    row("tunnel: no address", tunnel, [](auto &d) { d.tunnels[0].local.clear(); });
    row("tunnel: of an address", tunnel, [](auto &d) { d.addresses.append(toWire(samples::vip())); });
    row("key: family 0", addService, [](auto &d) { d.services[0].key.family = 0; });
    row("key: family 255", addService, [](auto &d) { d.services[0].key.family = 255; });
    row("key: other family", addService, [](auto &d) { d.services[0].key.family = 10; });
    row("key: address of 3 bytes", addService, [](auto &d) { d.services[0].key.address.chop(1); });
    row("key: no address", addService, [](auto &d) { d.services[0].key.address.clear(); });
    row("key: address of 17 bytes", addService, [](auto &d) { d.services[0].key.address = QByteArray(17, 1); });
    row("key: mark with an address", removeService, [](auto &d) { d.services[0].key.address = QByteArray(4, 1); });
    row("key: mark with a port", removeService, [](auto &d) { d.services[0].key.port = 80; });
    row("key: mark with a protocol", removeService, [](auto &d) { d.services[0].key.protocol = 17; });
    row("scheduler: empty", addService, [](auto &d) { d.services[0].scheduler.clear(); });
    row("scheduler: too long", addService, [](auto &d) { d.services[0].scheduler = QString(16, u'a'); });
    row("scheduler: path", addService, [](auto &d) { d.services[0].scheduler = u"../rr"_s; });
    row("scheduler: line break", addService, [](auto &d) { d.services[0].scheduler = u"rr\n"_s; });
    row("scheduler: nul", addService, [](auto &d) { d.services[0].scheduler = u"rr"_s + QChar(0); });
    row("scheduler: not ASCII", addService, [](auto &d) { d.services[0].scheduler = u"轮询"_s; });
    row("scheduler: option", addService, [](auto &d) { d.services[0].scheduler = u"rr force=1"_s; });
    row("engine: too long", addService, [](auto &d) { d.services[0].engine = QString(17, u'a'); });
    row("engine: blank", addService, [](auto &d) { d.services[0].engine = u" "_s; });
    row("netmask: prefix 0", removeService, [](auto &d) { d.services[0].netmask = 0; });
    row("netmask: prefix 129", removeService, [](auto &d) { d.services[0].netmask = 129; });
    row("server: address of 5 bytes", addServer, [](auto &d) { d.servers[0].address.append('x'); });
    row("server: forwarding 8", addServer, [](auto &d) { d.servers[0].forwarding = 8; });
    row("server: weight above INT_MAX", addServer, [](auto &d) { d.servers[0].weight = 0x80000000; });
    row("server: upper threshold", addServer, [](auto &d) { d.servers[0].upperThreshold = 0x80000000; });
    row("server: lower threshold", addServer, [](auto &d) { d.servers[0].lowerThreshold = 0xffffffff; });
    row("daemon: role 0", daemon, [](auto &d) { d.daemons[0].role = 0; });
    row("daemon: role 3", daemon, [](auto &d) { d.daemons[0].role = 3; });
    row("daemon: interface empty", daemon, [](auto &d) { d.daemons[0].interface.clear(); });
    row("daemon: interface path", daemon, [](auto &d) { d.daemons[0].interface = u"a/b"_s; });
    row("daemon: interface dots", daemon, [](auto &d) { d.daemons[0].interface = u".."_s; });
    row("daemon: interface too long", daemon, [](auto &d) { d.daemons[0].interface = QString(16, u'e'); });
    row("daemon: interface control", daemon, [](auto &d) { d.daemons[0].interface = u"eth0\t"_s; });
    row("daemon: group of 1 byte", daemon, [](auto &d) { d.daemons[0].group = QByteArray(1, 1); });
}

void TestWire::badOperationsAreRefused()
{
    QFETCH(const OperationData, data);
    QVERIFY(!fromWire(data));
}

void TestWire::totalsComeBack()
{
    const Traffic traffic{.counters = {1, 2, 3, 4, ~0ULL}, .rates = {6, 7, 8, 9, 10}};
    const auto [counters, rates] = std::pair(toWire(traffic.counters), toWire(traffic.rates));
    QCOMPARE(totalsFromWire(counters, rates, 123'456'789),
             (MachineTotals{.traffic = traffic, .uptime = std::chrono::milliseconds(123'456'789)}));
    QCOMPARE(totalsFromWire(counters, rates, ~0ULL).error().code, ErrorCode::HelperFailed);
}

void TestWire::connectionsComeBack()
{
    const ConnectionEntry plain{.client = samples::address(u"198.18.0.1"),
                                .clientPort = 50'000,
                                .virtualAddress = samples::address(u"172.18.100.6"),
                                .virtualPort = 80,
                                .server = samples::server().key,
                                .state = u"ESTABLISHED"_s,
                                .expires = 897};
    for (const ConnectionEntry &entry : {plain, samples::connection()})
        QVERIFY(fromWire(toWire(entry)) == entry);
}

void TestWire::badConnectionsAreRefused_data()
{
    QTest::addColumn<ConnectionData>("data");
    const auto row = [](const char *name, auto &&change) {
        ConnectionData data = toWire(samples::connection());
        change(data);
        QTest::newRow(name) << data;
    };
    row("client of 3 bytes", [](auto &d) { d.client.truncate(3); });
    row("no client", [](auto &d) { d.client.clear(); });
    row("server of 17 bytes", [](auto &d) { d.server = QByteArray(17, 1); });
    row("mark and address", [](auto &d) { d.virtualAddress = QByteArray(4, 1); });
    row("neither mark nor address", [](auto &d) { d.mark = 0; });
    row("state too long", [](auto &d) { d.state = QString(256, u'A'); });
    row("state of two lines", [](auto &d) { d.state = u"A\nB"_s; });
    row("control character of an engine", [](auto &d) { d.engine = u"\x1b"_s; });
    row("data too long", [](auto &d) { d.engineData = QString(256, u'a'); });
    row("data that turns the text", [](auto &d) { d.engineData = u"\u202e"_s; });
}

void TestWire::badConnectionsAreRefused()
{
    QFETCH(const ConnectionData, data);
    QVERIFY(!fromWire(data));
}

void TestWire::hostsComeBack()
{
    QVERIFY(fromWire(toWire(samples::host())) == samples::host());
    QVERIFY(fromWire(toWire(HostInfo())) == HostInfo());
}

void TestWire::badHostsAreRefused_data()
{
    QTest::addColumn<HostData>("data");
    const auto row = [](const char *name, auto &&change) {
        HostData data = toWire(samples::host());
        change(data);
        QTest::newRow(name) << data;
    };
    row("value too long", [](auto &d) { d.sysctls[0].value = QString(256, u'1'); });
    row("value of two lines", [](auto &d) { d.sysctls[0].value = u"1\n2"_s; });
    row("size of the connection table", [](auto &d) { d.tableBits = 28; });
    row("configured size of it", [](auto &d) { d.configuredTableBits = 200; });
    row("state of a feature", [](auto &d) { d.features[0].state = 5; });
    row("interface name", [](auto &d) { d.interfaces[0].name = u"a/b"_s; });
    row("no interface name", [](auto &d) { d.interfaces[0].name.clear(); });
    row("too many interfaces",
        [](auto &d) { d.interfaces = QList<InterfaceData>(bounds::interfaces + 1, d.interfaces[0]); });
    row("address", [](auto &d) { d.interfaces[1].addresses[0].address.clear(); });
    row("IPv4 prefix", [](auto &d) { d.interfaces[1].addresses[0].prefixLength = 33; });
    row("IPv6 prefix", [](auto &d) { d.interfaces[1].addresses[1].prefixLength = 129; });
    row("interface's kind", [](auto &d) { d.interfaces[0].kind = 6; });
    row("hardware address of 5 bytes", [](auto &d) { d.interfaces[1].hardwareAddress.chop(1); });
    row("two tunnels of one interface", [](auto &d) { d.interfaces[2].tunnel.append(d.interfaces[2].tunnel[0]); });
    row("end of a tunnel", [](auto &d) { d.interfaces[2].tunnel[0].remote.clear(); });
    row("scope", [](auto &d) { d.interfaces[0].addresses[0].scope = 100; });
    row("label", [](auto &d) { d.interfaces[0].addresses[0].label = QString(16, u'l'); });
    row("too many tunables", [](auto &d) { d.sysctls = QList<SysctlData>(bounds::sysctls + 1, d.sysctls[0]); });
    row("route", [](auto &d) { d.routes[0].destination.clear(); });
    row("route's interface", [](auto &d) { d.routes[0].interface.clear(); });
    row("too many routes", [](auto &d) { d.routes = QList<RouteData>(bounds::routes + 1, d.routes[0]); });
    row("rule's family", [](auto &d) { d.rules[0].family = 3; });
    row("rule of two families", [](auto &d) { d.rules[0].family = quint8(Family::IPv6); });
    row("rule's network", [](auto &d) { d.rules[0].source[0].prefixLength = 24; });
    row("rule of two networks", [](auto &d) { d.rules[1].destination.append(d.rules[1].destination[0]); });
    row("too many rules", [](auto &d) { d.rules = QList<RoutingRuleData>(bounds::routingRules + 1, d.rules[0]); });
    row("another table's route", [](auto &d) { d.tableRoutes[0].route.interface.clear(); });
    row("too many routes of other tables",
        [](auto &d) { d.tableRoutes = QList<TableRouteData>(bounds::routes + 1, d.tableRoutes[0]); });
    row("neighbour", [](auto &d) { d.neighbours[0].address = "abc"; });
    row("neighbour's interface", [](auto &d) { d.neighbours[0].interface = u".."_s; });
    row("listener's protocol", [](auto &d) { d.listeners[0].protocol = 1; });
    row("listener's address", [](auto &d) { d.listeners[0].address.chop(1); });
    row("listener's port", [](auto &d) { d.listeners[0].port = 0; });
    row("too many listeners",
        [](auto &d) { d.listeners = QList<ListenerData>(bounds::listeners + 1, d.listeners[0]); });
}

void TestWire::badHostsAreRefused()
{
    QFETCH(const HostData, data);
    QVERIFY(!fromWire(data));
}

void TestWire::hostsOfOtherVersionsAreUnderstood()
{
    HostData data = toWire(samples::host());
    data.sysctls.append({u"kernel_of_next_year"_s, u"\n"_s});
    data.features.append({u"IP_VS_NEXT"_s, 1});
    QVERIFY(fromWire(data) == samples::host());
    data.features.clear();
    QCOMPARE(fromWire(data)->kernel.states.front(), FeatureState::Unknown);
}

void TestWire::longHostsAreCut()
{
    HostInfo host = samples::host();
    host.neighbours.resize(size_t(bounds::neighbours) + 1, host.neighbours[0]);
    host.listeners.resize(size_t(bounds::listeners) + 1, host.listeners[0]);
    host.routes.resize(size_t(bounds::routes) + 1, host.routes[0]);
    host.sysctls.resize(size_t(bounds::sysctls) + 1, host.sysctls[0]);
    host.rules.resize(size_t(bounds::routingRules) + 1, host.rules[0]);
    host.tableRoutes.resize(size_t(bounds::routes) + 1, host.tableRoutes[0]);
    QCOMPARE(fromWire(toWire(host))->neighbours.size(), size_t(bounds::neighbours));
    QCOMPARE(fromWire(toWire(host))->listeners.size(), size_t(bounds::listeners));
    QCOMPARE(fromWire(toWire(host))->routes.size(), size_t(bounds::routes));
    QCOMPARE(fromWire(toWire(host))->sysctls.size(), size_t(bounds::sysctls));
    QCOMPARE(fromWire(toWire(host))->rules.size(), size_t(bounds::routingRules));
    QCOMPARE(fromWire(toWire(host))->tableRoutes.size(), size_t(bounds::routes));
}

void TestWire::everyErrorCrossesTheBus()
{
    const QDBusMessage call = QDBusMessage::createMethodCall(serviceName, objectPath, interfaceName, u"GetInfo"_s);
    const auto codes = QMetaEnum::fromType<ErrorCode>();
    for (int i = 0; i < codes.keyCount(); ++i) {
        const Error error{.code = ErrorCode(codes.value(i)), .values = {u"a value"_s, u"值"_s}, .kernelErrno = 17};
        const QDBusMessage reply = errorReply(call, error);
        QCOMPARE(reply.errorName(), errorPrefix + QString::fromLatin1(codes.key(i)));
        QCOMPARE(fromWire(toWire(error)), error);
        QCOMPARE(codeNamed(nameOf(error.code)), error.code);
    }
    QVERIFY(!codeNamed(u"Stale|Busy"_s));
    QVERIFY(!codeNamed({}));
}

void TestWire::errorsOfTheBusAreUnderstood_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nobody there") << u"org.freedesktop.DBus.Error.ServiceUnknown"_s << ErrorCode::NoHelper;
    QTest::newRow("can't start") << u"org.freedesktop.DBus.Error.Spawn.ChildExited"_s << ErrorCode::NoHelper;
    QTest::newRow("no answer") << u"org.freedesktop.DBus.Error.NoReply"_s << ErrorCode::TimedOut;
    QTest::newRow("cut") << u"org.freedesktop.DBus.Error.Disconnected"_s << ErrorCode::LinkLost;
    QTest::newRow("bus policy") << u"org.freedesktop.DBus.Error.AccessDenied"_s << ErrorCode::NotAuthorized;
    QTest::newRow("older helper") << u"org.freedesktop.DBus.Error.UnknownMethod"_s << ErrorCode::NotSupported;
    QTest::newRow("ours") << errorPrefix + u"Stale"_s << ErrorCode::Stale;
    QTest::newRow("newer helper") << errorPrefix + u"NotYetKnown"_s << ErrorCode::HelperFailed;
    QTest::newRow("anything") << u"com.example.Error"_s << ErrorCode::HelperFailed;
}

void TestWire::errorsOfTheBusAreUnderstood()
{
    QFETCH(const QString, name);
    QFETCH(const ErrorCode, code);
    QCOMPARE(errorFrom(QDBusMessage::createError(name, u"text"_s)).code, code);
}

void TestWire::errorTextsAreTamed()
{
    const Error error = fromWire(ErrorData{.code = u"Stale"_s, .values = QStringList(100, QString(1000, u'\n'))});
    QCOMPARE(error.values.size(), bounds::errorValues);
    QCOMPARE(error.values.first(), QString(bounds::stringBytes, u' '));
}

void TestWire::reportsOfOtherValuesAreRefused()
{
    ResultData data = toWire(samples::operations()[0], OperationResult{.status = OperationStatus::UndoFailed});
    QVERIFY(resultFromWire(data));
    data.status = quint8(OperationStatus::UndoFailed) + 1;
    QVERIFY(!resultFromWire(data));
    QVERIFY(outcomeFromWire(quint8(ApplyOutcome::UndoIncomplete)));
    QVERIFY(!outcomeFromWire(quint8(ApplyOutcome::UndoIncomplete) + 1));
}

void TestWire::bootFilesComeBack()
{
    const BootFile file{.state = BootFile::State::Present,
                        .content = "# \xff\n-A -f 1\n",
                        .changedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::UTC)};
    QCOMPARE(fromWire(toWire(file)), file);
    for (const auto state :
         {BootFile::State::Unknown, BootFile::State::Missing, BootFile::State::Hidden, BootFile::State::Unusable})
        QCOMPARE(fromWire(toWire(BootFile{.state = state})), BootFile{.state = state});
    QCOMPARE(fromWire(BootFileData{.state = 1, .content = "x"}), BootFile{.state = BootFile::State::Missing});
}

void TestWire::badBootFilesAreRefused()
{
    QCOMPARE(fromWire(BootFileData{.state = 5}).error().code, ErrorCode::HelperFailed);
    QCOMPARE(fromWire(BootFileData{.state = 2, .content = QByteArray(largestBootFile + 1, 'x')}).error().code,
             ErrorCode::TooLong);
}

void TestWire::ruleStatesComeBack()
{
    RuleState state{.timeouts = {1, 2, 3}, .daemons = {samples::daemon()}};
    state.table.setService(samples::service());
    state.table.setServers(samples::tcp(), {samples::server(), samples::server(u"192.168.10.12")});
    state.table.setService(samples::service(samples::tcp(u"172.18.100.7")));
    const auto back = fromWire(toWire(state));
    QVERIFY(back);
    QCOMPARE(back->table, state.table);
    QCOMPARE(back->timeouts, state.timeouts);
    QCOMPARE(back->daemons, state.daemons);
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
