// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/apply/backend.h"

#include <functional>

namespace lvs {

/// Applies plans to a Backend; the only code that does. Validates, orders by phase, re-reads the touched objects and
/// compares them with the before-images, sends each phase in batches and confirms it before the next, undoes what was
/// done when an operation fails, and finally reads the touched objects again to see that the change holds.
class Applier
{
public:
    /// `backend` must outlive the applier.
    explicit Applier(Backend &backend)
        : m_backend(backend)
    {
    }

    using Progress = std::function<void(qsizetype done, qsizetype total)>;

    /// What apply() checks before it changes anything: validity and before-images. Operations whose wanted state is
    /// already there are AlreadySo; if any is Stale the outcome is Refused, else it is AlreadySo when nothing is left
    /// to do and Applied when an apply would go ahead now. Changes nothing.
    ApplyReport check(const ChangePlan &plan);

    /// `progress` may be empty; it is called after each batch.
    ApplyReport apply(ChangePlan plan, const Progress &progress = {});

private:
    Backend &m_backend;
};

} // namespace lvs
