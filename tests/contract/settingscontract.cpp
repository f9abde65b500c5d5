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
    for (const QStringView name : {u"ipv4/vs/expire_nodest_conn", u"ipv4/vs/expire_quiescent_template",
                                   u"ipv4/vs/conntrack", u"ipv4/vs/drop_entry"})
        QVERIFY(sysctlNumber(host->sysctls, name));
    for (const QStringView name : {u"ipv4/ip_forward", u"ipv4/conf/all/arp_ignore", u"ipv4/conf/lo/rp_filter"})
        QVERIFY(sysctlNumber(host->sysctls, name));
    const auto position = [](const SysctlValue &value) { return sysctlNamed(value.name); };
    const auto ofInterfaces = std::ranges::find_if(
        host->sysctls, [](const SysctlValue &value) { return !sysctlInterface(value.name).isEmpty(); });
    QVERIFY(std::ranges::is_sorted(host->sysctls.begin(), ofInterfaces, {}, position));
    QCOMPARE(ofInterfaces->name, QStringLiteral("ipv4/conf/all/arp_ignore"));
}

void BackendContract::tellsItsInterfaces()
{
    const auto host = m_backend->readHost();
    QVERIFY(host);
    const auto loopback = std::ranges::find(host->interfaces, interface("lo"), &HostInterface::name);
    QVERIFY(loopback != host->interfaces.end());
    QVERIFY(loopback->isUp);
    QCOMPARE(loopback->kind, InterfaceKind::Loopback);
    const InterfaceAddress own{.address = address("127.0.0.1"), .prefixLength = 8, .scope = AddressScope::Host};
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

void BackendContract::setsTunables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const char *value) {
        QTest::addRow("%s %s", name, value) << QString::fromLatin1(name) << QString::fromLatin1(value);
    };
    for (const char *name :
         {"ipv4/vs/conntrack", "ipv4/vs/expire_nodest_conn", "ipv4/vs/expire_quiescent_template", "ipv4/vs/sloppy_tcp",
          "ipv4/vs/sloppy_sctp", "ipv4/vs/cache_bypass", "ipv4/vs/snat_reroute", "ipv4/vs/nat_icmp_send",
          "ipv4/vs/schedule_icmp", "ipv4/vs/pmtu_disc", "ipv4/vs/ignore_tunneled", "ipv4/vs/backup_only",
          "ipv4/vs/sync_persist_mode", "ipv4/vs/run_estimation"}) {
        row(name, "0");
        row(name, "1");
    }
    row("ipv4/vs/conntrack", "7"); // a switch keeps the number
    row("ipv4/vs/conn_reuse_mode", "3");
    for (const char *name : {"ipv4/vs/drop_entry", "ipv4/vs/drop_packet", "ipv4/vs/secure_tcp"}) {
        for (const char *value : {"0", "1", "3"})
            row(name, value);
    }
    row("ipv4/vs/am_droprate", "20");
    row("ipv4/vs/amemthresh", "2048");
    row("ipv4/vs/sync_version", "0");
    row("ipv4/vs/sync_version", "1");
    row("ipv4/vs/sync_ports", "64");
    row("ipv4/vs/sync_ports", "128");
    row("ipv4/vs/sync_threshold", "10 100");
    row("ipv4/vs/sync_threshold", "7 0");
    row("ipv4/vs/sync_refresh_period", "60");
    row("ipv4/vs/sync_refresh_period", "2147483");
    row("ipv4/vs/sync_retries", "3");
    row("ipv4/vs/sync_qlen_max", "1000");
    row("ipv4/vs/sync_sock_size", "65536");
    row("ipv4/vs/est_cpulist", "0");
    row("ipv4/vs/est_cpulist", "");
    row("ipv4/vs/est_nice", "-20");
    row("ipv4/vs/est_nice", "19");
    row("ipv4/ip_forward", "0");
    row("ipv4/ip_forward", "1");
    for (const char *name : {"arp_ignore", "arp_announce", "rp_filter"}) {
        for (const char *interface : {"all", "lo"})
            row(qPrintable(
                    QStringLiteral("ipv4/conf/%1/%2").arg(QLatin1StringView(interface), QLatin1StringView(name))),
                "2");
    }
    row("ipv4/conf/lo/arp_ignore", "8");
    row("ipv4/conf/lo/send_redirects", "0");
}

