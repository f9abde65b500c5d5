// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/optiontable.h"
#include "core/rules/rulediagnostic.h"

#include <QString>

namespace lvs {

// Words about the language of rule files, for lists to choose from.

QString ruleVerbText(RuleVerb verb);
QString ruleOptionText(RuleOption option);
/// "in 3 services"
QString serverUseText(int services);
/// What a fix does: "Write “-g”"; `present` is what stands there.
QString ruleFixText(const RuleFix &fix, QStringView present);

} // namespace lvs
