// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markedtext.h"
#include "core/setup/hostplanprogress.h"
#include "core/setup/setup.h"

namespace lvs {

// The words of set-ups, for an administrator.

/// "Direct routing (DR)".
QString setupMethodText(SetupMethod method);
/// "DR", for a table cell.
QString setupMethodShortText(SetupMethod method);
/// Who carries the replies, what becomes of ports, what the real servers' gateway is.
QString setupMethodExplanation(SetupMethod method);

/// "Restrict ARP".
QString setupPhaseText(SetupPhase phase);
/// Why the step comes where it comes.
QString setupPhaseReason(SetupPhase phase);
MarkedText stepStateText(StepState state);

/// How a set-up as a whole stands, by what was done of it.
MarkedText setupStateText(const HostPlanProgress &progress, bool isRunning);
/// The same in a sentence that names the machines that failed.
QString setupOutcomeText(const HostPlanProgress &progress, const QStringList &failedHosts);

/// Why nothing was taken back, and what to do: what another set-up needs is not known. `error` is that of its file.
QString unknownNeedsText(const Error &error);

} // namespace lvs
