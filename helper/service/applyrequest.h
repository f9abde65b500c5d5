// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/authority.h"
#include "helper/service/backendthread.h"
#include "helper/service/call.h"
#include "helper/service/planstore.h"

#include <QObject>

namespace lvs {

class Plans;

/// One call of Apply, step by step:
///
///  1. the whole plan is validated;
///  2. polkit is asked silently for every action that the operations need;
///  3. if a password is missing, the plan is compared with the table, so that nobody types one for a plan that is
///     already so or stale, and then asked for once: for the missing action, or for SetUpHost if several are missing;
///  4. the right to apply is claimed, and the Applier compares again and applies.
///
/// Deletes itself after the answer. Between Applier and answer the caller may leave; before, leaving ends the request.
class ApplyRequest : public QObject
{
    Q_OBJECT
public:
    struct Tools {
        Authority &authority;
        BackendThread &reader; ///< validates and checks
        BackendThread &editor; ///< applies
    };

    ApplyRequest(CallPtr call, std::shared_ptr<StagedPlan> plan, const Tools &tools, Plans &plans);
    void start();

private:
    void askSilently();
    void askPerson(const std::set<Action> &missing);
    void apply();
    void finish(ApplyReport report);
    void fail(const Error &error);
    QFuture<Verdict> ask(Action action, bool interactive);

    CallPtr m_call;
    std::shared_ptr<StagedPlan> m_plan;
    Tools m_tools;
    Plans &m_plans;
    std::set<Action> m_needed;
};

} // namespace lvs
