// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulediagnostic.h"

namespace lvs {

Severity severityOf(const RuleNote &note)
{
    switch (note.code) {
    case RuleNote::Code::ForwardingUnnamed:
    case RuleNote::Code::DefaultInterface:
    case RuleNote::Code::AlreadySo:
    case RuleNote::Code::CommentLine:
        return Severity::Information;
    default:
        return Severity::Warning;
    }
}

} // namespace lvs
