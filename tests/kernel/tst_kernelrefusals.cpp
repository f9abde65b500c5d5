// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/ipvsencode.h"
#include "helper/kernel/kernelbackend.h"
#include "helper/kernel/netlinksocket.h"
#include "tests/contract/contractvalues.h"
#include "tests/contract/refusals.h"
#include "tests/kernel/freshnetwork.h"

#include <QTest>

#include <linux/ip_vs.h>
#include <netlink/genl/ctrl.h>
#include <netlink/genl/genl.h>
#include <netlink/socket.h>

#include <cerrno>
#include <functional>

#include <arpa/inet.h>
#include <sys/socket.h>

using namespace lvs;
using namespace lvs::contract;

namespace {

using Fill = std::function<void(RequestBatch &)>;

/// The parts of a well-formed request; a row leaves one out or spoils it.
struct Part {
    quint16 type;
    Fill put;
};

Part number16(quint16 type, quint16 value)
{
    return {type, [=](RequestBatch &batch) { batch.putU16(type, value); }};
}

Part number32(quint16 type, quint32 value)
{
    return {type, [=](RequestBatch &batch) { batch.putU32(type, value); }};
}

Part text(quint16 type, const char *value)
{
    return {type, [=](RequestBatch &batch) { batch.putString(type, value); }};
}

std::vector<Part> serviceParts()
{
    const quint32 vip = htonl(0x0a000009);
    struct {
        quint32 flags = 0;
        quint32 mask = ~0U;
    } flags;
    return {number16(IPVS_SVC_ATTR_AF, AF_INET),
            number16(IPVS_SVC_ATTR_PROTOCOL, IPPROTO_TCP),
            number32(IPVS_SVC_ATTR_ADDR, vip),
            number16(IPVS_SVC_ATTR_PORT, htons(80)),
            text(IPVS_SVC_ATTR_SCHED_NAME, "rr"),
            {IPVS_SVC_ATTR_FLAGS, [=](RequestBatch &batch) { batch.put(IPVS_SVC_ATTR_FLAGS, &flags, sizeof flags); }},
            number32(IPVS_SVC_ATTR_TIMEOUT, 0),
            number32(IPVS_SVC_ATTR_NETMASK, ~0U)};
}

std::vector<Part> serverParts()
{
    return {number32(IPVS_DEST_ATTR_ADDR, htonl(0xc0a80a0b)),
            number16(IPVS_DEST_ATTR_PORT, htons(80)),
            number32(IPVS_DEST_ATTR_FWD_METHOD, 0),
            number32(IPVS_DEST_ATTR_WEIGHT, 1),
            number32(IPVS_DEST_ATTR_U_THRESH, 0),
            number32(IPVS_DEST_ATTR_L_THRESH, 0)};
}

std::vector<Part> daemonParts()
{
    return {number32(IPVS_DAEMON_ATTR_STATE, IP_VS_STATE_MASTER), text(IPVS_DAEMON_ATTR_MCAST_IFN, "lo"),
            number32(IPVS_DAEMON_ATTR_SYNC_ID, 1)};
}

std::vector<Part> without(std::vector<Part> parts, quint16 type)
{
    std::erase_if(parts, [=](const Part &part) { return part.type == type; });
    return parts;
}

std::vector<Part> with(const Part &other, std::vector<Part> parts)
{
    parts = without(std::move(parts), other.type);
    parts.push_back(other);
    return parts;
}

void putNested(RequestBatch &batch, quint16 type, const std::vector<Part> &parts)
{
    const size_t nested = batch.beginNested(type);
    for (const Part &part : parts)
        part.put(batch);
    batch.endNested(nested);
}

Fill nested(quint8 command, quint16 type, const std::vector<Part> &parts)
{
    return [=](RequestBatch &batch) {
        batch.beginCommand(command);
        putNested(batch, type, parts);
    };
}

/// A service that is not there and a server.
Fill serverRequest(quint8 command, const std::vector<Part> &server)
{
    return [=](RequestBatch &batch) {
        batch.beginCommand(command);
        putNested(batch, IPVS_CMD_ATTR_SERVICE, serviceParts());
        putNested(batch, IPVS_CMD_ATTR_DEST, server);
    };
}

Fill bare(quint8 command)
{
    return [=](RequestBatch &batch) { batch.beginCommand(command); };
}

Fill dump(quint8 command)
{
    return [=](RequestBatch &batch) { batch.beginDump(command); };
}

} // namespace

