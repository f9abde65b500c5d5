// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setupoutcome.h"

#include "app/session/setuprun.h"
#include "app/text/domaintext.h"
#include "app/text/errortext.h"
#include "app/text/setuptext.h"
#include "app/widgets/messagebar.h"

#include <QObject>

namespace lvs {

namespace {

/// What went wrong on each machine, a paragraph each.
QString reasons(const HostPlanProgress &progress)
{
    QStringList lines;
    for (std::size_t i = 0; i < progress.steps().size(); ++i) {
        const StepProgress &step = progress.steps()[i];
        if (!step.error)
            continue;
        const HostStep &planned = progress.plan().steps[i];
        lines << QStringLiteral("%1 – %2: %3")
                     .arg(hostText(planned.host), setupPhaseText(planned.phase), errorSummary(*step.error));
    }
    return lines.join(u'\n');
}

} // namespace

void showOutcome(MessageBar &bar, const SetupRun &run)
{
    if (run.isRunning())
        return bar.hide();
    if (const auto &error = run.error()) {
        const bool isOfOthers = error->code == ErrorCode::FileNotRead || error->code == ErrorCode::FileNotUnderstood;
        if (isOfOthers)
            return bar.showMessage(Severity::Failure, unknownNeedsText(*error), errorSentence(*error));
        return bar.showError(*error);
    }
    const HostPlanProgress &progress = run.record().progress;
    QStringList failed;
    for (const QString &host : progress.failedHosts())
        failed << hostText(host);
    const bool isWell = progress.isComplete() || (failed.isEmpty() && progress.isTakenBack());
    bar.showMessage(isWell ? Severity::Information : Severity::Failure, setupOutcomeText(progress, failed),
                    reasons(progress));
}

} // namespace lvs
