// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/kernelbackend.h"
#include "tests/contract/contractvalues.h"
#include "tests/kernel/freshnetwork.h"

#include <QProcess>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <set>
#include <thread>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace lvs;
using namespace lvs::contract;

namespace {

/// One datagram to 127.0.0.1:PORT from a port of its own.
void sendDatagram(quint16 port, size_t size)
{
    const int descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const sockaddr_in target{
        .sin_family = AF_INET, .sin_port = htons(port), .sin_addr = {.s_addr = htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
    const std::vector<char> data(size);
    sendto(descriptor, data.data(), data.size(), 0, reinterpret_cast<const sockaddr *>(&target), sizeof target);
    close(descriptor);
}

std::vector<Operation> serviceWithServers(const ServiceKey &key, int servers)
{
    std::vector<Operation> operations{AddService{VirtualService::withDefaults(key)}};
    for (int i = 1; i <= servers; ++i) {
        RealServer next = server(1);
        next.key.port = quint16(i);
        operations.push_back(AddServer{key, next});
    }
    return operations;
}

} // namespace

/// What only a kernel shows; everything else is in the contract.
class KernelBackendTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { run({ClearTable{}}); }

    void countsTraffic()
    {
        const ServiceKey key = udp("127.0.0.1", 5000);
        const RealServer local{.key = {address("127.0.0.1"), 5000}, .forwarding = Forwarding::Masquerading};
        run({AddService{VirtualService::withDefaults(key)}, AddServer{key, local}});
        for (int i = 0; i < 5; ++i)
            sendDatagram(key.port, 72);
        const auto server = [&] { return m_backend.readServers(std::span(&key, 1))->front()->servers.front(); };
        QTRY_COMPARE_WITH_TIMEOUT(server().traffic.counters.connections, 5u, 20'000);
        QCOMPARE(server().traffic.counters.inPackets, 5u);
        QCOMPARE(server().traffic.counters.inBytes, 5u * 100);
        QCOMPARE(server().inactiveConnections, 5u);
        QCOMPARE(m_backend.readService(key)->traffic.counters, server().traffic.counters);
        QTRY_VERIFY_WITH_TIMEOUT(server().traffic.rates.inBytes > 0, 20'000);

        run({ZeroCounters{key}});
        QCOMPARE(server().traffic.counters, Counters{});
        QCOMPARE(m_backend.readService(key)->traffic.counters, Counters{});
    }

    /// Those that fit in a datagram, and longer ones.
    void readsListsOfEverySize()
    {
        std::vector<ServiceKey> keys;
        std::vector<size_t> sizes;
        for (quint16 i = 0; i < 300; ++i) {
            keys.push_back(tcp("10.0.0.1", quint16(i + 1)));
            sizes.push_back(i % 41 == 40 ? 300 : i % 5);
            run(serviceWithServers(keys.back(), int(sizes.back())));
        }
        const auto lists = m_backend.readServers(keys);
        QVERIFY(lists);
        for (size_t i = 0; i < keys.size(); ++i) {
            QVERIFY((*lists)[i]);
            QCOMPARE((*lists)[i]->service, keys[i]);
            QCOMPARE((*lists)[i]->servers.size(), sizes[i]);
        }
    }

    void neverShowsAnObjectTwice()
    {
        const ServiceKey key = http().key;
        run(serviceWithServers(key, 400));
        std::vector<Operation> others;
        for (quint16 port = 1000; port < 1400; ++port)
            others.push_back(AddService{VirtualService::withDefaults(tcp("10.0.0.2", port))});
        run(others);

        std::atomic<bool> stop = false;
        std::thread editor([&] {
            KernelBackend backend;
            RealServer extra = server(2);
            const VirtualService service = VirtualService::withDefaults(tcp("10.0.0.3", 80));
            while (!stop) {
                backend.execute(std::vector<Operation>{AddServer{key, extra}, AddService{service}});
                backend.execute(std::vector<Operation>{RemoveServer{key, extra}, RemoveService{service, {}}});
            }
        });
        bool repeated = false;
        for (int i = 0; i < 100 && !repeated; ++i) {
            const auto services = m_backend.readServices();
            const auto lists = m_backend.readServers(std::span(&key, 1));
            std::set<ServiceKey> serviceKeys;
            std::set<ServerKey> serverKeys;
            for (const ServiceState &service : *services)
                repeated = !serviceKeys.insert(service.config.key).second || repeated;
            for (const ServerState &server : lists->front()->servers)
                repeated = !serverKeys.insert(server.config.key).second || repeated;
        }
        stop = true;
        editor.join();
        QVERIFY(!repeated);
    }

    void readsRulesOfRouting()
    {
        for (const char *line :
             {"ip link set lo up", "ip address add 198.51.100.6/24 dev lo",
              "ip rule add priority 100 from 198.51.100.6 lookup 300",
              "ip rule add priority 110 to 203.0.113.0/24 lookup 7",
              "ip rule add priority 120 fwmark 1 lookup 8", // asks for more
              "ip rule add priority 40000 lookup 9",        // after the main table
              "ip -6 rule add priority 130 from 2001:db8::/32 lookup 300",
              "ip route add default via 198.51.100.1 dev lo table 300", "ip route add 203.0.113.0/24 dev lo table 7",
              "ip route add 203.0.113.0/24 dev lo table 8"})
            QCOMPARE(QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromLatin1(line)}), 0);
        const auto host = m_backend.readHost();
        QVERIFY(host);
        const InterfaceName lo = contract::interface("lo");
        QCOMPARE(host->rules,
                 (std::vector<RoutingRule>{
                     {.priority = 100, .source = IpNetwork::ofOne(address("198.51.100.6")), .table = 300},
                     {.priority = 110, .destination = *IpNetwork::of(address("203.0.113.0"), 24), .table = 7},
                     {.priority = 130,
                      .family = Family::IPv6,
                      .source = *IpNetwork::of(address("2001:db8::"), 32),
                      .table = 300}}));
        QCOMPARE(
            host->tableRoutes,
            (std::vector<TableRoute>{{7, {.destination = address("203.0.113.0"), .prefixLength = 24, .interface = lo}},
                                     {300, {.gateway = address("198.51.100.1"), .interface = lo}}}));
        for (const HostRoute &route : host->routes)
            QVERIFY(route.destination != address("203.0.113.0"));
    }

    /// Last, because it can't be taken back.
    void needsTheCapability()
    {
        QVERIFY(setresuid(65534, 65534, 65534) == 0);
        KernelBackend backend;
        const auto services = backend.readServices();
        QVERIFY(!services);
        QCOMPARE(services.error().code, ErrorCode::KernelRefused);
        QCOMPARE(services.error().kernelErrno, EPERM);
        // The socket that root opened is of no use either.
        QCOMPARE(m_backend.readServices().error().kernelErrno, EPERM);
    }

private:
    void run(const std::vector<Operation> &operations)
    {
        for (const Result<void> &result : m_backend.execute(operations))
            QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
    }

    KernelBackend m_backend;
};

int main(int argc, char *argv[])
{
    lvs::test::enterFreshNetwork();
    KernelBackendTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kernelbackend.moc"
