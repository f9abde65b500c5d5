// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/words.h"

#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

struct WordOf {
    QLatin1StringView operator()(const AddService &) const { return "add-service"_L1; }
    QLatin1StringView operator()(const EditService &) const { return "edit-service"_L1; }
    QLatin1StringView operator()(const RemoveService &) const { return "remove-service"_L1; }
    QLatin1StringView operator()(const AddServer &) const { return "add-server"_L1; }
    QLatin1StringView operator()(const EditServer &) const { return "edit-server"_L1; }
    QLatin1StringView operator()(const RemoveServer &) const { return "remove-server"_L1; }
    QLatin1StringView operator()(const ZeroCounters &) const { return "zero-counters"_L1; }
    QLatin1StringView operator()(const ClearTable &) const { return "clear-table"_L1; }
    QLatin1StringView operator()(const SetTimeouts &) const { return "set-timeouts"_L1; }
    QLatin1StringView operator()(const StartSyncDaemon &) const { return "start-sync"_L1; }
    QLatin1StringView operator()(const StopSyncDaemon &) const { return "stop-sync"_L1; }
    QLatin1StringView operator()(const SetSysctl &) const { return "set-sysctl"_L1; }
    QLatin1StringView operator()(const AddAddress &) const { return "add-address"_L1; }
    QLatin1StringView operator()(const RemoveAddress &) const { return "remove-address"_L1; }
    QLatin1StringView operator()(const AddRoute &) const { return "add-route"_L1; }
    QLatin1StringView operator()(const EditRoute &) const { return "edit-route"_L1; }
    QLatin1StringView operator()(const RemoveRoute &) const { return "remove-route"_L1; }
    QLatin1StringView operator()(const AddTunnel &) const { return "add-tunnel"_L1; }
    QLatin1StringView operator()(const RemoveTunnel &) const { return "remove-tunnel"_L1; }
    QLatin1StringView operator()(const AddMarkRule &) const { return "add-mark"_L1; }
    QLatin1StringView operator()(const RemoveMarkRule &) const { return "remove-mark"_L1; }
    QLatin1StringView operator()(const AddSnatRule &) const { return "add-snat"_L1; }
    QLatin1StringView operator()(const RemoveSnatRule &) const { return "remove-snat"_L1; }
};

} // namespace

QString nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Denied:
        return u"denied"_s;
    case Verdict::Allowed:
        return u"allowed"_s;
    case Verdict::NeedsPassword:
        return u"needs-password"_s;
    case Verdict::Dismissed:
        return u"dismissed"_s;
    case Verdict::NoAgent:
        return u"no-agent"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString nameOf(ApplyOutcome outcome)
{
    switch (outcome) {
    case ApplyOutcome::Applied:
        return u"applied"_s;
    case ApplyOutcome::AlreadySo:
        return u"already-so"_s;
    case ApplyOutcome::Refused:
        return u"refused"_s;
    case ApplyOutcome::UndoneAfterFailure:
        return u"undone-after-failure"_s;
    case ApplyOutcome::UndoIncomplete:
        return u"undo-incomplete"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString idsOf(const std::set<Action> &actions)
{
    QStringList ids;
    for (const Action action : actions)
        ids.append(idOf(action));
    return ids.join(u' ');
}

QString summaryOf(const ChangePlan &plan)
{
    std::vector<std::pair<QLatin1StringView, qsizetype>> counts;
    for (const Operation &operation : plan.operations) {
        const QLatin1StringView word = std::visit(WordOf{}, operation);
        auto place = std::ranges::find(counts, word, [](const auto &count) { return count.first; });
        if (place == counts.end())
            place = counts.insert(place, {word, 0});
        ++place->second;
    }
    QStringList parts;
    for (const auto &[word, count] : counts)
        parts.append(u"%1 %2"_s.arg(count).arg(word));
    return u"%1 operations: %2"_s.arg(plan.operations.size()).arg(parts.join(u", "_s));
}

QString summaryOf(const RuleState &state)
{
    return u"%1 services, %2 servers"_s.arg(state.table.entries().size()).arg(state.table.serverCount());
}

Error errorOf(Verdict verdict, Action action)
{
    ErrorCode code = ErrorCode::NotAuthorized;
    if (verdict == Verdict::Dismissed)
        code = ErrorCode::AuthenticationDismissed;
    else if (verdict == Verdict::NoAgent)
        code = ErrorCode::NoAuthenticationAgent;
    return Error{.code = code, .values = {idOf(action)}};
}

} // namespace lvs
