// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "tests/support/ruletext.h"

#include <cstdlib>

using namespace lvs;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

void checkPlaces(const RuleFile &file, QStringView text)
{
    const std::vector<qsizetype> starts = lineStarts(text);
    check(file.lineCount() == qsizetype(starts.size()));
    for (qsizetype i = 0; i < file.lineCount(); ++i) {
        const qsizetype start = starts[std::size_t(i)];
        const auto isInside = [&](TextSpan span) {
            return span.start >= 0 && span.length >= 0 && start + span.start + span.length <= text.size();
        };
        for (const RuleDiagnostic &diagnostic : file.line(i).diagnostics) {
            check(isInside(diagnostic.span()));
            for (const RuleFix &fix : diagnostic.fixes)
                check(isInside(fix.span));
        }
    }
}

} // namespace

/// Any bytes are read in both modes and planned; every place lies in the text, and what is wanted survives being
/// written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    for (const RuleMode mode : {RuleMode::Compatible, RuleMode::Friendly}) {
        const RuleFile file = readRuleFile(text, mode);
        checkPlaces(file, text);
        const RulePlan plan = planRules(file, {}, RuleStart::EmptyTable);
        const RuleFile again = readRuleFile(writeRules(plan.wanted, RuleFlavour::Complete), RuleMode::Compatible);
        check(!test::hasErrors(again));
    }
    return 0;
}
