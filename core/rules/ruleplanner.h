// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/workingtable.h"
#include "core/rules/rulecommand.h"

#include <optional>
#include <set>

namespace lvs {

/// Everything that command lines can change.
struct RuleState {
    IpvsTable table{};
    Timeouts timeouts{};
    std::vector<SyncDaemon> daemons{};
};

/// What a rule file starts from.
enum class RuleStart : quint8 {
    PresentState, ///< `ipvsadm -R`: what the file does not name stays
    EmptyTable,   ///< ipvsadm-restore: services the file does not name go; timeouts and sync daemons stay
};

/// Finds what a sequence of commands comes to: carries them out, one after the other, on a state in memory.
class RulePlanner
{
public:
    /// `actual` is the table that a clearing will find, where `present` is not yet so: a draft. Kept by reference.
    explicit RulePlanner(const RuleState &present, RuleStart start = RuleStart::PresentState,
                         const IpvsTable *actual = nullptr);

    /// The error, with its place in the line, says why the command can't be carried out; then it changes nothing.
    Result<std::vector<RuleNote>> add(const RuleCommand &command);
    /// The smallest plan that leads from the present state to the one after all commands: a table that is cleared and
    /// filled again loses nothing that comes back.
    /// `wanted` is what wanted() says.
    ChangePlan plan(const RuleState &wanted) const;
    /// The state after all commands. Made anew each time.
    RuleState wanted() const;

private:
    Result<void> carryOut(const RuleCommand &command);
    Result<void> addService(const RuleCommand &command);
    Result<void> editService(const RuleCommand &command);
    Result<void> addServer(const RuleCommand &command);
    Result<void> editServer(const RuleCommand &command);
    Result<void> startDaemon(const RuleCommand &command);
    Result<void> stopDaemon(const RuleCommand &command);
    void zero(const std::optional<ServiceKey> &service);
    void noteAlreadySo(const RuleCommand &command);

    RuleState m_present;
    const IpvsTable *m_actual;
    RuleStart m_start;
    WorkingTable m_table;
    Timeouts m_timeouts; ///< as they will be
    std::vector<SyncDaemon> m_daemons;
    std::vector<ZeroCounters> m_zeroed;
    std::set<std::optional<ServiceKey>> m_zeroedOnce; ///< the same
    std::vector<RuleNote> m_notes;                    ///< of the command being added
    bool m_cleared = false;
};

} // namespace lvs
