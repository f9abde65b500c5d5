// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/setupreading.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace lvs {

class ChecksStep;
class MethodStep;
class PlanStep;
class ServersStep;
class ServiceStep;
class SetupRun;
class StepList;
class WizardStep;

/// Leads from a service to real servers that are ready for it: one decision a page, then what is and what should be,
/// then the plan. Deletes itself when closed.
class SetupWizard : public QDialog
{
    Q_OBJECT
public:
    /// `director` is what was read of it, `wish` what stands in the fields at first (its director is needed). Nothing
    /// is owned.
    SetupWizard(const SetupReading &director, const SetupWish &wish, SetupRun *run, HostList *hosts, QWidget *parent);

    /// Stops a run, and what it leaves is shown; closes where nothing runs.
    void reject() override;

private:
    WizardStep *current() const;
    template<class Step, class... Arguments> Step *addStep(Arguments &&...arguments);
    void goTo(int step);
    /// What was decided before a step decides what it offers.
    void prepare(int step);
    void next();
    void refresh();
    SetupWish wish() const;
    /// The servers that the service has, for a wish that names none.
    std::vector<SetupServer> presentServers(const SetupWish &wish) const;

    const SetupReading m_director;
    const SetupWish m_start;
    SetupRun *m_run;
    StepList *m_list;
    QStackedWidget *m_pages;
    QLabel *m_title;
    QLabel *m_explanation;
    QPushButton *m_undo;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_close;
    ServiceStep *m_service = nullptr;
    MethodStep *m_method = nullptr;
    ServersStep *m_servers = nullptr;
    ChecksStep *m_checks = nullptr;
    PlanStep *m_plan = nullptr;            ///< made last
    std::optional<ServiceKey> m_serversOf; ///< the service whose servers stand in the lines
};

} // namespace lvs
