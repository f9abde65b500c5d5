// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/rules/rulecommand.h"

namespace lvs::test {

/// The words of a line where blanks separate them; they point into it.
inline std::vector<Word> wordsOf(QStringView line)
{
    std::vector<Word> words;
    for (const QStringView part : line.tokenize(u' ', Qt::SkipEmptyParts))
        words.push_back({part, {part.begin() - line.begin(), part.size()}});
    return words;
}

/// A command in the words of commandsFor(): complete, and always the same for the same object.
inline QString canonical(const RuleCommand &command)
{
    const auto one = [](const Operation &operation) { return commandsFor(operation).value(0).remove(0, 8); };
    const ServiceKey &service = command.service.key;
    switch (command.verb) {
    case RuleVerb::AddService:
        return one(AddService{command.service});
    case RuleVerb::EditService:
        return one(EditService{command.service, command.service});
    case RuleVerb::DeleteService:
        return one(RemoveService{command.service, {}});
    case RuleVerb::AddServer:
        return one(AddServer{service, command.server});
    case RuleVerb::EditServer:
        return one(EditServer{service, command.server, command.server});
    case RuleVerb::DeleteServer:
        return one(RemoveServer{service, command.server});
    case RuleVerb::Clear:
        return one(ClearTable{});
    case RuleVerb::Zero:
        return one(ZeroCounters{command.hasService ? std::optional(service) : std::nullopt});
    case RuleVerb::SetTimeouts:
        return one(SetTimeouts{{}, command.timeouts});
    case RuleVerb::StartDaemon:
        return one(StartSyncDaemon{command.daemon});
    case RuleVerb::StopDaemon:
        return one(StopSyncDaemon{command.daemon});
    case RuleVerb::List:
    case RuleVerb::Save:
    case RuleVerb::Restore:
    case RuleVerb::Help:
    case RuleVerb::Version:
        return specOf(command.verb).name();
    }
    return {};
}

} // namespace lvs::test
