// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"
#include "core/rules/ruleplanner.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace lvs {

class DirectorSession;
class MarkedTextEdit;
class PendingModel;

/// Shows what pasted command lines of ipvsadm would change, before anything is drafted: left the text with marks on
/// what was not understood, right what it comes to. Reads the table first. Deletes itself when closed.
class PasteDialog : public QDialog
{
    Q_OBJECT
public:
    /// The session is not owned.
    PasteDialog(DirectorSession *session, const QString &text, QWidget *parent);

    /// What the text comes to; without what was not understood.
    const ChangePlan &plan() const;

private:
    QWidget *textSide();
    QWidget *planSide();
    void readPresent();
    void interpret();
    void showSummary(int leftOut);
    void addRemark(TextSpan span, State state, const QString &text);

    DirectorSession *m_session;
    RuleState m_present;
    std::optional<Error> m_readError;
    int m_unread = 3; ///< readings of the present state that are under way
    QTimer m_typing;
    MarkedTextEdit *m_text;
    QTreeWidget *m_remarks;
    PendingModel *m_model;
    QLabel *m_summaryIcon;
    QLabel *m_summary;
    QPushButton *m_accept;
};

} // namespace lvs
