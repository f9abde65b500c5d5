// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/change/objectkey.h"

#include <QHash>

namespace lvs {

/// What a plan that is being applied does to a table, and what taking it back would do: such differences are not
/// another program's.
class Explanations
{
public:
    Explanations() = default;
    explicit Explanations(const ChangePlan &plan);

    ChangePlan unexplained(const ChangePlan &differences) const;

private:
    bool explains(const Operation &difference) const;

    QMultiHash<ObjectKey, Operation> m_operations;
    bool m_clears = false;
};

} // namespace lvs
