// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lvs {

/// What every Backend does, whatever stands behind it: a Qt Test class that runs unchanged on the sandbox and on a
/// kernel. Each test begins with an empty table and no sync daemon, and needs nothing from the machine but the
/// interface "lo", up, and the kernel's modules of IPVS and of IP in IP. It clears the table it is given; addresses and
/// routes of 198.51.100.0/24, 203.0.113.0/24 and 2001:db8::/32 and tunnels whose names begin with "lvstest" are its
/// own.
class BackendContract : public QObject
{
    Q_OBJECT

public:
    /// Called before each test. A new backend may show what an earlier one left; the suite clears it.
    using Factory = std::function<std::unique_ptr<Backend>()>;

    explicit BackendContract(Factory factory)
        : m_factory(std::move(factory))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsItsVersion();
    void serviceReadsBack_data();
    void serviceReadsBack();
    void serverReadsBack_data();
    void serverReadsBack();
    void newObjectsHaveNoTraffic();
    void servicesAreToldApart();
    void sameServerInTwoServices();
    void everyServiceIsReadOnce();
    void longServerListReadsBack();

    void newestServerComesFirst();
    void readsServersInTheOrderAsked();
    void readOfAGoneService();

    void editServiceReplacesAllFields();
    void editServiceKeepsServers();
    void editServerReplacesAllFields();
    void editServerTouchesNothingElse();
    void removedServerComesBackAtTheHead();
    void removeServiceTakesItsServers();
    void clearRemovesEverything();
    void zeroKeepsTheConfiguration();
    void tellsTotals();

    void refuses_data();
    void refuses();
    void everySituationIsTested();
    void maglevTakesOneMoreThanItHasPlacesFor();
    void goesOnAfterAnError();
    void runsLongBatches();

    void tellsItsKernel();
    void tellsItsTunables();
    void tellsItsInterfaces();
    void connectionsAreASample();

    void setsTimeouts();
    void setsTheLargestTimeouts();
    void setsTunables_data();
    void setsTunables();
    void refusesTunables_data();
    void refusesTunables();
    void tunablesBetweenOtherOperations();

    void addressesReadBack_data();
    void addressesReadBack();
    void routesReadBack();
    void marksReadBack();
    void sourceNatReadsBack();
    void rulesGoWithServices();
    void refusesRules();
    void tunnelsReadBack();
    void refusesOnHost_data();
    void refusesOnHost();

    void syncDaemonHasDefaults();
    void syncDaemonReadsBack();
    void bothSyncDaemonsRun();
    void mixedFamiliesAndSyncDaemonTakeTurns();

private:
    void run(const Operation &operation);
    void run(const std::vector<Operation> &operations);
    Result<void> attempt(const Operation &operation);
    VirtualService readBack(const ServiceKey &key);
    std::vector<RealServer> serversOf(const ServiceKey &key);
    HostInfo host();
    /// Null if the machine does not have it.
    QString sysctl(const QString &name);
    QStringList serverNames(const ServiceKey &key);

    Factory m_factory;
    std::unique_ptr<Backend> m_backend;
    Timeouts m_timeouts; ///< as found, put back after each test
};

} // namespace lvs
