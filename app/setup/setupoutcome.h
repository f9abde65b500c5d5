// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lvs {

class MessageBar;
class SetupRun;

/// Says in the bar how a run ended, by machine; hides it while the run goes on.
void showOutcome(MessageBar &bar, const SetupRun &run);

} // namespace lvs
