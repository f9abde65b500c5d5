// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxclient.h"
#include "tests/support/readtable.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

namespace {

/// A random life of a sandbox, beside a plain list of what its table must hold.
class Life
{
public:
    explicit Life(quint32 seed)
        : m_random(seed)
    {
    }

    SandboxBackend &sandbox() { return m_sandbox; }
    const IpvsTable &expected() const { return m_expected; }

    void step()
    {
        switch (below(12)) {
        case 0:
            return changeService();
        case 1:
        case 2:
        case 3:
            return changeServer();
        case 4:
            return m_sandbox.advance(std::chrono::milliseconds(below(90'000)));
        default:
            return sendPackets();
        }
    }

private:
    quint32 below(quint32 limit) { return quint32(m_random() % limit); }

    ServiceKey randomKey()
    {
        const std::array keys{web, database, ServiceKey::forAddress(Protocol::Udp, web.address, 53),
                              ServiceKey::forMark(1, Family::IPv4)};
        return keys[below(keys.size())];
    }

    VirtualService randomService(const ServiceKey &key)
    {
        static constexpr std::array schedulers{u"rr", u"wrr", u"lc", u"wlc", u"sed", u"nq",
                                               u"fo", u"ovf", u"sh", u"dh",  u"mh",  u"none"};
        VirtualService result = service(key, schedulers[below(schedulers.size())]);
        result.flags.setFlag(ServiceFlag::Persistent, below(3) == 0);
        result.flags.setFlag(ServiceFlag::OnePacket, below(5) == 0);
        result.flags.setFlag(ServiceFlag::Scheduler1, below(2) == 0);
        result.flags.setFlag(ServiceFlag::Scheduler2, below(2) == 0);
        result.persistenceTimeout = below(3) * 50;
        result.netmask = below(2) == 0 ? 0xffffffff : 0xfffffffc;
        return result;
    }

    RealServer randomServer()
    {
        RealServer result = server(int(11 + below(5)), below(6));
        result.forwarding = below(2) == 0 ? Forwarding::Masquerading : Forwarding::Gatewaying;
        result.upperThreshold = below(3) == 0 ? 1 + below(8) : 0;
        result.lowerThreshold = result.upperThreshold > 0 ? below(result.upperThreshold) : 0;
        return result;
    }

    void changeService()
    {
        const VirtualService wanted = randomService(randomKey());
        const bool exists = m_expected.find(wanted.key);
        if (below(3) > 0) {
            QCOMPARE(execute(m_sandbox, {AddService{wanted}}), exists ? EEXIST : 0);
            if (!exists)
                m_expected.setService(wanted);
        } else if (below(2) == 0) {
            QCOMPARE(execute(m_sandbox, {EditService{wanted, wanted}}), exists ? 0 : ESRCH);
            if (exists)
                m_expected.setService(wanted);
        } else {
            QCOMPARE(execute(m_sandbox, {RemoveService{wanted, {}}}), exists ? 0 : ESRCH);
            m_expected.remove(wanted.key);
        }
    }

    void changeServer()
    {
        const ServiceKey key = randomKey();
        const RealServer wanted = randomServer();
        const IpvsTable::Entry *entry = m_expected.find(key);
        std::vector<RealServer> servers = entry ? entry->servers : std::vector<RealServer>{};
        const auto present = std::ranges::find(servers, wanted.key, &RealServer::key);
        const bool exists = present != servers.end();
        const auto answer = [entry](int otherwise) { return entry ? otherwise : ESRCH; };
        switch (below(3)) {
        case 0:
            QCOMPARE(execute(m_sandbox, {AddServer{key, wanted}}), answer(exists ? EEXIST : 0));
            if (!exists)
                servers.insert(servers.begin(), wanted);
            break;
        case 1:
            QCOMPARE(execute(m_sandbox, {EditServer{key, wanted, wanted}}), answer(exists ? 0 : ENOENT));
            if (exists)
                *present = wanted;
            break;
        default:
            QCOMPARE(execute(m_sandbox, {RemoveServer{key, wanted}}), answer(exists ? 0 : ENOENT));
            if (exists)
                servers.erase(present);
        }
        if (entry)
            m_expected.setServers(key, servers);
    }

    void sendPackets()
    {
        static constexpr std::array events{TcpEvent::Syn, TcpEvent::Syn, TcpEvent::Ack, TcpEvent::Fin, TcpEvent::Rst};
        const std::array targets{web, database, ServiceKey::forAddress(Protocol::Udp, web.address, 53)};
        for (quint32 i = 0, count = 1 + below(6); i < count; ++i) {
            const ConnectionKey key = flow(targets[below(targets.size())], int(below(12)), quint16(1024 + below(8)));
            const TcpEvent event = events[below(events.size())];
            if (below(4) == 0)
                reply(m_sandbox, key, event);
            else
                send(m_sandbox, key, event, below(3) == 0 ? 1 : 0);
        }
    }

    std::mt19937 m_random;
    SandboxBackend m_sandbox;
    IpvsTable m_expected;
};

struct Tally {
    int active = 0;
    int total = 0;
    int templates = 0;
};

/// What the servers must count, told by the connections themselves; and that templates know what they control.
void tallyConnections(const ConnectionTable &connections, std::map<const SandboxServer *, Tally> &tallies)
{
    std::map<quint64, int> controlled;
    for (const auto &[id, connection] : connections.connections()) {
        Tally &tally = tallies[connection.server.get()];
        (connection.isTemplate() ? tally.templates : tally.total) += 1;
        tally.active += connection.active;
        QVERIFY(!(connection.isTemplate() && connection.active));
        if (connection.controller != 0) {
            ++controlled[connection.controller];
            QVERIFY(connections.connections().contains(connection.controller));
        }
    }
    for (const auto &[id, connection] : connections.connections())
        QCOMPARE(connection.controlled, controlled.contains(id) ? controlled.at(id) : 0);
    for (const auto &[server, tally] : tallies) {
        QCOMPARE(server->active(), tally.active);
        QCOMPARE(server->total(), tally.total);
        QCOMPARE(server->templates(), tally.templates);
    }
}

} // namespace

class TestSandboxProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tableAndCountsHold_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void tableAndCountsHold()
    {
        QFETCH(quint32, seed);
        Life life(seed);
        for (int round = 0; round < 60; ++round) {
            for (int i = 0; i < 25; ++i)
                life.step();
            QCOMPARE(readTable(life.sandbox()).value(), life.expected());
            std::map<const SandboxServer *, Tally> tallies;
            tallyConnections(life.sandbox().connections(), tallies);
            checkCountsRead(life);
            if (QTest::currentTestFailed())
                return;
        }
        // Everything runs out in the end.
        life.sandbox().advance(2h);
        QVERIFY(life.sandbox().connections().connections().empty());
        for (const auto &[key, entry] : life.expected().entries())
            for (const ServerState &server : serversOf(life.sandbox(), key))
                QCOMPARE(server.activeConnections + server.inactiveConnections + server.persistentConnections, 0u);
    }

    void sameSeedSameLife()
    {
        Life one(99);
        Life two(99);
        for (int i = 0; i < 1000; ++i) {
            one.step();
            two.step();
        }
        QCOMPARE(one.sandbox().readServices().value(), two.sandbox().readServices().value());
    }

private:
    /// Counts as a reader sees them are never negative, and a service counts at least what its servers gained.
    static void checkCountsRead(Life &life)
    {
        for (const auto &[key, entry] : life.expected().entries()) {
            for (const ServerState &server : serversOf(life.sandbox(), key)) {
                QCOMPARE_LT(server.activeConnections, 1000u);
                QCOMPARE_LT(server.inactiveConnections, 1000u);
                QCOMPARE_LT(server.traffic.rates.inPackets, 10'000u);
                QCOMPARE_GE(server.traffic.counters.inPackets, server.traffic.counters.connections);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestSandboxProperties)
#include "tst_sandboxproperties.moc"
