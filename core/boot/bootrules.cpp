// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootrules.h"

#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "core/rules/statedifference.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// The text with empty lines in the place of those that boot scripts drop.
QString withoutComments(QByteArrayView text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = text.indexOf('\n', at);
        const QByteArrayView line = text.sliced(at, (end < 0 ? text.size() : end) - at);
        if (!line.startsWith('#'))
            kept += QString::fromUtf8(line);
        if (end < 0)
            break;
        kept += u'\n';
        at = end + 1;
    }
    return kept;
}

/// A server on the director itself is written as -g, of which the kernel makes the same again.
RuleState asRestored(const RuleState &state)
{
    RuleState restored{.timeouts = state.timeouts, .daemons = state.daemons};
    for (const auto &[key, entry] : state.table.entries()) {
        std::vector<RealServer> servers = entry.servers;
        for (RealServer &server : servers) {
            if (server.forwarding == Forwarding::Local)
                server.forwarding = Forwarding::Gatewaying;
        }
        restored.table.setService(entry.service);
        restored.table.setServers(key, std::move(servers));
    }
    return restored;
}

} // namespace

QByteArray bootText(const RuleState &state)
{
    return writeRules(state, RuleFlavour::Complete).toUtf8();
}

BootRules readBootText(QByteArrayView text)
{
    const QString rules = withoutComments(text);
    const RuleFile file = readRuleFile(rules, RuleMode::Compatible);
    RulePlan plan = planRules(file, RuleState(), RuleStart::PresentState);
    BootRules read{.state = std::move(plan.wanted)};
    if (!plan.hasErrors)
        return read;
    for (qsizetype line = 0; line < file.lineCount() && !read.faultyLine; ++line) {
        if (file.line(line).hasError())
            read.faultyLine = line + 1;
    }
    for (const RuleRemark &remark : plan.remarks) {
        if (remark.diagnostic.severity == Severity::Failure)
            read.faultyLine = std::min(read.faultyLine.value_or(remark.line + 1), remark.line + 1);
    }
    return read;
}

Result<void> checkRestored(const RuleState &wanted, const RuleState &restored, const QString &path)
{
    ChangePlan missing = difference(restored, asRestored(wanted));
    if (missing.isEmpty())
        return {};
    const Operation &first = missing.operations.front();
    const QStringList commands = commandsFor(first);
    const auto service = serviceOf(first);
    const QString name = commands.isEmpty() && service ? service->toString() : commands.value(0);
    return failure(ErrorCode::BootIncomplete, {path, QString::number(missing.operations.size()), name});
}

RuleState asSavedByIpvsadm(const RuleState &state)
{
    RuleState saved;
    for (const auto &[key, entry] : state.table.entries()) {
        std::vector<RealServer> servers = entry.servers;
        for (RealServer &server : servers)
            server.upperThreshold = server.lowerThreshold = 0;
        saved.table.setService(entry.service);
        saved.table.setServers(key, std::move(servers));
    }
    return saved;
}

} // namespace lvs
