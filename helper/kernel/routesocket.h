// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "helper/kernel/routerequest.h"

#include <functional>
#include <memory>

namespace lvs {

/// A socket to the kernel's links, addresses and routes (rtnetlink(7)), in the network namespace in which it was
/// opened.
class RouteSocket
{
public:
    static Result<std::unique_ptr<RouteSocket>> open();
    ~RouteSocket();
    Q_DISABLE_COPY_MOVE(RouteSocket)

    /// Takes a message that the kernel sent: its type, and what follows its header. False: not understood.
    using OnMessage = std::function<bool(quint16 type, Bytes payload)>;

    /// Sends one request and reads until it has ended. Gives 0 or the errno with which the kernel refused it;
    /// BadKernelReply when the answer can't be followed, after which the socket is of no further use.
    Result<int> exchange(RouteRequest &request, const OnMessage &onMessage = {});
    /// A reading of many objects, made again while the kernel says that they changed meanwhile. `begin` is called
    /// before each try; a try of which `isEnough` says so is the last.
    Result<int> dump(RouteRequest &request, const std::function<void()> &begin, const OnMessage &onMessage,
                     const std::function<bool()> &isEnough = {});

private:
    explicit RouteSocket(int descriptor);
    struct Ending {
        bool hasEnded = false;
        int error = 0;
    };
    /// The messages of one datagram; nothing if they can't be followed.
    Result<Ending> readDatagram(Bytes datagram, const OnMessage &onMessage);

    int m_descriptor;
    quint32 m_sequence = 0;
    bool m_isTorn = false; ///< the objects of the present dump are not of one moment
    std::vector<std::byte> m_buffer;
};

} // namespace lvs
