// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/recordfields.h"
#include "core/setup/setuprecord.h"
#include "core/traffic/crc32.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>
#include <QtEndian>

#include <set>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What a console keeps of a set-up comes back, and nothing that was damaged does.
class TestSetupRecord : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordComesBack_data();
    void everyRecordComesBack();
    void marksComeBack();
    void olderVersionsAreRead_data();
    void olderVersionsAreRead();
    void newerVersionsAreNot();
    void everyOperationComesBack();
    void whatWasRunningIsNotKnown();
    void anyDamageIsNoticed();
    void anyLengthIsNoticed();
    void whatIsNoRecordIsRefusedWhateverItHolds();
    void whatIsInvalidIsRefused();
};

namespace {

SetupRecord recordOf(SetupMethod method, Family family)
{
    Cluster cluster(method, family);
    return {.id = u"web-1"_s,
            .wish = cluster.wish,
            .progress = cluster.setUp(),
            .begunAt = QDateTime(QDate(2026, 3, 1), QTime(12, 30, 15, 250), QTimeZone::UTC)};
}

quint32 checksumOf(QByteArrayView bytes)
{
    return crc32(std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
}

/// With the checksum that fits, so that the content is looked at.
QByteArray sealed(QByteArray content)
{
    const quint32 sum = qToLittleEndian(checksumOf(content));
    return content + QByteArray(reinterpret_cast<const char *>(&sum), sizeof sum);
}

/// As a console wrote it that had another version.
QByteArray bytesOfVersion(quint32 version, const SetupRecord &record)
{
    std::vector<HostStep> steps = record.progress.plan().steps;
    for (HostStep &step : steps) {
        if (version < 3 && step.phase > SetupPhase::SourceNat)
            step.phase = SetupPhase(std::to_underlying(step.phase) - 1);
    }
    RecordWriter code(version);
    code(version, record.id, record.begunAt.toMSecsSinceEpoch(), record.wish, steps, record.progress.steps());
    return sealed("LVSCSETU" + code.bytes());
}

} // namespace

void TestSetupRecord::everyRecordComesBack_data()
{
    addEverySetup();
}

void TestSetupRecord::everyRecordComesBack()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    SetupRecord record = recordOf(method, family);
    QCOMPARE(setupRecordFromBytes(toBytes(record)), record);

    record.wish.servers.front().host.clear();
    record.wish.servers.front().arpInterface = interface(u"eth0.100");
    if (putsVipOnServers(method))
        record.wish.router = family == Family::IPv4 ? ip(u"10.0.0.1") : ip(u"2001:db8::1");
    record.progress.takeBack();
    const HostTask task = *record.progress.next();
    record.progress.started(task);
    record.progress.finished(task, failure(ErrorCode::HostUnreachable, {u"no route to host – 无路由"_s}));
    QCOMPARE(setupRecordFromBytes(toBytes(record)), record);
}

void TestSetupRecord::marksComeBack()
{
    SetupRecord record = recordOf(SetupMethod::FullNat, Family::IPv4);
    useMark(record.wish);
    record.wish.protocolOfMark = Protocol::Udp;
    QCOMPARE(setupRecordFromBytes(toBytes(record)), record);
    record.wish.portsOfMark = {};
    QCOMPARE(setupRecordFromBytes(toBytes(record)), record);
    record.wish.protocolOfMark = Protocol(7);
    record.wish.portsOfMark = *PortSet::fromText(u"53");
    QVERIFY(!setupRecordFromBytes(toBytes(record)));
}

void TestSetupRecord::olderVersionsAreRead_data()
{
    QTest::addColumn<quint32>("version");
    for (quint32 version = 1; version <= newestRecord; ++version)
        QTest::addRow("version %u", version) << version;
}

