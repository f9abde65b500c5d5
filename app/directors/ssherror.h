// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lvs {

/// What ended a login, from what ssh printed (OpenSSH, LC_ALL=C, LogLevel=INFO). Lines are matched from their
/// beginning; what is not known becomes LinkLost with ssh's last line as its value.
Error classifySshOutput(QStringView standardError);

} // namespace lvs
