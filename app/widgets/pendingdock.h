// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QAction;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QSplitter;
class QTreeView;

namespace lvs {

class DirectorSession;
class KeepalivedTools;
class PendingModel;
class MessageBar;

/// What is drafted for the director in view: operations in words, the same as commands, and after an apply what became
/// of each. The preview is the confirmation.
class PendingDock : public QDockWidget
{
    Q_OBJECT
public:
    explicit PendingDock(QWidget *parent = nullptr);

    /// Not owned, and not to be deleted while it is shown. nullptr: no director in view.
    void setSession(DirectorSession *session);

    /// How the director in view is called, with its environment.
    void setDirectorText(const QString &name);

    QAction *applyAction() const { return m_apply; }
    QAction *discardAction() const { return m_discard; }
    QAction *undoDraftAction() const { return m_undoDraft; }
    QAction *undoApplyAction() const { return m_undoApply; }

private:
    void refresh();
    void showSession(const DirectorSession &session);
    QString summaryOf(const DirectorSession &session) const;
    void showOwners(const DirectorSession &session);
    void removeSelected();

    DirectorSession *m_session = nullptr;
    KeepalivedTools *m_keepalived = nullptr; ///< of the session
    QString m_directorText;
    PendingModel *m_model;
    QAction *m_apply;
    QAction *m_discard;
    QAction *m_undoDraft;
    QAction *m_undoApply;
    QAction *m_removeOne;
    QLabel *m_summary;
    QProgressBar *m_progress;
    MessageBar *m_message;
    MessageBar *m_owners; ///< that what is drafted will be undone
    QSplitter *m_preview = nullptr;
    QTreeView *m_list;
    QPlainTextEdit *m_commands;
};

} // namespace lvs
