// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/scheduler.h"

namespace lvs {

/// The schedulers that walk the list once and keep the best server so far; the earlier one wins a tie. They keep no
/// state of their own. Overhead counts as in Linux 6.12.104 and later: 256 for an active connection, and 1 for each.
class LoadBased : public Scheduler
{
public:
    enum class Rule {
        LeastConnections,         ///< lc: least overhead, whatever the weights
        WeightedLeastConnections, ///< wlc: least overhead by weight
        ShortestExpectedDelay,    ///< sed: least (active + 1) by weight
        NeverQueue,               ///< nq: the first without active connections, else as sed
        Failover,                 ///< fo: the heaviest
        Overflow,                 ///< ovf: the heaviest that has no more active connections than weight
    };

    explicit LoadBased(Rule rule)
        : m_rule(rule)
    {
    }

    void bind(const SandboxService &) override {}
    void serverAdded(const SandboxService &) override {}
    void serverRemoved(const SandboxService &, const SandboxServer *, const SandboxServer *) override {}
    void serverEdited(const SandboxService &) override {}
    SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) override;

private:
    bool isBetter(const SandboxServer &server, const SandboxServer &best) const;

    Rule m_rule;
};

} // namespace lvs
