// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/schedulerchoice.h"

#include <QDateTime>

namespace lvs {

/// Which real server the scheduler of `service` chooses for a client, and how sure that is. `readAt`: when the figures
/// were read by which it was chosen.
QString choiceText(const SchedulerChoice &choice, const VirtualService &service, const QDateTime &readAt);

} // namespace lvs