void TestSetupRecord::olderVersionsAreRead()
{
    QFETCH(const quint32, version);
    for (const SetupMethod method : {SetupMethod::DirectRouting, SetupMethod::Tunnelling, SetupMethod::Nat}) {
        const SetupRecord record = recordOf(method, Family::IPv4);
        QCOMPARE(setupRecordFromBytes(bytesOfVersion(version, record)), record);
    }
}

void TestSetupRecord::newerVersionsAreNot()
{
    const SetupRecord record = recordOf(SetupMethod::Nat, Family::IPv4);
    for (const quint32 version : {0u, newestRecord + 1, ~0u}) {
        const auto read = setupRecordFromBytes(bytesOfVersion(version, record));
        QCOMPARE(read.error().code, ErrorCode::FileNotUnderstood);
    }
}

void TestSetupRecord::everyOperationComesBack()
{
    const RealServer tunnelled{.key = {ip(u"10.0.0.9"), 80},
                               .forwarding = Forwarding::Tunnelling,
                               .weight = 3,
                               .upperThreshold = 20,
                               .lowerThreshold = 10,
                               .tunnel = {.type = TunnelType::Gue, .port = 6080, .checksum = TunnelChecksum::Checksum}};
    VirtualService persistent = service(database, u"wlc");
    persistent.flags = ServiceFlag::Persistent;
    persistent.persistenceTimeout = 360;
    const HostAddress address{interface(u"lo"), vipAddress(ip(u"172.18.100.6"), interface(u"lo"))};
    const HostRoute route{.gateway = ip(u"10.0.0.1"), .interface = interface(u"eth0"), .metric = 100};
    const HostTunnel tunnel{interface(u"tun9"), ip(u"10.0.0.9")};
    const SyncDaemon daemon{.role = SyncRole::Master,
                            .interface = interface(u"eth0"),
                            .syncId = 7,
                            .maxLength = 1400,
                            .group = ip(u"224.0.0.82"),
                            .port = 8849,
                            .ttl = 2};
    const MarkRule mark{.destination = IpNetwork::ofOne(ip(u"172.18.100.6")),
                        .protocol = 6,
                        .ports = *PortSet::fromText(u"80,443,8000-8080"),
                        .mark = 0x10};
    const SnatRule snat{*IpNetwork::fromText(u"2001:db8:1::/64"), ip(u"2001:db8::6"), ip(u"2001:db8:1::1")};
    HostRoute other = route;
    other.gateway = ip(u"10.0.0.2");
    const std::vector<Operation> operations{AddService{service(web)},
                                            EditService{service(web), service(web, u"wrr")},
                                            RemoveService{persistent, {server(1), server(2, 0)}},
                                            AddServer{web, tunnelled},
                                            EditServer{web, server(1), server(1, 5)},
                                            RemoveServer{web, server(1)},
                                            ZeroCounters{},
                                            ZeroCounters{web},
                                            ClearTable{QByteArray("\0digest", 7)},
                                            SetTimeouts{{1, 2, 3}, {4, 5, 6}},
                                            StartSyncDaemon{daemon},
                                            StopSyncDaemon{daemon},
                                            SetSysctl{u"ipv4/ip_forward"_s, u"0"_s, u"1"_s},
                                            AddAddress{address},
                                            RemoveAddress{address},
                                            AddRoute{route},
                                            EditRoute{route, other},
                                            RemoveRoute{route},
                                            AddTunnel{tunnel},
                                            RemoveTunnel{tunnel},
                                            AddMarkRule{mark},
                                            RemoveMarkRule{mark},
                                            AddSnatRule{snat},
                                            RemoveSnatRule{snat}};
    SetupRecord record = recordOf(SetupMethod::Nat, Family::IPv4);
    std::set<std::size_t> kinds;
    HostPlan plan;
    for (const Operation &operation : operations) {
        kinds.insert(operation.index());
        plan.steps.push_back({rs1, rs1, SetupPhase::Rules, {{operation}}});
    }
    QCOMPARE(kinds.size(), std::variant_size_v<Operation>);
    record.progress = HostPlanProgress(plan);
    QCOMPARE(setupRecordFromBytes(toBytes(record)), record);
}

