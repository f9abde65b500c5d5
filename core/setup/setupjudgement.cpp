// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupjudgement.h"

#include <utility>

namespace lvs {

SetupJudgement::SetupJudgement(SetupWish wish, SetupFacts facts)
    : m_wish(std::move(wish))
    , m_facts(std::move(facts))
{
}

const std::vector<SetupCheck> &SetupJudgement::checks(SetupMethod method) const
{
    const auto [found, isNew] = m_checks.try_emplace(method);
    if (isNew) {
        SetupWish wish = m_wish;
        wish.method = method;
        found->second = checkSetup(wish, m_facts);
    }
    return found->second;
}

} // namespace lvs
