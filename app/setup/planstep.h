// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setuprun.h"
#include "app/setup/wizardstep.h"
#include "core/setup/hostplan.h"

class QLabel;
class QLineEdit;

namespace lvs {

class Form;
class HostList;
class MessageBar;
class PlanView;
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
    bool isComplete() const override { return !m_isBegun && !m_run->isRunning() && isConfirmed(); }

    void setPlan(const SetupWish &wish, const HostPlan &plan, const HostInfo &director);
    void begin();
    bool isBegun() const { return m_isBegun; }
    /// Takes the set-up back, with all that was done for it before.
    void takeBack();
    /// Whether anything of it is on a machine.
    bool canTakeBack() const;

private:
    void refresh();
    QString notes() const;
    /// Whether the word stands there that a plan asks for which may cut this console off.
    bool isConfirmed() const;

    SetupRun *m_run;
    HostList *m_hosts;
    MessageBar *m_message;
    PlanView *m_view;
    QLabel *m_notes;
    Form *m_confirmation;
    QLineEdit *m_word;
    ScriptsButton *m_scripts;
    SetupWish m_wish;
    HostPlan m_plan;
    bool m_isBegun = false;
};

} // namespace lvs
