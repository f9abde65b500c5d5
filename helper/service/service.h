// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/bounds.h"
#include "helper/service/bootmethods.h"
#include "helper/service/busservice.h"
#include "helper/service/plans.h"
#include "helper/service/reads.h"
#include "helper/service/setupmethods.h"

namespace lvs {

/// The helper's object on the bus: reads and changes the table, and keeps what the next boot restores. Backends work on
/// threads.
class HelperService : public BusService
{
    Q_OBJECT
public:
    /// See BusService; `stateDirectory` is where what the next boot restores is kept.
    HelperService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority, Journal &journal,
                  const BackendFactory &backends, const QString &stateDirectory,
                  std::chrono::milliseconds planLifetime = lvs::bus::bounds::planLifetime, QObject *parent = nullptr);
    ~HelperService() override;

    /// Beside that, no plan is staged or running.
    bool isIdle() const override { return BusService::isIdle() && m_plans.isIdle(); }
    bool isChanging() const override { return m_plans.isApplying(); }

protected:
    quint64 generation() const override { return m_generation; }
    void callerGone(const QString &busName) override;

private:
    void announceChange();
    void announceProgress(const StagedPlan &plan, qsizetype done, qsizetype total) const;

    quint64 m_generation = 1;
    Reads m_reads;
    Plans m_plans;
    BootMethods m_boot;
    SetupMethods m_setups;
    BackendThread m_reader; ///< the threads end before what their work refers to
    BackendThread m_editor;
};

} // namespace lvs
