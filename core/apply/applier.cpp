// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/applier.h"

#include "core/apply/applyrun.h"

namespace lvs {
namespace {

using Clock = std::chrono::steady_clock;

ApplyReport reportOf(ApplyRun &run, Clock::time_point start)
{
    ApplyReport report = run.takeReport();
    report.duration = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    return report;
}

} // namespace

ApplyReport Applier::check(const ChangePlan &plan)
{
    const auto start = Clock::now();
    ApplyRun run(m_backend, plan);
    run.check();
    return reportOf(run, start);
}

ApplyReport Applier::apply(ChangePlan plan, const Progress &progress)
{
    const auto start = Clock::now();
    ApplyRun run(m_backend, std::move(plan));
    if (run.check())
        run.apply(progress);
    return reportOf(run, start);
}

} // namespace lvs
