// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setupreading.h"
#include "app/setup/wizardstep.h"
#include "core/setup/hostplan.h"

namespace lvs {

class ChecksView;
class MessageBar;

/// What is and what should be, machine by machine; and whether a plan leads from one to the other.
class ChecksStep : public WizardStep
{
    Q_OBJECT
public:
    explicit ChecksStep(HostList *hosts, QWidget *parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    /// Looks at the machines.
    void enter() override;
    bool isComplete() const override { return m_plan.has_value(); }

    void setWish(const SetupWish &wish);
    const SetupReading &reading() const { return m_reading; }
    /// What is missing; to be called when complete.
    const HostPlan &plan() const { return *m_plan; }

private:
    void take(const SetupReading &reading);

    HostList *m_hosts;
    MessageBar *m_message;
    ChecksView *m_view;
    SetupWish m_wish;
    SetupReading m_reading;
    std::optional<HostPlan> m_plan;
    int m_look = 0; ///< counts them: an earlier one that ends late does not count
};

} // namespace lvs
