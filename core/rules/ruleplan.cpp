// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"

#include "core/rules/rulefixes.h"

#include <QSet>

namespace lvs {
namespace {

bool changesSomething(const RuleCommand &command)
{
    return command.verb != RuleVerb::List && command.verb != RuleVerb::Save && command.verb != RuleVerb::Help &&
           command.verb != RuleVerb::Version;
}

/// It is about a service that is there already.
bool changesService(const RuleCommand &command)
{
    switch (command.verb) {
    case RuleVerb::EditService:
    case RuleVerb::DeleteService:
    case RuleVerb::EditServer:
    case RuleVerb::DeleteServer:
        return true;
    case RuleVerb::Zero:
        return command.hasService;
    default: // a server of an unknown service may be a slip of the pen, and is an error of either kind of file
        return false;
    }
}

/// Behind the last line that is read.
qsizetype endOf(const RuleFile &file)
{
    return file.lastLineRead().value_or(file.lineCount() - 1) + 1;
}

} // namespace

RuleStart startOf(const RuleFile &file)
{
    QSet<ServiceKey> added;
    const qsizetype end = endOf(file);
    for (qsizetype number = 0; number < end; ++number) {
        const auto &command = file.line(number).command;
        if (!command)
            continue;
        if (command->verb == RuleVerb::AddService)
            added.insert(command->service.key);
        else if (changesService(*command) && !added.contains(command->service.key))
            return RuleStart::PresentState;
    }
    return added.isEmpty() ? RuleStart::PresentState : RuleStart::EmptyTable;
}

RulePlan planRules(const RuleFile &file, const RuleState &present, RuleStart start, const IpvsTable *actual)
{
    RulePlan result;
    bool isEmpty = true;
    RulePlanner planner(present, start, actual);
    const qsizetype end = endOf(file);
    for (qsizetype number = 0; number < end; ++number) {
        const RuleLine &line = file.line(number);
        result.hasErrors = result.hasErrors || line.hasError();
        if (!line.command)
            continue;
        isEmpty = isEmpty && !changesSomething(*line.command);
        const auto notes = planner.add(*line.command);
        if (!notes) {
            result.hasErrors = true;
            result.remarks.push_back({number,
                                      {.severity = Severity::Failure,
                                       .what = notes.error(),
                                       .fixes = fixesFor(notes.error(), *line.command)}});
            continue;
        }
        for (const RuleNote &note : *notes)
            result.remarks.push_back(
                {number, {.severity = severityOf(note), .what = note, .fixes = fixesFor(note, *line.command)}});
    }
    if (start == RuleStart::EmptyTable && isEmpty && !result.hasErrors && !present.table.isEmpty()) {
        result.hasErrors = true;
        result.remarks.push_back({0, {.what = Error{.code = ErrorCode::NoRules}}});
    }
    result.wanted = planner.wanted();
    if (!result.hasErrors)
        result.plan = planner.plan(result.wanted);
    return result;
}

} // namespace lvs
