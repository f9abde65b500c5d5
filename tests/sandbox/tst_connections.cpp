// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxclient.h"

#include <QTest>

#include <memory>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

namespace {

const ServiceKey dns = ServiceKey::forAddress(Protocol::Udp, web.address, 53);
const ServiceKey sctp = ServiceKey::forAddress(Protocol::Sctp, web.address, 5060);

RealServer direct(int host)
{
    RealServer result = server(host);
    result.forwarding = Forwarding::Gatewaying;
    return result;
}

/// Active and inactive connections of the only server of a service.
using Count = std::pair<quint32, quint32>;
Count countOf(SandboxBackend &sandbox, const ServiceKey &key = web)
{
    const auto servers = serversOf(sandbox, key);
    return servers.size() == 1 ? Count{servers[0].activeConnections, servers[0].inactiveConnections} : Count{99, 99};
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_sandbox = std::make_unique<SandboxBackend>(); }

    void tcpStates_data()
    {
        QTest::addColumn<ConnectionState>("before");
        QTest::addColumn<TcpEvent>("event");
        QTest::addColumn<ConnectionState>("inputOnly");
        QTest::addColumn<ConnectionState>("input");
        QTest::addColumn<ConnectionState>("output");
        using enum ConnectionState;
        using E = TcpEvent;
        QTest::newRow("new, SYN") << None << E::Syn << SynReceived << SynReceived << SynSent;
        QTest::newRow("new, FIN") << None << E::Fin << Close << Close << TimeWait;
        QTest::newRow("opening, SYN") << SynReceived << E::Syn << SynReceived << SynReceived << SynReceived;
        QTest::newRow("opening, ACK") << SynReceived << E::Ack << Established << Established << Established;
        QTest::newRow("opening, FIN") << SynReceived << E::Fin << TimeWait << TimeWait << TimeWait;
        QTest::newRow("opening, RST") << SynReceived << E::Rst << SynReceived << SynReceived << Close;
        QTest::newRow("open, SYN") << Established << E::Syn << Established << Established << Established;
        QTest::newRow("open, ACK") << Established << E::Ack << Established << Established << Established;
        QTest::newRow("open, FIN") << Established << E::Fin << FinWait << CloseWait << FinWait;
        QTest::newRow("open, RST") << Established << E::Rst << Close << Close << Close;
        QTest::newRow("closing, ACK") << FinWait << E::Ack << FinWait << FinWait << FinWait;
        QTest::newRow("closing, FIN") << FinWait << E::Fin << FinWait << TimeWait << FinWait;
        QTest::newRow("closing, SYN") << FinWait << E::Syn << SynReceived << SynReceived << SynSent;
        QTest::newRow("client done, FIN") << CloseWait << E::Fin << CloseWait << CloseWait << TimeWait;
        QTest::newRow("over, RST") << TimeWait << E::Rst << Close << Close << TimeWait;
        QTest::newRow("last ACK") << LastAck << E::Ack << Close << Close << LastAck;
        QTest::newRow("SYN/ACK, RST") << SynAck << E::Rst << Close << SynReceived << Close;
    }

    void tcpStates()
    {
        QFETCH(ConnectionState, before);
        QFETCH(TcpEvent, event);
        QTEST(nextTcpState(before, event, PacketPath::InputOnly), "inputOnly");
        QTEST(nextTcpState(before, event, PacketPath::Input), "input");
        QTEST(nextTcpState(before, event, PacketPath::Output), "output");
    }