/// Refusals that no backend provokes, because it sends only what is well-formed: to messages made by hand.
class KernelRefusalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto opened = NetlinkSocket::open(IPVS_GENL_NAME);
        QVERIFY(opened);
        m_socket = std::move(*opened);
    }

    void refuses_data();
    void refuses();

    void unknownFamily()
    {
        const auto opened = NetlinkSocket::open("NOSUCHFAMILY");
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NoIpvs);
    }

    /// The service must be there: it is looked for first.
    void refusesServersWithoutAttributes()
    {
        VirtualService service = VirtualService::withDefaults(tcp("10.0.0.9", 80));
        run({AddService{service}});
        const auto parts = serverParts();
        for (const Part &part : parts) {
            RequestBatch batch;
            serverRequest(IPVS_CMD_NEW_DEST, without(parts, part.type))(batch);
            QCOMPARE(errorsOf(batch), QList<int>{EINVAL});
        }
        RequestBatch batch;
        nested(IPVS_CMD_NEW_DEST, IPVS_CMD_ATTR_SERVICE, serviceParts())(batch);
        QCOMPARE(errorsOf(batch), QList<int>{EINVAL});
        run({ClearTable{}});
    }

    void dumpOfMissingServiceIsEmpty()
    {
        RequestBatch batch;
        batch.beginDump(IPVS_CMD_GET_DEST);
        putNested(batch, IPVS_CMD_ATTR_SERVICE, serviceParts());
        QCOMPARE(errorsOf(batch), QList<int>{0});
        QCOMPARE(m_objects, 0);
    }

    /// However little the first one has to say.
    void secondDumpIsBusy()
    {
        const ServiceKey key = http().key;
        run({AddService{http()}});
        run(manyServers(key, 1));
        RequestBatch batch;
        encodeReadServers(key, batch);
        encodeReadServers(key, batch);
        QCOMPARE(errorsOf(batch), (QList<int>{0, EBUSY}));
        QCOMPARE(m_objects, 1);
        run({ClearTable{}});
    }

    void unreadAnswersOverflow()
    {
        nl_sock *socket = nl_socket_alloc();
        QCOMPARE(genl_connect(socket), 0);
        const int family = genl_ctrl_resolve(socket, IPVS_GENL_NAME);
        const int descriptor = nl_socket_get_fd(socket);
        const int size = 4096;
        QCOMPARE(setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, sizeof size), 0);
        RequestBatch batch;
        for (int i = 0; i < 64; ++i)
            nested(IPVS_CMD_DEL_SERVICE, IPVS_CMD_ATTR_SERVICE,
                   serviceParts())(batch); // each is answered: no such service
        batch.address(quint16(family), 1);
        QCOMPARE(::send(descriptor, batch.bytes().data(), batch.bytes().size(), 0), ssize_t(batch.bytes().size()));
        char answer[8192];
        QCOMPARE(recv(descriptor, answer, sizeof answer, MSG_DONTWAIT), -1);
        QCOMPARE(errno, ENOBUFS);
        nl_socket_free(socket);
    }

private:
    void run(const std::vector<Operation> &operations)
    {
        for (const Result<void> &result : m_backend.execute(operations))
            QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
    }

    /// errno of each request; counts the objects that came.
    QList<int> errorsOf(RequestBatch &batch)
    {
        m_objects = 0;
        const auto outcomes = m_socket->exchange(batch, [this](qsizetype, quint8, Bytes) {
            ++m_objects;
            return true;
        });
        QList<int> errors;
        if (outcomes) {
            for (const Outcome &outcome : *outcomes)
                errors.append(outcome.error);
        }
        return errors;
    }

    std::unique_ptr<NetlinkSocket> m_socket;
    KernelBackend m_backend;
    int m_objects = 0;
};

