// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/rulediagnostictext.h"

#include "app/text/errortext.h"
#include "app/text/rulenotetext.h"
#include "core/change/overloaded.h"

namespace lvs {

QString ruleDiagnosticText(const RuleDiagnostic &diagnostic)
{
    return std::visit(Overloaded{[](const Error &error) { return errorSummary(error); },
                                 [](const RuleNote &note) { return ruleNoteText(note); }},
                      diagnostic.what);
}

} // namespace lvs
