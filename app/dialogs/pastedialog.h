// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rules/pastedrules.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace lvs {

class DirectorSession;
class MarkedTextEdit;
class PendingModel;
class SlicedText;

/// Shows what pasted command lines of ipvsadm would change, before anything is drafted: left the text with marks on
/// what was not understood, right what it comes to. Reads the table first; another thread works the text out, which may
/// be a whole table's. Deletes itself when closed.
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
    void countReading();
    bool isPresentKnown() const { return m_unread == 0 && !m_readError; }
    void outdate();
    void interpret();
    void showRules(const PastedRules &rules);
    void showSummary(int leftOut);
    void addRemark(const PastedRules::Remark &remark);

    DirectorSession *m_session;
    PasteStart m_start;
    std::optional<Error> m_readError;
    int m_unread = 4;  ///< readings of the present state that are under way
    quint64 m_job = 0; ///< the newest interpretation; older ones are overtaken
    QTimer m_typing;
    MarkedTextEdit *m_text;
    SlicedText *m_incoming;
    QTreeWidget *m_remarks;
    PendingModel *m_model;
    QLabel *m_summaryIcon;
    QLabel *m_summary;
    QPushButton *m_accept;
};

} // namespace lvs
