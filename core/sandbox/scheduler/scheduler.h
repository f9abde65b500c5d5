// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QStringView>

#include <memory>

namespace lvs {

class SandboxServer;
struct SandboxService;

/// What a scheduler may know of the packet that opens a connection.
struct ScheduleRequest {
    IpAddress client{};
    quint16 clientPort = 0;
    IpAddress destination{}; ///< where the client sent it
};

/// Picks the real server of a new connection, exactly as the kernel module of the same name does. Each service has
/// a scheduler of its own; it is told of every change of the service's list, after the change.
class Scheduler
{
public:
    Scheduler() = default;
    virtual ~Scheduler() = default;
    Q_DISABLE_COPY_MOVE(Scheduler)

    /// Given to `service`, which may already have servers.
    virtual void bind(const SandboxService &service) = 0;
    virtual void serverAdded(const SandboxService &service) = 0;
    /// `before` is what stood in front of `gone` in the list; nullptr if `gone` was the first.
    virtual void serverRemoved(const SandboxService &service, const SandboxServer *gone,
                               const SandboxServer *before) = 0;
    /// Called on every edit, even if it changed nothing.
    virtual void serverEdited(const SandboxService &service) = 0;

    /// nullptr if no server may take a connection now.
    virtual SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) = 0;
};

/// Whether the kernel has a scheduler of this name ("none" included).
bool isKnownScheduler(QStringView name);

/// The scheduler of a known name; nullptr for "none". rr, wrr, lc, wlc, sed, nq, fo, ovf, sh, mh and dh pick as
/// the kernel does. lblc, lblcr and twos are accepted and picked for as wlc would.
std::unique_ptr<Scheduler> makeScheduler(QStringView name);

} // namespace lvs
