// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/words.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace lvs {

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
    static constexpr QLatin1StringView kinds[] = {"add-service"_L1,   "edit-service"_L1, "remove-service"_L1,
                                                  "add-server"_L1,    "edit-server"_L1,  "remove-server"_L1,
                                                  "zero-counters"_L1, "clear-table"_L1,  "set-timeouts"_L1,
                                                  "start-sync"_L1,    "stop-sync"_L1};
    static_assert(std::size(kinds) == std::variant_size_v<Operation>);
    std::array<size_t, std::size(kinds)> counts{};
    for (const Operation &operation : plan.operations)
        ++counts[operation.index()];
    QStringList parts;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] != 0)
            parts.append(u"%1 %2"_s.arg(counts[i]).arg(kinds[i]));
    }
    return u"%1 operations: %2"_s.arg(plan.operations.size()).arg(parts.join(u", "_s));
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
