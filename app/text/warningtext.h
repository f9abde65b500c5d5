// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/warnings.h"

#include <QString>

namespace lvs {

/// What is odd and why, in one sentence in the language of the application.
QString warningText(Warning warning);

} // namespace lvs
