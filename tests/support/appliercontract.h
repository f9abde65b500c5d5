// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applier.h"
#include "tests/support/faultbackend.h"

#include <QObject>

#include <memory>

namespace lvs::test {

/// What the Applier does on any backend: a Qt Test class that runs unchanged on the sandbox and on a kernel. It clears
/// the table it is given, and needs nothing from the machine but the interface "lo" and the kernel's modules of IPVS
/// and of IP in IP. Addresses and routes of 198.51.100.0/24 and 203.0.113.0/24 and the tunnel "lvstun0" are its own.
class ApplierContract : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<Backend>()>;

    explicit ApplierContract(Factory factory)
        : m_factory(std::move(factory))
    {
    }

private Q_SLOTS:
    void init();
    void cleanup();

    void appliesAndComesBack();
    void nothingToDo();
    void skipsWhatIsAlreadySo();
    void refusesInvalidPlans();
    void refusesStalePlans_data();
    void refusesStalePlans();
    void editsBesideDontMatter();
    void listOrderDoesNotMatter();
    void checkChangesNothing();
    void sendsBatchesWithinPhases();
    void zeroesWhatItAdds();
    void clearsAndComesBack();
    void settingsComeBack();
    void tunablesComeBack();
    void refusedTunableTakesBackTheRest();
    void restartsADaemon();

    void hostComesBack();
    void hostIsTakenBackInReverse_data();
    void hostIsTakenBackInReverse();
    void arpStaysRestrictedWhileTheAddressStays();
    void hostPlansAreRefusedWhenStale();
    void othersAddressStays();

    void takesBackEveryFailure_data();
    void takesBackEveryFailure();
    void takesBackAfterUnreadableResult();
    void takesBackWhatDoesNotHold();
    void takesBackSettings();
    void saysWhatCouldNotBeTakenBack();
    void saysThatCountersStayZeroed();
    void leavesEditsBesideAlone();
    void removedServiceStaysAway();
    void othersWorkSurvivesAFailure_data();
    void othersWorkSurvivesAFailure();
    void overwrittenOperationStaysOverwritten();
    void randomPlansWithRandomFailures();

private:
    ApplyReport apply(const ChangePlan &plan);
    /// Makes the table of most tests: a web service with three servers and a database service with one.
    void makeCluster();
    /// Touches everything of that table in every way.
    ChangePlan bigChange() const;
    IpvsTable table();
    /// What another program does.
    void meanwhile(const Operation &operation);
    static qsizetype countOf(const ApplyReport &report, OperationStatus status);
    static SyncDaemon master();
    HostInfo host();
    /// ARP as on a new machine, and the module of tunnels loaded.
    void prepareHost();

    Factory m_factory;
    std::unique_ptr<Backend> m_inner;
    std::unique_ptr<FaultBackend> m_backend;
    QString sysctl(const QString &name);

    Timeouts m_timeouts; ///< as found, put back after each test
};

} // namespace lvs::test
