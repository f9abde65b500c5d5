// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/sessionlist.h"
#include "app/session/setupreading.h"
#include "app/session/setuprun.h"
#include "core/setup/setupchecks.h"
#include "tests/directors/labvisit.h"

namespace lvs::test {

/// A line of shell on one of the lab's machines.
struct LabLine {
    QString host{};
    QString line{};
};

/// Runs them one after the other, by way of the director at one go, and gives what they print; a line that fails, fails
/// the running test.
QString run(const std::vector<LabLine> &lines);

/// One of the ways in which set-ups usually fail, made by hand on the lab's machines, and how it is mended.
struct LabFault {
    const char *name;
    LabLine breaks{}; ///< nothing for a mark that leaves out a port, which the console does itself
    LabLine mends{};
    SetupCheck::Code code{}; ///< of the finding
    QString host{};          ///< of the same
};

/// A set-up and what can be wrong with it.
struct LabCase {
    SetupMethod method;
    bool isMarked;
    std::vector<LabFault> faults;
};

const std::vector<LabCase> &labCases();

/// The lab as a cluster of a director and two real servers, on which the console sets up a service.
class LabClusters
{
public:
    /// What fails, fails the running test.
    LabClusters();
    Q_DISABLE_COPY_MOVE(LabClusters)

    SetupWish wishFor(const LabCase &tried) const;
    /// Director::id() of the machine.
    QString id(const QString &host) const;
    void setUp(const SetupWish &wish);
    /// Nothing is left of it; without a set-up nothing happens.
    void takeBack();
    void breaks(const LabFault &fault);
    void mends(const LabFault &fault);

    LabVisit director{u"root"_s};
    LabVisit first{u"root"_s, u"rs1"_s};
    LabVisit second{u"root"_s, u"rs2"_s};
    HostList hosts;

private:
    void moveMark(QStringView from, QStringView to);

    SessionList m_sessions;
    SetupStore m_store{u"lab"_s};
    SetupRun m_run{&m_store, &m_sessions, &hosts};
};

} // namespace lvs::test
