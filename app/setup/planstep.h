// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setuprun.h"
#include "app/setup/wizardstep.h"
#include "core/setup/hostplan.h"

class QLabel;

namespace lvs {

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
    bool isComplete() const override { return !m_isBegun && !m_run->isRunning(); }

    void setPlan(const SetupWish &wish, const HostPlan &plan, const HostInfo &director);
    void begin();
    bool isBegun() const { return m_isBegun; }
    /// Takes back what was begun here.
    void takeBack();
    /// Whether anything of it is on a machine.
    bool canTakeBack() const;

private:
    void refresh();
    QString notes() const;

    SetupRun *m_run;
    HostList *m_hosts;
    MessageBar *m_message;
    PlanView *m_view;
    QLabel *m_notes;
    ScriptsButton *m_scripts;
    SetupWish m_wish;
    HostPlan m_plan;
    bool m_isBegun = false;
};

} // namespace lvs
