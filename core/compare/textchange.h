// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulefile.h"

namespace lvs {

/// A replacement in a rule file. The span counts from the beginning of the line and may reach into the next ones, or
/// begin with the line end before it.
struct LineFix {
    qsizetype line = 0;
    RuleFix fix{};
    friend bool operator==(const LineFix &, const LineFix &) = default;
};

/// How to write a plan into a rule file: the replacements after which the file comes to what it came to before, with
/// the plan carried out. Values are changed where they stand, whole commands are added below those of their service or
/// at the end, commands of what goes are removed; comments, order and spelling of everything else stay. The file must
/// be read from the text that `textOf` gives, and be free of errors. The fixes don't overlap and are ordered backwards,
/// so that one can be carried out after the other. What ipvsadm has no word for is left out.
std::vector<LineFix> textChange(const RuleFile &file, const RuleFile::LineText &textOf, const ChangePlan &plan);

} // namespace lvs
