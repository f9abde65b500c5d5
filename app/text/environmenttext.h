// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"

#include <QString>

namespace lvs {

/// "test" or "production"; empty for unmarked directors.
QString environmentText(Environment environment);
/// "director-1 (production)"; without a host name it is this computer.
QString directorText(const QString &hostName, Environment environment);

} // namespace lvs
