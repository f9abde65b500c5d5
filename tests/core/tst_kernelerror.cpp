// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/kernelerror.h"

#include <QTest>

#include <cerrno>

using namespace lvs;

class TestKernelError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaningDependsOnTheOperation_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<int>("number");
        QTest::addColumn<ErrorCode>("code");

        QTest::newRow("add service, exists") << Operation{AddService{}} << EEXIST << ErrorCode::ServiceExists;
        QTest::newRow("add service, no scheduler") << Operation{AddService{}} << ENOENT << ErrorCode::SchedulerMissing;
        QTest::newRow("edit service, gone") << Operation{EditService{}} << ESRCH << ErrorCode::ServiceMissing;
        QTest::newRow("edit service, no scheduler")
            << Operation{EditService{}} << ENOENT << ErrorCode::SchedulerMissing;
        QTest::newRow("remove service, gone") << Operation{RemoveService{}} << ESRCH << ErrorCode::ServiceMissing;
        QTest::newRow("add server, exists") << Operation{AddServer{}} << EEXIST << ErrorCode::ServerExists;
        QTest::newRow("add server, no service") << Operation{AddServer{}} << ESRCH << ErrorCode::ServiceMissing;
        QTest::newRow("edit server, gone") << Operation{EditServer{}} << ENOENT << ErrorCode::ServerMissing;
        QTest::newRow("edit server, no service") << Operation{EditServer{}} << ESRCH << ErrorCode::ServiceMissing;
        QTest::newRow("edit server, thresholds") << Operation{EditServer{}} << ERANGE << ErrorCode::KernelRefused;
        QTest::newRow("remove server, gone") << Operation{RemoveServer{}} << ENOENT << ErrorCode::ServerMissing;
        QTest::newRow("zero, no service") << Operation{ZeroCounters{}} << ESRCH << ErrorCode::ServiceMissing;
        QTest::newRow("timeouts, too large") << Operation{SetTimeouts{}} << EINVAL << ErrorCode::KernelRefused;
        QTest::newRow("tunable, no file") << Operation{SetSysctl{}} << ENOENT << ErrorCode::SysctlMissing;
        QTest::newRow("tunable, read-only") << Operation{SetSysctl{}} << EROFS << ErrorCode::SysctlReadOnly;
        QTest::newRow("tunable, mode") << Operation{SetSysctl{}} << EACCES << ErrorCode::SysctlReadOnly;
        QTest::newRow("tunable, no capability") << Operation{SetSysctl{}} << EPERM << ErrorCode::SysctlReadOnly;
        QTest::newRow("tunable, value") << Operation{SetSysctl{}} << EINVAL << ErrorCode::SysctlRefused;
        QTest::newRow("tunable, processor") << Operation{SetSysctl{}} << ERANGE << ErrorCode::SysctlRefused;
        QTest::newRow("tunable, memory") << Operation{SetSysctl{}} << ENOMEM << ErrorCode::KernelRefused;
        QTest::newRow("add address, exists") << Operation{AddAddress{}} << EEXIST << ErrorCode::AddressExists;
        QTest::newRow("add address, no interface") << Operation{AddAddress{}} << ENODEV << ErrorCode::InterfaceMissing;
        QTest::newRow("remove address, gone")
            << Operation{RemoveAddress{}} << EADDRNOTAVAIL << ErrorCode::AddressMissing;
        QTest::newRow("add route, exists") << Operation{AddRoute{}} << EEXIST << ErrorCode::RouteExists;
        QTest::newRow("add route, gateway") << Operation{AddRoute{}} << ENETUNREACH << ErrorCode::GatewayUnreachable;
        QTest::newRow("add IPv6 route, gateway")
            << Operation{AddRoute{}} << EHOSTUNREACH << ErrorCode::GatewayUnreachable;
        QTest::newRow("edit route, gone") << Operation{EditRoute{}} << ENOENT << ErrorCode::RouteMissing;
        QTest::newRow("remove route, gone") << Operation{RemoveRoute{}} << ESRCH << ErrorCode::RouteMissing;
        QTest::newRow("add tunnel, exists") << Operation{AddTunnel{}} << EEXIST << ErrorCode::TunnelExists;
        QTest::newRow("remove address, others rest on it")
            << Operation{RemoveAddress{}} << EBUSY << ErrorCode::AddressInUse;
        QTest::newRow("remove tunnel, in use") << Operation{RemoveTunnel{}} << EBUSY << ErrorCode::TunnelInUse;
        QTest::newRow("remove tunnel, gone") << Operation{RemoveTunnel{}} << ENODEV << ErrorCode::TunnelMissing;
        QTest::newRow("start daemon, runs") << Operation{StartSyncDaemon{}} << EEXIST << ErrorCode::DaemonExists;
        QTest::newRow("start daemon, no interface")
            << Operation{StartSyncDaemon{}} << ENODEV << ErrorCode::InterfaceMissing;
        QTest::newRow("stop daemon, none") << Operation{StopSyncDaemon{}} << ESRCH << ErrorCode::DaemonMissing;
        QTest::newRow("clear, module leaves") << Operation{ClearTable{}} << ENOPROTOOPT << ErrorCode::NoIpvs;
        QTest::newRow("clear, not permitted") << Operation{ClearTable{}} << EPERM << ErrorCode::KernelRefused;
    }

    void meaningDependsOnTheOperation()
    {
        QFETCH(Operation, operation);
        QFETCH(int, number);
        const Error error = errorFromErrno(number, operation);
        QTEST(error.code, "code");
        QCOMPARE(error.kernelErrno, number);
    }

    void namesTheMissingScheduler()
    {
        QCOMPARE(errorFromErrno(ENOENT, AddService{}).values, QStringList{QStringLiteral("wlc")});
    }

    void readOfAGoneService()
    {
        QCOMPARE(errorFromErrno(ESRCH).code, ErrorCode::ServiceMissing);
        QCOMPARE(errorFromErrno(ENOMEM).code, ErrorCode::KernelRefused);
    }
};

QTEST_APPLESS_MAIN(TestKernelError)
#include "tst_kernelerror.moc"
