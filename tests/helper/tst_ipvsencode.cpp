// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/ipvsencode.h"
#include "tests/helper/kernelmessages.h"
#include "tests/support/objects.h"

#include <QTest>

#include <linux/genetlink.h>
#include <linux/ip_vs.h>

using namespace lvs;
using namespace lvs::test;

namespace {

/// One request taken apart.
struct Request {
    nlmsghdr header{};
    genlmsghdr generic{};
    WireAttributes attributes{};
};

QList<Request> requestsOf(RequestBatch &batch, quint16 family = 30, quint32 firstSequence = 1)
{
    batch.address(family, firstSequence);
    QByteArray bytes(reinterpret_cast<const char *>(batch.bytes().data()), qsizetype(batch.bytes().size()));
    QList<Request> requests;
    while (!bytes.isEmpty()) {
        Request request;
        std::memcpy(&request.header, bytes.data(), sizeof request.header);
        std::memcpy(&request.generic, bytes.data() + NLMSG_HDRLEN, sizeof request.generic);
        request.attributes = unwire(bytes.first(request.header.nlmsg_len).sliced(NLMSG_HDRLEN + GENL_HDRLEN));
        requests.append(request);
        bytes = bytes.sliced(request.header.nlmsg_len);
    }
    return requests;
}

/// Attributes in the order of their types, in which requests are compared.
WireAttributes sorted(WireAttributes attributes)
{
    std::ranges::sort(attributes, {}, &WireAttribute::type);
    return attributes;
}

const QByteArray vip = QByteArray::fromHex("ac126406 00000000 00000000 00000000");
const QByteArray rip = QByteArray::fromHex("c0a80a0b 00000000 00000000 00000000");
const QByteArray port80 = QByteArray::fromHex("0050");
const WireAttributes webIdentity{{IPVS_SVC_ATTR_AF, bytesOf(quint16(2))},
                                 {IPVS_SVC_ATTR_PROTOCOL, bytesOf(quint16(6))},
                                 {IPVS_SVC_ATTR_ADDR, vip},
                                 {IPVS_SVC_ATTR_PORT, port80}};
const WireAttributes serverIdentity{
    {IPVS_DEST_ATTR_ADDR, rip}, {IPVS_DEST_ATTR_PORT, port80}, {IPVS_DEST_ATTR_ADDR_FAMILY, bytesOf(quint16(2))}};

VirtualService fullService()
{
    VirtualService service = test::service(web, u"sh");
    service.flags = {ServiceFlag::Persistent, ServiceFlag::Scheduler1};
    service.persistenceTimeout = 360;
    service.netmask = 0xffff'ff00;
    service.engine = *PersistenceEngine::fromText(u"sip");
    return service;
}

RealServer fullServer()
{
    return {.key = server(11).key,
            .forwarding = Forwarding::Tunnelling,
            .weight = 7,
            .upperThreshold = 100,
            .lowerThreshold = 50,
            .tunnel = {.type = TunnelType::Gue, .port = 0x1234, .checksum = TunnelChecksum::RemoteChecksum}};
}

} // namespace

Q_DECLARE_METATYPE(lvs::Operation)

class IpvsEncodeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void operations_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<int>("command");
        QTest::addColumn<QList<int>>("nested"); // types of the attributes with the parts below
        QTest::addColumn<QList<WireAttributes>>("parts");
        const auto row = [](const char *name, const Operation &operation, int command, const QList<int> &nested,
                            const QList<WireAttributes> &parts) {
            QTest::newRow(name) << operation << command << nested << parts;
        };
        const QList<int> service{IPVS_CMD_ATTR_SERVICE};
        const QList<int> server{IPVS_CMD_ATTR_SERVICE, IPVS_CMD_ATTR_DEST};
        const QList<int> daemon{IPVS_CMD_ATTR_DAEMON};

        const WireAttributes full =
            webIdentity + WireAttributes{{IPVS_SVC_ATTR_SCHED_NAME, QByteArray("sh\0", 3)},
                                         {IPVS_SVC_ATTR_FLAGS, QByteArray::fromHex("09000000 ffffffff")},
                                         {IPVS_SVC_ATTR_TIMEOUT, bytesOf(quint32(360))},
                                         {IPVS_SVC_ATTR_NETMASK, QByteArray::fromHex("ffffff00")},
                                         {IPVS_SVC_ATTR_PE_NAME, QByteArray("sip\0", 4)}};
        row("add service", AddService{fullService()}, IPVS_CMD_NEW_SERVICE, service, {full});
        row("edit service", EditService{test::service(web), fullService()}, IPVS_CMD_SET_SERVICE, service, {full});
        row("remove service", RemoveService{fullService(), {fullServer()}}, IPVS_CMD_DEL_SERVICE, service,
            {webIdentity});
        VirtualService six = VirtualService::withDefaults(tcp(u"2001:db8::6", 443));
        six.netmask = 64;
        row("add IPv6 service", AddService{six}, IPVS_CMD_NEW_SERVICE, service,
            {{{IPVS_SVC_ATTR_AF, bytesOf(quint16(10))},
              {IPVS_SVC_ATTR_PROTOCOL, bytesOf(quint16(6))},
              {IPVS_SVC_ATTR_ADDR, QByteArray::fromHex("20010db8 00000000 00000000 00000006")},
              {IPVS_SVC_ATTR_PORT, QByteArray::fromHex("01bb")},
              {IPVS_SVC_ATTR_SCHED_NAME, QByteArray("wlc\0", 4)},
              {IPVS_SVC_ATTR_FLAGS, QByteArray::fromHex("00000000 ffffffff")},
              {IPVS_SVC_ATTR_TIMEOUT, bytesOf(quint32(0))},
              {IPVS_SVC_ATTR_NETMASK, bytesOf(quint32(64))}}});
        row("remove mark", RemoveService{VirtualService::withDefaults(ServiceKey::forMark(5, Family::IPv6)), {}},
            IPVS_CMD_DEL_SERVICE, service,
            {{{IPVS_SVC_ATTR_AF, bytesOf(quint16(10))}, {IPVS_SVC_ATTR_FWMARK, bytesOf(quint32(5))}}});

        const WireAttributes fullDest =
            serverIdentity + WireAttributes{{IPVS_DEST_ATTR_FWD_METHOD, bytesOf(quint32(2))},
                                            {IPVS_DEST_ATTR_WEIGHT, bytesOf(quint32(7))},
                                            {IPVS_DEST_ATTR_U_THRESH, bytesOf(quint32(100))},
                                            {IPVS_DEST_ATTR_L_THRESH, bytesOf(quint32(50))},
                                            {IPVS_DEST_ATTR_TUN_TYPE, bytesOf(quint8(1))},
                                            {IPVS_DEST_ATTR_TUN_PORT, QByteArray::fromHex("1234")},
                                            {IPVS_DEST_ATTR_TUN_FLAGS, bytesOf(quint16(2))}};
        row("add server", AddServer{web, fullServer()}, IPVS_CMD_NEW_DEST, server, {webIdentity, fullDest});
        row("edit server", EditServer{web, test::server(11), fullServer()}, IPVS_CMD_SET_DEST, server,
            {webIdentity, fullDest});
        row("remove server", RemoveServer{web, fullServer()}, IPVS_CMD_DEL_DEST, server, {webIdentity, serverIdentity});

        row("zero a service", ZeroCounters{web}, IPVS_CMD_ZERO, service, {webIdentity});
        row("zero everything", ZeroCounters{}, IPVS_CMD_ZERO, {}, {});
        row("clear", ClearTable{}, IPVS_CMD_FLUSH, {}, {});

        const SyncDaemon plain{.role = SyncRole::Backup, .interface = *InterfaceName::fromText(u"eth0"), .syncId = 9};
        const WireAttributes plainDaemon{{IPVS_DAEMON_ATTR_STATE, bytesOf(quint32(2))},
                                         {IPVS_DAEMON_ATTR_MCAST_IFN, QByteArray("eth0\0", 5)},
                                         {IPVS_DAEMON_ATTR_SYNC_ID, bytesOf(quint32(9))}};
        row("start daemon with defaults", StartSyncDaemon{plain}, IPVS_CMD_NEW_DAEMON, daemon, {plainDaemon});
        SyncDaemon whole = plain;
        whole.maxLength = 1472;
        whole.group = ip(u"224.0.0.82");
        whole.port = 8849;
        whole.ttl = 3;
        const WireAttributes options =
            plainDaemon + WireAttributes{{IPVS_DAEMON_ATTR_SYNC_MAXLEN, bytesOf(quint16(1472))},
                                         {IPVS_DAEMON_ATTR_MCAST_PORT, bytesOf(quint16(8849))},
                                         {IPVS_DAEMON_ATTR_MCAST_TTL, bytesOf(quint8(3))}};
        row("start daemon", StartSyncDaemon{whole}, IPVS_CMD_NEW_DAEMON, daemon,
            {options + WireAttributes{{IPVS_DAEMON_ATTR_MCAST_GROUP, QByteArray::fromHex("e0000052")}}});
        whole.group = ip(u"ff02::81");
        row("start daemon on IPv6", StartSyncDaemon{whole}, IPVS_CMD_NEW_DAEMON, daemon,
            {options + WireAttributes{{IPVS_DAEMON_ATTR_MCAST_GROUP6,
                                       QByteArray::fromHex("ff020000 00000000 00000000 00000081")}}});
        row("stop daemon", StopSyncDaemon{whole}, IPVS_CMD_DEL_DAEMON, daemon,
            {{{IPVS_DAEMON_ATTR_STATE, bytesOf(quint32(2))}}});
    }
    void operations()
    {
        QFETCH(Operation, operation);
        QFETCH(int, command);
        QFETCH(QList<int>, nested);
        QFETCH(QList<WireAttributes>, parts);
        RequestBatch batch;
        encodeOperation(operation, batch);
        const QList<Request> requests = requestsOf(batch);
        QCOMPARE(requests.size(), 1);
        QCOMPARE(int(requests[0].generic.cmd), command);
        QCOMPARE(int(requests[0].header.nlmsg_flags), NLM_F_REQUEST | NLM_F_ACK);
        QCOMPARE(requests[0].attributes.size(), nested.size());
        for (qsizetype i = 0; i < nested.size(); ++i) {
            QCOMPARE(int(requests[0].attributes[i].type), nested[i]);
            QCOMPARE(sorted(unwire(requests[0].attributes[i].payload)), sorted(parts[i]));
        }
    }

    void timeouts()
    {
        RequestBatch batch;
        encodeOperation(SetTimeouts{{}, {900, 0, 300}}, batch);
        const QList<Request> requests = requestsOf(batch);
        QCOMPARE(int(requests[0].generic.cmd), int(IPVS_CMD_SET_CONFIG));
        QCOMPARE(requests[0].attributes, (WireAttributes{{IPVS_CMD_ATTR_TIMEOUT_TCP, bytesOf(quint32(900))},
                                                         {IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, bytesOf(quint32(0))},
                                                         {IPVS_CMD_ATTR_TIMEOUT_UDP, bytesOf(quint32(300))}}));
    }

    void readings()
    {
        RequestBatch commands;
        encodeReadService(web, commands);
        QVERIFY(!commands.isDump());
        RequestBatch dumps;
        encodeReadServers(web, dumps);
        QVERIFY(dumps.isDump());
        const Request service = requestsOf(commands).first();
        const Request servers = requestsOf(dumps).first();
        QCOMPARE(int(service.generic.cmd), int(IPVS_CMD_GET_SERVICE));
        QCOMPARE(int(service.header.nlmsg_flags), NLM_F_REQUEST | NLM_F_ACK);
        QCOMPARE(int(servers.generic.cmd), int(IPVS_CMD_GET_DEST));
        QCOMPARE(int(servers.header.nlmsg_flags), NLM_F_REQUEST | NLM_F_DUMP);
        for (const Request &request : {service, servers}) {
            QCOMPARE(request.attributes.size(), 1);
            QCOMPARE(unwire(request.attributes[0].payload), webIdentity);
        }
    }

    void batches()
    {
        RequestBatch batch;
        QCOMPARE(batch.size(), 0);
        for (int host = 1; host <= 3; ++host)
            encodeOperation(AddServer{web, server(host)}, batch);
        QCOMPARE(batch.size(), 3);
        const QList<Request> requests = requestsOf(batch, 31, 0xffff'ffff);
        QCOMPARE(requests.size(), 3);
        const QList<quint32> sequences{0xffff'ffff, 0, 1};
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(int(requests[i].header.nlmsg_flags), i == 2 ? NLM_F_REQUEST | NLM_F_ACK : NLM_F_REQUEST);
            QCOMPARE(requests[i].header.nlmsg_type, 31);
            QCOMPARE(requests[i].header.nlmsg_seq, sequences[i]);
            QCOMPARE(requests[i].generic.version, 1);
        }
        batch.clear();
        QCOMPARE(batch.size(), 0);
        QVERIFY(batch.bytes().empty());
    }
};

QTEST_APPLESS_MAIN(IpvsEncodeTest)
#include "tst_ipvsencode.moc"
