// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/names.h"

#include <QString>

namespace lvs {

/// What a scheduler does, in a few words; empty for one that is not the kernel's.
QString schedulerText(QStringView name);
/// What it is good for, and when to take another one.
QString schedulerAdvice(QStringView name);
/// What the weight of a server means to it.
QString weightMeaning(const SchedulerName &scheduler);

} // namespace lvs
