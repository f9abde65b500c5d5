// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxbackend.h"

#include <memory>

namespace lvs {

/// A sandbox with the clusters of the usual LVS course, their clients, and a few minutes of life behind it:
/// - masquerading: 172.18.100.6:80 and :3306 on 192.168.10.11 to .13, one of the database servers drained;
/// - direct routing: 172.18.100.7:80 on 172.18.100.11 and .12, the first taking twice as much;
/// - firewall mark 1: HTTP and HTTPS of 172.18.100.8 together, persistent per client, by direct routing.
std::unique_ptr<SandboxBackend> makeExampleSandbox(SandboxBackend::Clock clock, quint64 seed = 1);

/// The same on the machine's steady clock: for the console.
std::unique_ptr<SandboxBackend> makeExampleSandbox();

/// A machine behind real servers of the example.
struct ExampleServer {
    QString name{};
    HostInfo machine{};
};

/// Those machines, none of them set up as its service needs it: rs1 and rs2 beside the clients for direct routing, rs3
/// to rs5 behind the director, with another gateway. What they are like has no influence on the example's traffic.
std::vector<ExampleServer> exampleServers();

/// The port of the drained database server: its program was stopped, and nobody listens there.
ServerKey stoppedExamplePort();

} // namespace lvs