void BackendContract::setsTunables()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const QString before = sysctl(name);
    QVERIFY(!before.isNull());
    run(SetSysctl{name, before, value});
    QVERIFY(isSameSetting(name, sysctl(name), value));
    run(SetSysctl{name, value, before});
    QVERIFY(isSameSetting(name, sysctl(name), before));
}

void BackendContract::refusesTunables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("kernelErrno");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const char *value, int kernelErrno, ErrorCode code) {
        QTest::addRow("%s '%s'", name, value)
            << QString::fromLatin1(name) << QString::fromLatin1(value) << kernelErrno << code;
    };
    row("ipv4/vs/conn_max", "1", ENOENT, ErrorCode::SysctlMissing); // of later kernels
    row("ipv4/conf/nosuch/arp_ignore", "1", ENOENT, ErrorCode::SysctlMissing);
    row("ipv4/vs/no_such_tunable", "1", ENOENT, ErrorCode::SysctlMissing);
    row("../conf/lo/forwarding", "1", ENOENT, ErrorCode::SysctlMissing);
    row("", "1", ENOENT, ErrorCode::SysctlMissing);
    for (const char *value : {"4", "-1", "", "x", "1\n0"})
        row("ipv4/vs/drop_entry", value, EINVAL, ErrorCode::SysctlRefused);
    row("ipv4/vs/sync_version", "2", EINVAL, ErrorCode::SysctlRefused);
    row("ipv4/vs/sync_ports", "3", EINVAL, ErrorCode::SysctlRefused);
    row("ipv4/vs/sync_retries", "4", EINVAL, ErrorCode::SysctlRefused);
    row("ipv4/vs/sync_threshold", "50 50", EINVAL, ErrorCode::SysctlRefused);
    row("ipv4/vs/est_nice", "20", EINVAL, ErrorCode::SysctlRefused);
    row("ipv4/vs/est_cpulist", "8191", ERANGE, ErrorCode::SysctlRefused);
}

void BackendContract::refusesTunables()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const int, kernelErrno);
    QFETCH(const ErrorCode, code);
    const auto before = m_backend->readHost().value().sysctls;
    const auto refused = attempt(SetSysctl{name, sysctl(name), value});
    QVERIFY(!refused);
    QCOMPARE(refused.error(), (Error{.code = code, .kernelErrno = kernelErrno}));
    QVERIFY(m_backend->readHost().value().sysctls == before);
}

void BackendContract::tunablesBetweenOtherOperations()
{
    const QString before = sysctl(QStringLiteral("ipv4/vs/backup_only"));
    const SetSysctl on{QStringLiteral("ipv4/vs/backup_only"), before, QStringLiteral("1")};
    const SetSysctl bad{QStringLiteral("ipv4/vs/drop_entry"), {}, QStringLiteral("9")};
    const std::vector<Operation> operations{on, AddService{http()}, bad, AddServer{http().key, server(1)},
                                            SetSysctl{on.name, on.after, before}};
    const auto results = m_backend->execute(operations);
    QCOMPARE(results.size(), operations.size());
    for (size_t i = 0; i < results.size(); ++i)
        QCOMPARE(results[i].has_value(), i != 2);
    QCOMPARE(serverNames(http().key).size(), 1);
    QCOMPARE(sysctl(on.name), before);
}

QString BackendContract::sysctl(const QString &name)
{
    const auto host = m_backend->readHost();
    const QString *value = host ? findSysctl(host->sysctls, name) : nullptr;
    return value ? *value : QString();
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
