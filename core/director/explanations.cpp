// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/explanations.h"

#include <algorithm>

namespace lvs {

Explanations::Explanations(const ChangePlan &plan)
{
    for (const ChangePlan &direction : {plan, inverse(plan)}) {
        for (const Operation &operation : direction.operations) {
            m_clears = m_clears || std::holds_alternative<ClearTable>(operation);
            if (const auto object = objectOf(operation))
                m_operations.insert(*object, operation);
        }
    }
}

ChangePlan Explanations::unexplained(const ChangePlan &differences) const
{
    ChangePlan left;
    std::ranges::copy_if(differences.operations, std::back_inserter(left.operations),
                         [this](const Operation &operation) { return !explains(operation); });
    return left;
}

bool Explanations::explains(const Operation &difference) const
{
    const auto *removal = std::get_if<RemoveService>(&difference);
    if (removal && m_clears)
        return true;
    const auto [first, last] = m_operations.equal_range(*objectOf(difference));
    return std::any_of(first, last, [&](const Operation &operation) {
        // Which servers go with a service is known only as far as they were read.
        const auto *expected = std::get_if<RemoveService>(&operation);
        return removal && expected ? removal->before == expected->before : operation == difference;
    });
}

} // namespace lvs
