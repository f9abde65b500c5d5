// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the contract about timeouts and sync daemons.
#include "tests/contract/backendcontract.h"
#include "tests/contract/contractvalues.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

namespace lvs {

using namespace contract;

void BackendContract::tellsItsKernel()
{
    run(AddService{http()});
    const auto host = m_backend->readHost();
    QVERIFY(host);
    const KernelSupport &kernel = host->kernel;
    const auto isThere = [](FeatureState state) {
        return state == FeatureState::Loaded || state == FeatureState::BuiltIn;
    };
    QVERIFY(isThere(kernel.state(KernelFeature::Kind::Core, u"ipvs")));
    QVERIFY(isThere(kernel.state(KernelFeature::Kind::Scheduler, http().scheduler.toString())));
    QCOMPARE(1u << kernel.tableBits, m_backend->readInfo()->connectionTableSize);
}

void BackendContract::tellsItsTunables()
{
    const auto host = m_backend->readHost();
    QVERIFY(host);
    for (const QStringView name : {u"expire_nodest_conn", u"expire_quiescent_template", u"conntrack", u"drop_entry"})
        QVERIFY(sysctlNumber(host->sysctls, name));
    const auto position = [](const SysctlValue &value) { return sysctlNamed(value.name); };
    QVERIFY(std::ranges::is_sorted(host->sysctls, {}, position));
}

void BackendContract::tellsItsInterfaces()
{
    const auto host = m_backend->readHost();
    QVERIFY(host);
    const auto loopback = std::ranges::find(host->interfaces, interface("lo"), &HostInterface::name);
    QVERIFY(loopback != host->interfaces.end());
    QVERIFY(loopback->isUp);
    const InterfaceAddress own{.address = address("127.0.0.1"), .prefixLength = 8};
    QVERIFY(std::ranges::contains(loopback->addresses, own));
}

void BackendContract::connectionsAreASample()
{
    const auto sample = m_backend->readConnections();
    QVERIFY(sample);
    QVERIFY(qsizetype(sample->entries.size()) <= ConnectionSample::largestSize);
}

void BackendContract::setsTimeouts()
{
    run(SetTimeouts{.before = m_timeouts, .after = {.tcp = 600, .tcpFin = 60, .udp = 200}});
    QCOMPARE(m_backend->readTimeouts().value(), (Timeouts{.tcp = 600, .tcpFin = 60, .udp = 200}));
    run(SetTimeouts{.before = {}, .after = {.tcp = 0, .tcpFin = 61, .udp = 0}});
    QCOMPARE(m_backend->readTimeouts().value(), (Timeouts{.tcp = 600, .tcpFin = 61, .udp = 200}));
}

void BackendContract::refusesTimeoutsTooLarge()
{
    for (const Timeouts &tooLarge : {Timeouts{.tcp = 0x7fffffff, .tcpFin = 60}, Timeouts{.tcp = 60, .udp = 0x7fffffff},
                                     Timeouts{.tcp = 60, .tcpFin = 0x80000000}}) {
        const Result<void> result = attempt(SetTimeouts{.before = m_timeouts, .after = tooLarge});
        QVERIFY(!result);
        QCOMPARE(result.error().kernelErrno, EINVAL);
        QCOMPARE(m_backend->readTimeouts().value(), m_timeouts);
    }
}

void BackendContract::syncDaemonHasDefaults()
{
    SyncDaemon master{.role = SyncRole::Master, .interface = interface("lo"), .syncId = 7};
    run(StartSyncDaemon{master});
    master.maxLength = 1472;
    master.group = address("224.0.0.81");
    master.port = 8848;
    master.ttl = 1;
    QCOMPARE(m_backend->readSyncDaemons().value(), std::vector{master});
    run(StopSyncDaemon{master});
    QCOMPARE(m_backend->readSyncDaemons().value(), std::vector<SyncDaemon>{});
}

void BackendContract::syncDaemonReadsBack()
{
    const SyncDaemon backup{.role = SyncRole::Backup,
                            .interface = interface("lo"),
                            .syncId = 255,
                            .maxLength = 4000,
                            .group = address("224.0.1.100"),
                            .port = 9000,
                            .ttl = 3};
    run(StartSyncDaemon{backup});
    QCOMPARE(m_backend->readSyncDaemons().value(), std::vector{backup});
    run(StopSyncDaemon{backup});
}

void BackendContract::bothSyncDaemonsRun()
{
    const SyncDaemon master{.role = SyncRole::Master, .interface = interface("lo"), .syncId = 1};
    const SyncDaemon backup{.role = SyncRole::Backup, .interface = interface("lo"), .syncId = 2};
    run({StartSyncDaemon{backup}, StartSyncDaemon{master}});
    auto daemons = m_backend->readSyncDaemons().value();
    QCOMPARE(daemons.size(), 2u);
    std::ranges::sort(daemons, {}, &SyncDaemon::role);
    QCOMPARE(daemons[0].syncId, 1u);
    QCOMPARE(daemons[1].syncId, 2u);
    run(StopSyncDaemon{master});
    daemons = m_backend->readSyncDaemons().value();
    QCOMPARE(daemons.size(), 1u);
    QCOMPARE(daemons[0].role, SyncRole::Backup);
    run(StopSyncDaemon{backup});
}

void BackendContract::refusesSyncDaemon()
{
    const SyncDaemon master{.role = SyncRole::Master, .interface = interface("lo"), .syncId = 1};

    const Result<void> notRunning = attempt(StopSyncDaemon{master});
    QVERIFY(!notRunning);
    QCOMPARE(notRunning.error().kernelErrno, ESRCH);
    QCOMPARE(notRunning.error().code, ErrorCode::DaemonMissing);

    SyncDaemon elsewhere = master;
    elsewhere.interface = interface("nosuchif0");
    const Result<void> noInterface = attempt(StartSyncDaemon{elsewhere});
    QVERIFY(!noInterface);
    QCOMPARE(noInterface.error().kernelErrno, ENODEV);
    QCOMPARE(noInterface.error().code, ErrorCode::InterfaceMissing);

    SyncDaemon unicast = master;
    unicast.group = address("10.0.0.1");
    const Result<void> noGroup = attempt(StartSyncDaemon{unicast});
    QVERIFY(!noGroup);
    QCOMPARE(noGroup.error().kernelErrno, EINVAL);

    run(StartSyncDaemon{master});
    const Result<void> again = attempt(StartSyncDaemon{master});
    QVERIFY(!again);
    QCOMPARE(again.error().kernelErrno, EEXIST);
    QCOMPARE(again.error().code, ErrorCode::DaemonExists);
    run(StopSyncDaemon{master});
}

void BackendContract::mixedFamiliesExcludeSyncDaemon()
{
    const SyncDaemon master{.role = SyncRole::Master, .interface = interface("lo"), .syncId = 1};
    RealServer mixed = server(1);
    mixed.key.address = address("2001:db8::11");
    mixed.forwarding = Forwarding::Tunnelling;

    run({AddService{http()}, StartSyncDaemon{master}});
    const Result<void> server = attempt(AddServer{http().key, mixed});
    QVERIFY(!server);
    QCOMPARE(server.error().kernelErrno, EINVAL);

    run({StopSyncDaemon{master}, AddServer{http().key, mixed}});
    const Result<void> daemon = attempt(StartSyncDaemon{master});
    QVERIFY(!daemon);
    QCOMPARE(daemon.error().kernelErrno, EINVAL);

    run({RemoveServer{http().key, mixed}, StartSyncDaemon{master}, StopSyncDaemon{master}});
}

} // namespace lvs
