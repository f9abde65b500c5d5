// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/scheduler.h"

namespace lvs {

/// Picks through a table that is filled anew with every change of the list.
class TableScheduler : public Scheduler
{
public:
    void bind(const SandboxService &service) override { fill(service); }
    void serverAdded(const SandboxService &service) override { fill(service); }
    void serverRemoved(const SandboxService &service, const SandboxServer *, const SandboxServer *) override
    {
        fill(service);
    }
    void serverEdited(const SandboxService &service) override { fill(service); }

protected:
    virtual void fill(const SandboxService &service) = 0;
};

} // namespace lvs