void TestSetupRecord::whatWasRunningIsNotKnown()
{
    SetupRecord record = recordOf(SetupMethod::DirectRouting, Family::IPv4);
    record.progress = HostPlanProgress(record.progress.plan());
    record.progress.started(*record.progress.next());
    const auto read = setupRecordFromBytes(toBytes(record));
    QVERIFY(read);
    QVERIFY(!read->progress.isRunning());
    QVERIFY(read->progress.steps().front().wasInterrupted);
    QVERIFY(!read->progress.isTakenBack());
}

void TestSetupRecord::anyDamageIsNoticed()
{
    const QByteArray whole = toBytes(recordOf(SetupMethod::DirectRouting, Family::IPv4));
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray damaged = whole;
        damaged[at] = char(damaged[at] ^ (1 << (at % 8)));
        const auto read = setupRecordFromBytes(damaged);
        QVERIFY2(!read, QByteArray::number(at));
        QCOMPARE(read.error().code, ErrorCode::FileNotUnderstood);
    }
}

void TestSetupRecord::anyLengthIsNoticed()
{
    const QByteArray whole = toBytes(recordOf(SetupMethod::Nat, Family::IPv6));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY(!setupRecordFromBytes(QByteArrayView(whole).first(size)));
        if (size >= 4)
            QVERIFY(!setupRecordFromBytes(sealed(whole.first(size - 4))) || size == whole.size());
    }
    QVERIFY(!setupRecordFromBytes(whole + QByteArray(1, '\0')));
    QVERIFY(!setupRecordFromBytes(sealed(whole.chopped(4) + QByteArray(1, '\0'))));
}

void TestSetupRecord::whatIsNoRecordIsRefusedWhateverItHolds()
{
    QRandomGenerator random(20260301);
    const QByteArray content = toBytes(recordOf(SetupMethod::Tunnelling, Family::IPv4)).chopped(4);
    qsizetype understood = 0;
    constexpr int rounds = 20'000;
    for (int round = 0; round < rounds; ++round) {
        QByteArray damaged = content;
        for (int hits = random.bounded(1, 5); hits > 0; --hits)
            damaged[random.bounded(qsizetype(8), damaged.size())] = char(random.bounded(256));
        if (random.bounded(4) == 0)
            damaged.remove(random.bounded(qsizetype(8), damaged.size()), random.bounded(16));
        // Where it is taken, all of it is valid.
        if (const auto read = setupRecordFromBytes(sealed(damaged))) {
            ++understood;
            QVERIFY(validate(read->wish));
            QVERIFY(validate(read->progress.plan()));
            QCOMPARE(setupRecordFromBytes(toBytes(*read)), read);
        }
    }
    QVERIFY(understood > 0 && understood < rounds);
}

void TestSetupRecord::whatIsInvalidIsRefused()
{
    const SetupRecord good = recordOf(SetupMethod::DirectRouting, Family::IPv4);
    QVERIFY(setupRecordFromBytes(toBytes(good)));
    for (const QString &id : {u""_s, u"../web"_s, u"Web"_s, QString(65, u'a')}) {
        SetupRecord record = good;
        record.id = id;
        QVERIFY(!setupRecordFromBytes(toBytes(record)));
    }
    SetupRecord wish = good;
    wish.wish.servers.front().server.key.port = 81;
    QVERIFY(!setupRecordFromBytes(toBytes(wish)));
    SetupRecord plan = good;
    plan.progress = HostPlanProgress(
        HostPlan{{{rs1, rs1, SetupPhase::RestrictArp, {{SetSysctl{u"kernel/panic"_s, u"0"_s, u"1"_s}}}}}});
    QVERIFY(!setupRecordFromBytes(toBytes(plan)));
}

QTEST_GUILESS_MAIN(TestSetupRecord)
#include "tst_setuprecord.moc"
