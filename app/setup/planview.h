// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/hostplanprogress.h"

#include <QWidget>

class QPlainTextEdit;
class QProgressBar;
class QTreeView;

namespace lvs {

class SetupPlanModel;

/// The steps of a set-up with what became of each, how far it is, and below them the commands that the step amounts to;
/// those of all steps while none is selected.
class PlanView : public QWidget
{
    Q_OBJECT
public:
    explicit PlanView(QWidget *parent = nullptr);

    void setProgress(const HostPlanProgress &progress, bool isRunning);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshCommands();

    SetupPlanModel *m_model;
    QTreeView *m_view;
    QProgressBar *m_bar;
    QPlainTextEdit *m_commands;
};

} // namespace lvs