    void directConnectionEndsTwoMinutesAfterTheClientsFin()
    {
        setUp({AddService{service(web)}, AddServer{web, direct(11)}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::Forwarded);
        QCOMPARE(countOf(*m_sandbox), (Count{1, 0}));
        send(*m_sandbox, flow(web), TcpEvent::Ack);
        m_sandbox->advance(100s);
        send(*m_sandbox, flow(web), TcpEvent::Fin);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 1}));
        m_sandbox->advance(119s);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 1}));
        m_sandbox->advance(2s);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 0}));
        QVERIFY(m_sandbox->connections().connections().empty());
    }

    void directConnectionOfAVanishedClientStaysActive()
    {
        setUp({AddService{service(web)}, AddServer{web, direct(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        send(*m_sandbox, flow(web), TcpEvent::Ack);
        m_sandbox->advance(899s);
        QCOMPARE(countOf(*m_sandbox), (Count{1, 0}));
        m_sandbox->advance(2s);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 0}));
    }

    void packetsKeepAConnectionAlive()
    {
        setUp({AddService{service(web)}, AddServer{web, direct(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        for (int i = 0; i < 5; ++i) {
            send(*m_sandbox, flow(web), TcpEvent::Ack);
            m_sandbox->advance(600s);
        }
        QCOMPARE(countOf(*m_sandbox), (Count{1, 0}));
    }

    void masqueradedConnectionSeesBothSides()
    {
        setUp({AddService{service(web)}, AddServer{web, server(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        reply(*m_sandbox, flow(web), TcpEvent::Syn);
        send(*m_sandbox, flow(web), TcpEvent::Ack);
        QCOMPARE(stateOf(flow(web)), ConnectionState::Established);
        send(*m_sandbox, flow(web), TcpEvent::Fin);
        QCOMPARE(stateOf(flow(web)), ConnectionState::CloseWait);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 1}));
        reply(*m_sandbox, flow(web), TcpEvent::Fin);
        QCOMPARE(stateOf(flow(web)), ConnectionState::TimeWait);
        m_sandbox->advance(121s);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 0}));
    }

    void repliesOfDirectServersPassElsewhere()
    {
        setUp({AddService{service(web)}, AddServer{web, direct(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        QCOMPARE(reply(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::NotOurs);
        QCOMPARE(reply(*m_sandbox, flow(web, 2), TcpEvent::Syn), PacketVerdict::NotOurs);
    }

    void udpIsNeverActive()
    {
        setUp({AddService{service(dns)}, AddServer{dns, server(11, 1, 53)}});
        QCOMPARE(send(*m_sandbox, flow(dns), TcpEvent::Ack), PacketVerdict::Forwarded);
        QCOMPARE(countOf(*m_sandbox, dns), (Count{0, 1}));
        m_sandbox->advance(299s);
        QCOMPARE(countOf(*m_sandbox, dns), (Count{0, 1}));
        m_sandbox->advance(2s);
        QCOMPARE(countOf(*m_sandbox, dns), (Count{0, 0}));
    }

    void onePacketLeavesNoConnection()
    {
        VirtualService single = service(dns);
        single.flags = ServiceFlag::OnePacket;
        setUp({AddService{single}, AddServer{dns, server(11, 1, 53)}, AddServer{dns, server(12, 1, 53)}});
        for (int i = 0; i < 4; ++i)
            send(*m_sandbox, flow(dns), TcpEvent::Ack);
        QVERIFY(m_sandbox->connections().connections().empty());
        m_sandbox->advance(2s);
        for (const ServerState &each : serversOf(*m_sandbox, dns))
            QCOMPARE(each.traffic.counters.connections, 2u);
    }

    void sctpIsActiveWhileEstablished()
    {
        setUp({AddService{service(sctp)}, AddServer{sctp, server(11, 1, 5060)}});
        send(*m_sandbox, flow(sctp), TcpEvent::Syn);
        QCOMPARE(countOf(*m_sandbox, sctp), (Count{0, 1}));
        send(*m_sandbox, flow(sctp), TcpEvent::Ack);
        QCOMPARE(countOf(*m_sandbox, sctp), (Count{1, 0}));
        send(*m_sandbox, flow(sctp), TcpEvent::Fin);
        QCOMPARE(countOf(*m_sandbox, sctp), (Count{0, 1}));
        m_sandbox->advance(62s);
        QCOMPARE(countOf(*m_sandbox, sctp), (Count{0, 0}));
    }

    void timeoutsAreObeyed()
    {
        setUp({AddService{service(web)}, AddServer{web, direct(11)}, AddService{service(dns)},
               AddServer{dns, server(11, 1, 53)}, SetTimeouts{{}, {.tcp = 20, .tcpFin = 5, .udp = 10}}});
        send(*m_sandbox, flow(web, 1), TcpEvent::Syn);
        send(*m_sandbox, flow(web, 1), TcpEvent::Ack);
        send(*m_sandbox, flow(web, 2), TcpEvent::Syn);
        send(*m_sandbox, flow(web, 2), TcpEvent::Ack);
        send(*m_sandbox, flow(web, 2), TcpEvent::Fin);
        send(*m_sandbox, flow(dns), TcpEvent::Ack);
        m_sandbox->advance(6s);
        QCOMPARE(countOf(*m_sandbox), (Count{1, 0}));
        QCOMPARE(countOf(*m_sandbox, dns), (Count{0, 1}));
        m_sandbox->advance(5s);
        QCOMPARE(countOf(*m_sandbox, dns), (Count{0, 0}));
        m_sandbox->advance(10s);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 0}));
    }

    void knowsWhatIsNotItsBusiness()
    {
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::NotOurs);
        setUp({AddService{service(web)}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::Refused); // no server
        setUp({AddServer{web, server(11, 0)}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::Refused); // drained
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Ack), PacketVerdict::NotOurs); // only a SYN opens
        QCOMPARE(send(*m_sandbox, flow(database), TcpEvent::Syn), PacketVerdict::NotOurs);
        setUp({EditService{service(web), service(web, u"none")}, EditServer{web, server(11, 0), server(11)}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::Refused); // no scheduler
    }

    void portZeroServesOnlyWithPersistence()
    {
        const ServiceKey every = tcp(u"172.18.100.6", 0);
        setUp({AddService{service(every)}, AddServer{every, server(11, 1, 0)}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::Refused);
        VirtualService persistent = service(every);
        persistent.flags = ServiceFlag::Persistent;
        persistent.persistenceTimeout = 360;
        setUp({EditService{service(every), persistent}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Syn), PacketVerdict::Forwarded);
    }

    void synReopensAFinishedConnection()
    {
        setUp({AddService{service(web)}, AddServer{web, server(12)}, AddServer{web, server(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        const auto *first = m_sandbox->connections().find(flow(web))->server.get();
        send(*m_sandbox, flow(web), TcpEvent::Syn); // not finished
        QCOMPARE(m_sandbox->connections().find(flow(web))->server.get(), first);
        send(*m_sandbox, flow(web), TcpEvent::Ack);
        send(*m_sandbox, flow(web), TcpEvent::Rst);
        QCOMPARE(stateOf(flow(web)), ConnectionState::Close);
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        QVERIFY(m_sandbox->connections().find(flow(web))->server.get() != first);
        QCOMPARE(m_sandbox->connections().connections().size(), 1u);
    }

    void countsOnceForServerAndService()
    {
        setUp({AddService{service(web)}, AddServer{web, server(11)}});
        m_sandbox->connections().input({.flow = flow(web), .event = TcpEvent::Syn, .bytes = 60});
        m_sandbox->connections().input({.flow = flow(web), .count = 3, .bytes = 500});
        m_sandbox->connections().output({.flow = flow(web), .count = 10, .bytes = 12'000});
        m_sandbox->advance(2s);
        const Counters expected{.connections = 1, .inPackets = 4, .outPackets = 10, .inBytes = 560, .outBytes = 12'000};
        QCOMPARE(serversOf(*m_sandbox, web).at(0).traffic.counters, expected);
        QCOMPARE(m_sandbox->readService(web)->traffic.counters, expected);

        setUp({ZeroCounters{web}});
        QCOMPARE(serversOf(*m_sandbox, web).at(0).traffic.counters, Counters{});
        QCOMPARE(m_sandbox->readService(web)->traffic.counters, Counters{});
    }

    void removedServerLosesPacketsButNotConnections()
    {
        setUp({AddService{service(web)}, AddServer{web, server(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        send(*m_sandbox, flow(web), TcpEvent::Ack);
        m_sandbox->advance(2s);
        setUp({RemoveServer{web, server(11)}});
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Ack), PacketVerdict::Dropped);
        m_sandbox->advance(5min);

        setUp({AddServer{web, server(11, 7)}}); // its connections bring it back as it was
        QCOMPARE(countOf(*m_sandbox), (Count{1, 0}));
        QCOMPARE(serversOf(*m_sandbox, web).at(0).config, server(11, 7));
        QCOMPARE(serversOf(*m_sandbox, web).at(0).traffic.counters.connections, 1u);
        QCOMPARE(send(*m_sandbox, flow(web), TcpEvent::Ack), PacketVerdict::Forwarded);
    }

    void serverIsRememberedAcrossItsService()
    {
        setUp({AddService{service(web)}, AddServer{web, server(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        setUp({ClearTable{}, AddService{service(web, u"wlc")}, AddServer{web, server(11)}});
        QCOMPARE(countOf(*m_sandbox), (Count{1, 0}));
        m_sandbox->advance(2s);
        QCOMPARE(m_sandbox->readService(web)->traffic.counters, Counters{}); // the service is a new one
    }

    void idleServerIsForgottenInMinutes()
    {
        setUp({AddService{service(web)}, AddServer{web, server(11)}});
        send(*m_sandbox, flow(web), TcpEvent::Syn);
        m_sandbox->advance(2min);
        QCOMPARE(countOf(*m_sandbox), (Count{0, 0}));
        setUp({RemoveServer{web, server(11)}});
        m_sandbox->advance(1min);
        setUp({AddServer{web, server(11)}});
        QCOMPARE(serversOf(*m_sandbox, web).at(0).traffic.counters.connections, 1u);
        setUp({RemoveServer{web, server(11)}});
        m_sandbox->advance(181s); // looked at each minute, and freed after two idle ones
        setUp({AddServer{web, server(11)}});
        QCOMPARE(serversOf(*m_sandbox, web).at(0).traffic.counters.connections, 0u);
    }

private:
    void setUp(const std::vector<Operation> &operations) { QCOMPARE(execute(*m_sandbox, operations), 0); }

    ConnectionState stateOf(const ConnectionKey &key)
    {
        const Connection *connection = m_sandbox->connections().find(key);
        return connection ? connection->state : ConnectionState::None;
    }

    std::unique_ptr<SandboxBackend> m_sandbox;
};

QTEST_APPLESS_MAIN(TestConnections)
#include "tst_connections.moc"
