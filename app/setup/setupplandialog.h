// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace lvs {

class MessageBar;
class PlanView;
class RerouteConfirmation;
class SetupRun;
class SetupStore;

/// The plan of a set-up that was begun, with what became of each step, to go on with or to take back. Deletes itself
/// when closed.
class SetupPlanDialog : public QDialog
{
    Q_OBJECT
public:
    /// Nothing is owned.
    SetupPlanDialog(const QString &id, SetupStore *store, SetupRun *run, QWidget *parent);

    // Where a way may be cut, only once that is confirmed.
    void goOn();
    void takeBack();
    /// Stops a run, and what it leaves is shown; closes where nothing runs.
    void reject() override;

private:
    void refresh();
    void refreshButtons();

    const QString m_id;
    SetupStore *m_store;
    SetupRun *m_run;
    MessageBar *m_message;
    PlanView *m_view;
    RerouteConfirmation *m_confirmation;
    QPushButton *m_undo;
    QPushButton *m_goOn;
    QPushButton *m_close;
};

} // namespace lvs
