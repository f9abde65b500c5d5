// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applier.h"
#include "core/apply/touchedstate.h"

namespace lvs {

/// One apply from its check to its report.
class ApplyRun
{
public:
    ApplyRun(Backend &backend, ChangePlan plan);

    /// True if there is something to do and nothing against it.
    bool check();
    /// To be called after a successful check().
    void apply(const Applier::Progress &progress);
    ApplyReport takeReport() { return std::move(m_report); }

private:
    /// False at the first operation that failed.
    bool execute(const Applier::Progress &progress);
    /// Reads the touched objects again; false if an operation had no effect. One whose object others have changed
    /// since stays done, with a remark.
    bool verify();
    void finish();
    /// Takes back whatever has changed of the touched objects, and says what is left.
    void undo();
    void fail(std::size_t index, const Error &error);
    /// Every operation sent, with what was read before as its before-image.
    ChangePlan done() const;

    Backend &m_backend;
    ApplyReport m_report;
    std::optional<TouchedObjects> m_touched;
    TouchedState m_before;
};

} // namespace lvs
