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

void BackendContract::setsTheLargestTimeouts()
{
    const Timeouts largest{.tcp = 8'589'934, .tcpFin = 8'589'934, .udp = 8'589'934}; // 2^31 ticks of 1/250 s, less one
    run(SetTimeouts{.before = m_timeouts, .after = largest});
    QCOMPARE(m_backend->readTimeouts().value(), largest);
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

void BackendContract::mixedFamiliesAndSyncDaemonTakeTurns()
{
    const SyncDaemon master{.role = SyncRole::Master, .interface = interface("lo"), .syncId = 1};
    RealServer mixed = server(1);
    mixed.key.address = address("2001:db8::11");
    mixed.forwarding = Forwarding::Tunnelling;

    // While both are there one is refused; see refusals.cpp.
    run({AddService{http()}, StartSyncDaemon{master}, StopSyncDaemon{master}, AddServer{http().key, mixed},
         RemoveServer{http().key, mixed}, StartSyncDaemon{master}, StopSyncDaemon{master}});
}

} // namespace lvs
