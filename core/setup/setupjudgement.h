// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"

#include <map>

namespace lvs {

/// A set-up, what is known of its machines, and the checklist of both, which is made when it is first asked for: of
/// hundreds of real servers it takes milliseconds. Not to be used by several threads at once.
class SetupJudgement
{
public:
    SetupJudgement(SetupWish wish, SetupFacts facts);

    const SetupWish &wish() const { return m_wish; }
    const SetupFacts &facts() const { return m_facts; }
    /// The lines of checkSetup(), valid as long as this; by another method, where a real server of the service has one
    /// of its own.
    const std::vector<SetupCheck> &checks(SetupMethod method) const;
    const std::vector<SetupCheck> &checks() const { return checks(m_wish.method); }

private:
    SetupWish m_wish;
    SetupFacts m_facts;
    mutable std::map<SetupMethod, std::vector<SetupCheck>> m_checks;
};

} // namespace lvs
