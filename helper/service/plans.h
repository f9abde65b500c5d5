// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/authority.h"
#include "helper/service/backendthread.h"
#include "helper/service/methods.h"
#include "helper/service/planstore.h"

#include <QObject>
#include <QTimer>

namespace lvs {

/// The methods about plans: Stage, Apply, ReadResults, ReadUndo, Discard. One plan is applied at a time.
class Plans : public QObject
{
    Q_OBJECT
public:
    /// Checks of plans run on `reader`, applying on `editor`. All references must outlive the object.
    Plans(Authority &authority, BackendThread &reader, BackendThread &editor, std::chrono::milliseconds lifetime,
          QObject *parent = nullptr);

    void registerAt(const Register &add);
    /// Drops what a caller staged. An apply that runs is finished.
    void callerGone(const QString &busName);
    bool isIdle() const { return m_store.isEmpty() && !m_running; }
    bool isApplying() const { return m_running != nullptr; }

    /// The right to apply: Busy with the name of the user whose plan runs, PlanMissing if the plan was dropped.
    Result<void> claim(const std::shared_ptr<StagedPlan> &plan);
    void release();
    /// Busy as claim() would say it now.
    Result<void> checkFree() const;

Q_SIGNALS:
    void progress(const lvs::StagedPlan &plan, qsizetype done, qsizetype total);
    /// A plan changed the table.
    void applied();
    /// Plans that nobody used for their lifetime were dropped.
    void forgotten();

private:
    Result<Act> stage(const Call &call);
    Result<Act> apply(const Call &call);
    Result<Act> readResults(const Call &call);
    Result<Act> readUndo(const Call &call);
    Result<Act> discard(const Call &call);

    Authority &m_authority;
    BackendThread &m_reader;
    BackendThread &m_editor;
    PlanStore m_store;
    std::shared_ptr<StagedPlan> m_running;
    QTimer m_sweep;
};

} // namespace lvs
