// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setupreading.h"
#include "app/session/setuprun.h"
#include "app/setup/wizardstep.h"
#include "core/setup/hostplan.h"

class QCheckBox;
class QLabel;

namespace lvs {

class HostList;
class MessageBar;
class PlanView;
class RerouteConfirmation;
class ScriptsButton;

/// The plan, and then what becomes of it.
class PlanStep : public WizardStep
{
    Q_OBJECT
public:
    /// `run` is not owned.
    PlanStep(SetupRun *run, HostList *hosts, QWidget *parent = nullptr);

    QString title() const override;
    QString explanation() const override;
    void enter() override;
    /// It can be begun.
    bool isComplete() const override;

    /// `reading` is what the plan was made from.
    void setPlan(const SetupWish &wish, const HostPlan &plan, const SetupReading &reading);
    void begin();
    bool isBegun() const { return m_isBegun; }
    /// Takes the set-up back, with all that was done for it before.
    void takeBack();
    /// Whether anything of it is on a machine.
    bool canTakeBack() const;

private:
    void refresh();
    void showPlan();
    QString notes() const;

    SetupRun *m_run;
    HostList *m_hosts;
    MessageBar *m_message;
    PlanView *m_view;
    QLabel *m_notes;
    QCheckBox *m_keep;
    RerouteConfirmation *m_confirmation;
    ScriptsButton *m_scripts;
    SetupWish m_wish;
    HostPlan m_plan; ///< that will be carried out
    HostPlan m_without;
    HostPlan m_keeping;      ///< the same, kept for the next boot of the machines
    QStringList m_forgetful; ///< machines that can't keep it
    bool m_isBegun = false;
};

} // namespace lvs
