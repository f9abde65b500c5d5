// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <chrono>

namespace lvs {

/// Packets of one direction in one exchange of a connection.
struct PacketBurst {
    quint32 packets = 1;
    quint64 bytes = 40; ///< of all of them together
};

/// The clients of one service: how many come, and what they do. Durations and gaps are means of exponential
/// distributions.
struct TrafficProfile {
    Protocol protocol = Protocol::Tcp;
    IpAddress virtualAddress{};
    quint16 virtualPort = 80;

    IpAddress firstClient{}; ///< IPv4
    quint32 clients = 200;   ///< that many addresses from firstClient on

    double connectionsPerSecond = 10; ///< in the long run
    double swing = 0.4;               ///< share by which the rate wanders up and down, 0 to 1
    std::chrono::seconds swingPeriod{240};

    std::chrono::milliseconds duration{500}; ///< of a connection, from its opening to its end
    std::chrono::milliseconds gap{200};      ///< between two exchanges of a connection
    PacketBurst request{};
    PacketBurst reply{};
    double vanishing = 0; ///< share of clients that go away without a FIN
};

} // namespace lvs
