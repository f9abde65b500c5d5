// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulecommand.h"

#include "core/rules/commandreader.h"

namespace lvs {

std::expected<RuleCommand, RuleRefusal> readRuleCommand(std::span<const Word> words, RuleMode mode)
{
    RuleCommand command;
    if (auto refusal = CommandReader(words, mode, command).read())
        return std::unexpected(*std::move(refusal));
    return command;
}

Result<RuleCommand> readRuleCommand(std::span<const Word> words)
{
    return readRuleCommand(words, RuleMode::Friendly).transform_error([](const RuleRefusal &refusal) {
        return refusal.error;
    });
}

TextSpan RuleCommand::spanOfService() const
{
    for (const auto option :
         {RuleOption::TcpService, RuleOption::UdpService, RuleOption::SctpService, RuleOption::MarkService}) {
        if (has(option))
            return spanOf(option);
    }
    return span;
}

} // namespace lvs
