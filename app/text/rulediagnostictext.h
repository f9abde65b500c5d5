// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulediagnostic.h"

namespace lvs {

/// A diagnostic in one line, in the language of the application.
QString ruleDiagnosticText(const RuleDiagnostic &diagnostic);

} // namespace lvs
