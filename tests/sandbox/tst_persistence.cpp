// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxclient.h"

#include <QTest>

#include <memory>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

namespace {

const ServiceKey https = tcp(u"172.18.100.6", 443);
const ServiceKey everyPort = tcp(u"172.18.100.6", 0);
const ServiceKey mark = ServiceKey::forMark(1, Family::IPv4);

VirtualService persistent(const ServiceKey &key, quint32 timeout = 360, quint32 netmask = 0xffffffff)
{
    VirtualService result = service(key);
    result.flags = ServiceFlag::Persistent;
    result.persistenceTimeout = timeout;
    result.netmask = netmask;
    return result;
}

} // namespace

/// Round robin over two servers, so that without persistence no client would meet the same one twice in a row.
class TestPersistence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sandbox = std::make_unique<SandboxBackend>(); }

    void clientComesBackToItsServer()
    {
        setUp(persistent(web));
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(serverFor(flow(web, 1, 1002)), 11);
        QCOMPARE(serverFor(flow(web, 2, 1003)), 12);
        QCOMPARE(serverFor(flow(web, 1, 1004)), 11);
        const auto servers = serversOf(*m_sandbox, web);
        QCOMPARE(servers[0].persistentConnections, 1u);
        QCOMPARE(servers[1].persistentConnections, 1u);
        QCOMPARE(servers[0].activeConnections, 3u);
    }

    void netmaskJoinsNeighbours()
    {
        setUp(persistent(web, 360, 0xfffffff0));
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(serverFor(flow(web, 15, 1001)), 11);
        QCOMPARE(serverFor(flow(web, 16, 1001)), 12);
    }

    void prefixJoinsNeighbours()
    {
        const ServiceKey web6 = tcp(u"2001:db8::6", 80);
        setUp(persistent(web6, 360, 61), 11, Forwarding::Tunnelling);
        ConnectionKey from = flow(web6);
        from.client = ip(u"2001:db8:0:8::1");
        QCOMPARE(serverFor(from), 11);
        from.client = ip(u"2001:db8:0:f::2");
        QCOMPARE(serverFor(from), 11);
        from.client = ip(u"2001:db8:0:10::1");
        QCOMPARE(serverFor(from), 12);
    }

    void portsAreApartUnlessTheServiceIsForAll()
    {
        setUp(persistent(everyPort));
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(serverFor(flow(https, 1, 1002)), 11); // per client
        init();
        setUp(persistent(web));
        setUp(persistent(https), 11);
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(serverFor(flow(web, 2, 1001)), 12);
        QCOMPARE(serverFor(flow(https, 2, 1002)), 11); // per port
    }

    void markJoinsPortsAndProtocols()
    {
        setUp(persistent(mark), 11, Forwarding::Gatewaying);
        QCOMPARE(serverFor(flow(web, 1, 1001), 1), 11);
        QCOMPARE(serverFor(flow(https, 1, 1002), 1), 11);
        ConnectionKey udp = flow(web, 1, 1003);
        udp.protocol = quint8(Protocol::Udp);
        QCOMPARE(serverFor(udp, 1), 11);
        QCOMPARE(serverFor(flow(web, 2, 1001), 1), 12);
        QCOMPARE(serverFor(flow(web, 3, 1001), 2), 0); // nobody serves this mark
    }

    void templateRunsOutAfterTheLastConnection()
    {
        setUp(persistent(web, 300));
        serverFor(flow(web, 1, 1001));
        finish(flow(web, 1, 1001));
        m_sandbox->advance(299s);
        QCOMPARE(serversOf(*m_sandbox, web)[0].persistentConnections, 1u);
        serverFor(flow(web, 1, 1002)); // begins anew
        finish(flow(web, 1, 1002));
        m_sandbox->advance(299s);
        QCOMPARE(serversOf(*m_sandbox, web)[0].persistentConnections, 1u);
        m_sandbox->advance(2s);
        QCOMPARE(serversOf(*m_sandbox, web)[0].persistentConnections, 0u);
        QCOMPARE(serverFor(flow(web, 1, 1003)), 12);
    }

    void templateOutlivesItsTimeoutWhileInUse()
    {
        setUp(persistent(web, 8));
        serverFor(flow(web, 1, 1001));
        send(*m_sandbox, flow(web, 1, 1001), TcpEvent::Ack);
        const auto pinning = [&] { return m_sandbox->connections().connections().at(1); };
        QVERIFY(pinning().isTemplate());
        m_sandbox->advance(9s);
        QCOMPARE(pinning().expires, 68s); // 60 s from its end on, as seen on Linux 6.12.107
        QCOMPARE(serverFor(flow(web, 1, 1002)), 11);
        QCOMPARE(pinning().expires, 69s); // and for good
    }

    void drainedServerKeepsItsClients()
    {
        setUp(persistent(web));
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(execute(*m_sandbox, {EditServer{web, server(11), server(11, 0)}}), 0);
        QCOMPARE(serverFor(flow(web, 1, 1002)), 11);
        QCOMPARE(serverFor(flow(web, 2, 1003)), 12);
        QCOMPARE(serverFor(flow(web, 3, 1004)), 12);
    }

    void removedServerLosesItsClients()
    {
        setUp(persistent(web));
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(execute(*m_sandbox, {RemoveServer{web, server(11)}}), 0);
        QCOMPARE(serverFor(flow(web, 1, 1002)), 12);
        QCOMPARE(execute(*m_sandbox, {AddServer{web, server(11)}}), 0);
        QCOMPARE(serverFor(flow(web, 1, 1003)), 12);
        QCOMPARE(serversOf(*m_sandbox, web)[0].persistentConnections, 1u); // ties nobody, but is still counted
        m_sandbox->advance(30min);
        for (const ServerState &each : serversOf(*m_sandbox, web))
            QCOMPARE(each.persistentConnections, 0u);
        QVERIFY(m_sandbox->connections().connections().empty());
    }

    void timeoutZeroTiesNobody()
    {
        setUp(persistent(web, 0));
        QCOMPARE(serverFor(flow(web, 1, 1001)), 11);
        QCOMPARE(serverFor(flow(web, 1, 1002)), 12);
        QCOMPARE(serversOf(*m_sandbox, web)[0].persistentConnections, 0u);
    }

private:
    /// Adds a service with the servers .11 and .12, in this order of the list.
    void setUp(const VirtualService &service, int first = 11, Forwarding forwarding = Forwarding::Masquerading)
    {
        std::vector<Operation> operations{AddService{service}};
        for (const int host : {first + 1, first}) {
            RealServer added = server(host, 1, service.key.port);
            added.forwarding = forwarding;
            operations.push_back(AddServer{service.key, added});
        }
        QCOMPARE(execute(*m_sandbox, operations), 0);
    }

    /// Opens a connection; the last part of the address of the server it went to, 0 if none.
    int serverFor(const ConnectionKey &key, quint32 packetMark = 0)
    {
        if (send(*m_sandbox, key, TcpEvent::Syn, packetMark) != PacketVerdict::Forwarded)
            return 0;
        return int(m_sandbox->connections().find(key)->server->config().key.address.toIPv4() & 0xff);
    }

    void finish(const ConnectionKey &key)
    {
        send(*m_sandbox, key, TcpEvent::Ack);
        send(*m_sandbox, key, TcpEvent::Rst); // gone in 10 s
    }

    std::unique_ptr<SandboxBackend> m_sandbox;
};

QTEST_APPLESS_MAIN(TestPersistence)
#include "tst_persistence.moc"
