// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"
#include "app/theme/statecolors.h"

#include <memory>
#include <optional>

namespace lvs {

/// What pasted commands start from.
struct PasteStart {
    DirectorSession::SharedTable table{};
    Timeouts timeouts{}; ///< these two as they will be once the draft is applied
    std::vector<SyncDaemon> daemons{};
    std::optional<FirewallState> firewall{}; ///< as it is; none where it can't be read
    Draft::SharedPlan draft = std::make_shared<const ChangePlan>();
};

/// What pasted text comes to, in words where something is to be said of it.
struct PastedRules {
    static constexpr std::size_t mostRemarks = 1000; ///< more are counted, but not listed

    struct Remark {
        TextSpan span{};    ///< in the text
        qsizetype line = 0; ///< from 1
        State state{};
        QString text{};
    };
    std::shared_ptr<const ChangePlan> plan = std::make_shared<const ChangePlan>();
    std::vector<Remark> remarks{}; ///< in the order of the text
    qsizetype moreRemarks = 0;
    int leftOut = 0; ///< commands that were not understood, or are impossible here
};

/// Without a start nothing is planned. Safe in any thread.
PastedRules readPastedRules(const QString &text, const std::optional<PasteStart> &start);

} // namespace lvs