void KernelRefusalsTest::refuses_data()
{
    QTest::addColumn<Fill>("fill");
    QTest::addColumn<int>("number");
    const auto row = [](Situation situation, const char *name, const Fill &fill, int number) {
        QTest::addRow("%02d %s", int(situation), name) << fill << number;
    };
    const auto service = [](const std::vector<Part> &parts) {
        return nested(IPVS_CMD_NEW_SERVICE, IPVS_CMD_ATTR_SERVICE, parts);
    };
    const auto server = [](const std::vector<Part> &parts) { return serverRequest(IPVS_CMD_NEW_DEST, parts); };
    const auto daemon = [](const std::vector<Part> &parts) {
        return nested(IPVS_CMD_NEW_DAEMON, IPVS_CMD_ATTR_DAEMON, parts);
    };
    using enum Situation;
    row(UnknownCommand, "no such command", bare(99), EOPNOTSUPP);
    row(UnknownCommand, "a reply's command", bare(IPVS_CMD_SET_INFO), EOPNOTSUPP);
    row(UnknownCommand, "servers without a dump", bare(IPVS_CMD_GET_DEST), EOPNOTSUPP);
    row(UnknownCommand, "daemons without a dump", bare(IPVS_CMD_GET_DAEMON), EOPNOTSUPP);
    row(UnknownCommand, "dump of a change", dump(IPVS_CMD_NEW_SERVICE), EOPNOTSUPP);
    row(UnknownCommand, "dump of the timeouts", dump(IPVS_CMD_GET_CONFIG), EOPNOTSUPP);

    row(
        ShortAttribute, "timeout of 2 bytes",
        [](RequestBatch &batch) {
            batch.beginCommand(IPVS_CMD_SET_CONFIG);
            batch.putU16(IPVS_CMD_ATTR_TIMEOUT_TCP, 60);
        },
        ERANGE);

    row(MissingAttribute, "service", bare(IPVS_CMD_NEW_SERVICE), EINVAL);
    row(MissingAttribute, "service of a removal", bare(IPVS_CMD_DEL_SERVICE), EINVAL);
    row(MissingAttribute, "family", service(without(serviceParts(), IPVS_SVC_ATTR_AF)), EINVAL);
    row(MissingAttribute, "protocol", service(without(serviceParts(), IPVS_SVC_ATTR_PROTOCOL)), EINVAL);
    row(MissingAttribute, "address", service(without(serviceParts(), IPVS_SVC_ATTR_ADDR)), EINVAL);
    row(MissingAttribute, "port", service(without(serviceParts(), IPVS_SVC_ATTR_PORT)), EINVAL);
    row(MissingAttribute, "scheduler", service(without(serviceParts(), IPVS_SVC_ATTR_SCHED_NAME)), EINVAL);
    row(MissingAttribute, "flags", service(without(serviceParts(), IPVS_SVC_ATTR_FLAGS)), EINVAL);
    row(MissingAttribute, "timeout", service(without(serviceParts(), IPVS_SVC_ATTR_TIMEOUT)), EINVAL);
    row(MissingAttribute, "netmask", service(without(serviceParts(), IPVS_SVC_ATTR_NETMASK)), EINVAL);
    row(MissingAttribute, "scheduler's name too long",
        service(with(text(IPVS_SVC_ATTR_SCHED_NAME, "sixteen-letters-"), serviceParts())), EINVAL);
    row(MissingAttribute, "mark of 2 bytes", service(with(number16(IPVS_SVC_ATTR_FWMARK, 1), serviceParts())), EINVAL);
    // The service is looked up first.
    row(ServiceMissing, "before the server's attributes", server(without(serverParts(), IPVS_DEST_ATTR_WEIGHT)), ESRCH);
    row(MissingAttribute, "interface", daemon(without(daemonParts(), IPVS_DAEMON_ATTR_MCAST_IFN)), EINVAL);
    row(MissingAttribute, "sync id", daemon(without(daemonParts(), IPVS_DAEMON_ATTR_SYNC_ID)), EINVAL);
    row(MissingAttribute, "role", daemon(without(daemonParts(), IPVS_DAEMON_ATTR_STATE)), EINVAL);
    row(MissingAttribute, "daemon", bare(IPVS_CMD_NEW_DAEMON), EINVAL);
    row(MissingAttribute, "daemon to stop", bare(IPVS_CMD_DEL_DAEMON), EINVAL);

    row(UnknownAddressFamily, "AF_UNIX", service(with(number16(IPVS_SVC_ATTR_AF, AF_UNIX), serviceParts())),
        EAFNOSUPPORT);
    row(UnknownAddressFamily, "0", service(with(number16(IPVS_SVC_ATTR_AF, 0), serviceParts())), EAFNOSUPPORT);
}

void KernelRefusalsTest::refuses()
{
    QFETCH(const Fill, fill);
    QFETCH(const int, number);
    RequestBatch batch;
    fill(batch);
    QCOMPARE(errorsOf(batch), QList<int>{number});
    QCOMPARE(m_objects, 0);
    QVERIFY(m_backend.readServices()->empty());
}

int main(int argc, char *argv[])
{
    lvs::test::enterFreshNetwork();
    KernelRefusalsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kernelrefusals.moc"
