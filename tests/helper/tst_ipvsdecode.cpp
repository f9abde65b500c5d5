// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/ipvsdecode.h"
#include "tests/helper/kernelmessages.h"
#include "tests/support/objects.h"

#include <QRandomGenerator>
#include <QTest>

#include <linux/ip_vs.h>

#include <functional>

using namespace lvs;
using namespace lvs::test;

namespace {

/// Exactly as large as the message, so that the address sanitizer sees a step beyond it.
std::vector<std::byte> exactly(const QByteArray &bytes)
{
    const auto *first = reinterpret_cast<const std::byte *>(bytes.data());
    return {first, first + bytes.size()};
}

template<class T, bool (*decode)(Bytes, T &)> bool accepts(const QByteArray &message)
{
    const std::vector<std::byte> bytes = exactly(message);
    T object;
    return decode(bytes, object);
}

const Traffic traffic{.counters = {1, 0x1'0000'0002, 3, 0x4'0000'0000, 5}, .rates = {6, 7, 0x1'0000'0008, 9, 10}};

ServiceState fullService()
{
    VirtualService service = test::service(web, u"sh");
    service.flags = {ServiceFlag::Persistent, ServiceFlag::Scheduler1, ServiceFlag::Scheduler2};
    service.persistenceTimeout = 360;
    service.netmask = 0xffff'ff00;
    service.engine = *PersistenceEngine::fromText(u"sip");
    return {.config = service, .traffic = traffic};
}

ServerState fullServer()
{
    RealServer server = test::server(11, 7, 8080);
    server.forwarding = Forwarding::Tunnelling;
    server.upperThreshold = 100;
    server.lowerThreshold = 50;
    server.tunnel = {.type = TunnelType::Gue, .port = 5555, .checksum = TunnelChecksum::RemoteChecksum};
    return {.config = server,
            .activeConnections = 1,
            .inactiveConnections = 2,
            .persistentConnections = 3,
            .traffic = traffic};
}

const SyncDaemon fullDaemon{.role = SyncRole::Backup,
                            .interface = *InterfaceName::fromText(u"eth0"),
                            .syncId = 7,
                            .maxLength = 1472,
                            .group = ip(u"224.0.0.81"),
                            .port = 8848,
                            .ttl = 1};

/// One kind of message: a good one of it, what the decoder can't do without, and the decoder.
struct Kind {
    const char *name;
    quint16 around; ///< type of the attribute around the others; 0 = they stand at the top
    WireAttributes good;
    QList<quint16> optional;
    bool (*accepts)(const QByteArray &);

    QByteArray message(const WireAttributes &attributes) const
    {
        return around == 0 ? wire(attributes) : wire({{around, wire(attributes)}});
    }
};

const QList<Kind> &kinds()
{
    static const QList<Kind> all{
        {"service",
         IPVS_CMD_ATTR_SERVICE,
         kernelService(fullService()),
         {IPVS_SVC_ATTR_PE_NAME, IPVS_SVC_ATTR_STATS},
         accepts<ServiceState, decodeService>},
        {"server",
         IPVS_CMD_ATTR_DEST,
         kernelServer(fullServer()),
         {IPVS_DEST_ATTR_TUN_TYPE, IPVS_DEST_ATTR_TUN_PORT, IPVS_DEST_ATTR_TUN_FLAGS, IPVS_DEST_ATTR_STATS},
         accepts<ServerState, decodeServer>},
        {"daemon",
         IPVS_CMD_ATTR_DAEMON,
         kernelDaemon(fullDaemon),
         {IPVS_DAEMON_ATTR_SYNC_MAXLEN, IPVS_DAEMON_ATTR_MCAST_GROUP, IPVS_DAEMON_ATTR_MCAST_PORT,
          IPVS_DAEMON_ATTR_MCAST_TTL},
         accepts<SyncDaemon, decodeDaemon>},
        {"timeouts", 0, kernelTimeouts({900, 120, 300}), {}, accepts<Timeouts, decodeTimeouts>},
        {"info",
         0,
         kernelInfo({.version = 0x010201, .connectionTableSize = 4096}),
         {},
         accepts<KernelInfo, decodeInfo>},
    };
    return all;
}

} // namespace

class IpvsDecodeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void services_data()
    {
        QTest::addColumn<ServiceState>("service");
        QTest::newRow("all attributes") << fullService();
        QTest::newRow("plain") << ServiceState{.config = VirtualService::withDefaults(web)};
        QTest::newRow("mark") << ServiceState{
            .config = VirtualService::withDefaults(ServiceKey::forMark(0xffff'ffff, Family::IPv4))};
        QTest::newRow("mark IPv6") << ServiceState{
            .config = VirtualService::withDefaults(ServiceKey::forMark(1, Family::IPv6))};
        ServiceState service{.config = VirtualService::withDefaults(tcp(u"2001:db8::6", 443))};
        service.config.netmask = 64;
        QTest::newRow("IPv6") << service;
        service = {.config = VirtualService::withDefaults(web)};
        service.config.key.protocol = 0;
        QTest::newRow("protocol that nobody balances") << service;
    }
    void services()
    {
        QFETCH(ServiceState, service);
        ServiceState decoded = fullService();
        QVERIFY(decodeService(exactly(wire({{IPVS_CMD_ATTR_SERVICE, wire(kernelService(service))}})), decoded));
        QCOMPARE(decoded, service);
    }

    void servers_data()
    {
        QTest::addColumn<ServerState>("server");
        QTest::newRow("all attributes") << fullServer();
        QTest::newRow("plain") << ServerState{.config = server(11)};
        ServerState server = fullServer();
        server.config.key.address = ip(u"2001:db8::11");
        QTest::newRow("IPv6") << server;
        server.config.weight = 2147483647;
        QTest::newRow("largest weight") << server;
        server.config.forwarding = Forwarding(7);
        QTest::newRow("forwarding that means nothing") << server;
    }
    void servers()
    {
        QFETCH(ServerState, server);
        ServerState decoded = fullServer();
        QVERIFY(decodeServer(exactly(wire({{IPVS_CMD_ATTR_DEST, wire(kernelServer(server))}})), decoded));
        QCOMPARE(decoded, server);
    }

    void settings()
    {
        SyncDaemon daemon;
        QVERIFY(decodeDaemon(exactly(wire({{IPVS_CMD_ATTR_DAEMON, wire(kernelDaemon(fullDaemon))}})), daemon));
        QCOMPARE(daemon, fullDaemon);
        SyncDaemon daemon6 = fullDaemon;
        daemon6.group = ip(u"ff02::81");
        QVERIFY(decodeDaemon(exactly(wire({{IPVS_CMD_ATTR_DAEMON, wire(kernelDaemon(daemon6))}})), daemon));
        QCOMPARE(daemon, daemon6);
        Timeouts timeouts;
        QVERIFY(decodeTimeouts(exactly(wire(kernelTimeouts({900, 120, 300}))), timeouts));
        QCOMPARE(timeouts, (Timeouts{900, 120, 300}));
        KernelInfo info;
        QVERIFY(decodeInfo(exactly(wire(kernelInfo({.version = 0x010201, .connectionTableSize = 4096}))), info));
        QCOMPARE(info.version, 0x010201);
        QCOMPARE(info.connectionTableSize, 4096);
    }

    void everyAttributeCounts_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("good");
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < kinds().size(); ++kind) {
            const auto &[name, around, attributes, optional, accepts] = kinds()[kind];
            const auto row = [&](const char *what, quint16 type, const WireAttributes &changed, bool good = false) {
                QTest::addRow("%s: %s %d", name, what, type) << kinds()[kind].message(changed) << good << kind;
            };
            row("as it is", 0, attributes, true);
            row("newer attribute", 99, attributes + WireAttributes{{99, QByteArray(3, 'x')}}, true);
            row("nothing in it", 0, {});
            for (qsizetype i = 0; i < attributes.size(); ++i) {
                const quint16 type = attributes[i].type;
                WireAttributes changed = attributes;
                changed.removeAt(i);
                row("without", type, changed, optional.contains(type));
                row("twice", type, attributes + WireAttributes{attributes[i]});
                if (attributes[i].payload.size() > 80)
                    continue; // nested numbers: see traffic()
                changed = attributes;
                changed[i].payload.chop(1);
                row("cut", type, changed);
                changed = attributes;
                changed[i].payload.append(1, '\1');
                row("longer", type, changed);
                changed[i].payload.clear();
                row("empty", type, changed);
            }
        }
    }
    void everyAttributeCounts()
    {
        QFETCH(QByteArray, message);
        QFETCH(bool, good);
        QFETCH(int, kind);
        QCOMPARE(kinds()[kind].accepts(message), good);
    }

    void impossibleValues_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("service: family") << 0 << int(IPVS_SVC_ATTR_AF) << bytesOf(quint16(3));
        QTest::newRow("service: protocol") << 0 << int(IPVS_SVC_ATTR_PROTOCOL) << bytesOf(quint16(256));
        QTest::newRow("service: scheduler without end") << 0 << int(IPVS_SVC_ATTR_SCHED_NAME) << QByteArray("wlc");
        QTest::newRow("service: scheduler too long")
            << 0 << int(IPVS_SVC_ATTR_SCHED_NAME) << QByteArray(16, 'a') + QByteArray(1, '\0');
        QTest::newRow("service: scheduler with newline")
            << 0 << int(IPVS_SVC_ATTR_SCHED_NAME) << QByteArray("w\nlc\0", 5);
        QTest::newRow("service: NUL inside the scheduler")
            << 0 << int(IPVS_SVC_ATTR_SCHED_NAME) << QByteArray("w\0lc\0", 5);
        QTest::newRow("service: scheduler without a letter")
            << 0 << int(IPVS_SVC_ATTR_SCHED_NAME) << QByteArray("\0", 1);
        QTest::newRow("server: family") << 1 << int(IPVS_DEST_ATTR_ADDR_FAMILY) << bytesOf(quint16(1));
        QTest::newRow("server: forwarding") << 1 << int(IPVS_DEST_ATTR_FWD_METHOD) << bytesOf(quint32(8));
        QTest::newRow("server: forwarding beyond a byte")
            << 1 << int(IPVS_DEST_ATTR_FWD_METHOD) << bytesOf(quint32(256));
        QTest::newRow("server: negative weight") << 1 << int(IPVS_DEST_ATTR_WEIGHT) << bytesOf(qint32(-1));
        QTest::newRow("daemon: role") << 2 << int(IPVS_DAEMON_ATTR_STATE) << bytesOf(quint32(3));
        QTest::newRow("daemon: interface") << 2 << int(IPVS_DAEMON_ATTR_MCAST_IFN) << QByteArray("a/b\0", 4);
    }
    void impossibleValues()
    {
        QFETCH(int, kind);
        QFETCH(int, type);
        QFETCH(QByteArray, payload);
        WireAttributes attributes = kinds()[kind].good;
        for (WireAttribute &attribute : attributes) {
            if (attribute.type == type)
                attribute.payload = payload;
        }
        QVERIFY(!kinds()[kind].accepts(kinds()[kind].message(attributes)));
    }

    void identities()
    {
        const auto refuses = [](const WireAttributes &attributes) {
            return !kinds()[0].accepts(kinds()[0].message(attributes));
        };
        ServiceState mark{.config = VirtualService::withDefaults(ServiceKey::forMark(1, Family::IPv6))};
        mark.config.netmask = 0;
        QVERIFY2(refuses(kernelService(mark)), "IPv6 with prefix length 0");
        mark.config.netmask = 129;
        QVERIFY2(refuses(kernelService(mark)), "IPv6 with prefix length 129");
        const WireAttribute one{IPVS_SVC_ATTR_FWMARK, bytesOf(quint32(1))};
        const WireAttribute zero{IPVS_SVC_ATTR_FWMARK, bytesOf(quint32(0))};
        QVERIFY2(refuses(kernelService(fullService()) + WireAttributes{one}), "mark and address");
        QVERIFY2(refuses(kernelService(fullService()) + WireAttributes{zero}), "mark 0");
    }

    void traffic_data()
    {
        QTest::addColumn<WireAttributes>("numbers");
        QTest::addColumn<bool>("good");
        const WireAttributes all = unwire(kernelServer(fullServer()).last().payload);
        QTest::newRow("all") << all << true;
        QTest::newRow("with padding") << WireAttributes{{IPVS_STATS_ATTR_PAD, {}}} + all << true;
        QTest::newRow("padding twice") << WireAttributes{{IPVS_STATS_ATTR_PAD, {}}, {IPVS_STATS_ATTR_PAD, {}}} + all
                                       << true;
        for (qsizetype i = 0; i < all.size(); ++i) {
            WireAttributes changed = all;
            changed[i].payload = bytesOf(quint32(1));
            QTest::addRow("32 bits in %d", all[i].type) << changed << false;
            changed.removeAt(i);
            QTest::addRow("without %d", all[i].type) << changed << false;
            QTest::addRow("twice %d", all[i].type) << all + WireAttributes{all[i]} << false;
        }
    }
    void traffic()
    {
        QFETCH(WireAttributes, numbers);
        QFETCH(bool, good);
        for (int kind : {0, 1}) {
            WireAttributes attributes = kinds()[kind].good;
            attributes.last().payload = wire(numbers);
            QCOMPARE(kinds()[kind].accepts(kinds()[kind].message(attributes)), good);
        }
    }

    void everyTruncation()
    {
        for (const Kind &kind : kinds()) {
            const QByteArray good = kind.message(kind.good);
            QVERIFY(kind.accepts(good));
            for (qsizetype length = 0; length < good.size(); ++length)
                QVERIFY2(!kind.accepts(good.first(length)), kind.name);
        }
    }

    /// Whatever comes: an answer, and (under the sanitizers) no step outside the message.
    void garbage()
    {
        QRandomGenerator random(4711);
        for (const Kind &kind : kinds()) {
            const QByteArray good = kind.message(kind.good);
            int refused = 0;
            constexpr int rounds = 20'000;
            for (int round = 0; round < rounds; ++round) {
                QByteArray message = good;
                for (int change = random.bounded(1, 6); change > 0; --change)
                    damage(message, random);
                refused += kind.accepts(message) ? 0 : 1;
            }
            QVERIFY2(refused > rounds / 10 && refused < rounds, kind.name);
        }
    }

private:
    static void damage(QByteArray &message, QRandomGenerator &random)
    {
        if (message.isEmpty())
            return;
        const auto at = [&] { return random.bounded(message.size()); };
        switch (random.bounded(5)) {
        case 0:
            message[at()] = char(random.bounded(256));
            break;
        case 1:
            message[at()] = char(message[at()] ^ (1 << random.bounded(8)));
            break;
        case 2:
            message.truncate(at());
            break;
        case 3:
            message.insert(at() & ~3, message.sliced(at() & ~3));
            message.truncate(2048);
            break;
        case 4:
            message.remove(at() & ~3, random.bounded(1, 9) * 4);
            break;
        }
    }
};

QTEST_APPLESS_MAIN(IpvsDecodeTest)
#include "tst_ipvsdecode.moc"
