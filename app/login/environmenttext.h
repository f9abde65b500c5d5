// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/loginprompter.h"

namespace lvs {

/// "test" or "production"; empty for unmarked directors.
QString environmentText(Environment environment);
/// "director-1 (production)"; this computer has a name, too.
QString directorText(const Asker &asker);

} // namespace lvs
