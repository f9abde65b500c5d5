// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "app/session/setupreading.h"
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "core/sandbox/sandboxwire.h"
#include "core/setup/setupplan.h"
#include "tests/support/faultbackend.h"
#include "tests/support/objects.h"

#include <QTest>

namespace lvs::test {

/// A machine in this process at which an operation can be made to fail. Its state outlives the connection to it.
class FaultyMachine
{
public:
    FaultyMachine(const QString &id, const HostInfo &machine)
        : m_sandbox({}, 1, machine)
        , m_faults(m_sandbox)
        , m_director(id, [this] { return std::make_unique<Reached>(m_faults); })
    {
    }

    /// While nothing runs on it.
    FaultBackend &faults() { return m_faults; }
    LocalDirector &director() { return m_director; }

private:
    /// One connection to it.
    class Reached : public FaultBackend
    {
    public:
        using FaultBackend::FaultBackend;
    };

    SandboxBackend m_sandbox;
    FaultBackend m_faults;
    LocalDirector m_director;
};

/// A director and two real servers that were never set up, and the wish for direct routing to both.
struct SetupCluster {
    SetupCluster()
    {
        const auto wire = std::make_shared<SandboxWire>();
        for (FaultyMachine *machine : {&director, &first, &second}) {
            machine->director().join(wire);
            hosts.add(&machine->director());
        }
        sessions.add(&session);
        wish.service = service(tcp(u"172.18.100.20", 80), u"wrr");
        wish.director = director.director().id();
        wish.outside = *InterfaceName::fromText(u"eth0");
        for (FaultyMachine *machine : {&first, &second}) {
            const quint32 number = machine == &first ? 11 : 12;
            const RealServer server{.key = {IpAddress::fromIPv4(0xac126400u + number), 80},
                                    .forwarding = Forwarding::Gatewaying,
                                    .weight = number};
            wish.servers.push_back({.server = server, .host = machine->director().id()});
        }
    }

    /// What all machines are like; empty where one could not be read.
    SetupReading read()
    {
        const QFuture<SetupReading> reading = readSetup(hosts, wish);
        if (!QTest::qWaitFor([&] { return reading.isFinished(); }, std::chrono::minutes(1)))
            return {};
        return reading.result();
    }
    /// What is missing.
    HostPlan plan()
    {
        const SetupReading reading = read();
        return planSetup(wish, reading).value_or(HostPlan());
    }
    FaultyMachine &machine(const QString &id)
    {
        for (FaultyMachine *machine : {&first, &second}) {
            if (machine->director().id() == id)
                return *machine;
        }
        return director;
    }

    FaultyMachine director{QStringLiteral("director"), sandboxDirector()};
    FaultyMachine first{QStringLiteral("first"), sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.1"))};
    FaultyMachine second{QStringLiteral("second"), sandboxRealServer(ip(u"172.18.100.12"), ip(u"172.18.100.1"))};
    HostList hosts;
    SessionList sessions;
    DirectorSession session{&director.director()};
    SetupWish wish;
};

} // namespace lvs::test
