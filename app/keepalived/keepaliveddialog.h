// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/drift.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace lvs {

class DirectorSession;
class MessageBar;

/// A keepalived configuration beside the kernel's table: what differs and what explains it; differences can be drafted.
class KeepalivedDialog : public QDialog
{
    Q_OBJECT
public:
    /// The session is not owned. Begins with the director's own configuration, if it could be read.
    explicit KeepalivedDialog(DirectorSession *session, QWidget *parent = nullptr);

    /// Reads a file of this computer, with what it includes.
    void openFile(const QString &path);

private:
    void askForFile();
    void refresh();
    /// What the configuration and the kernel's table come to.
    struct Compared {
        std::shared_ptr<const IpvsTable> kernel{};
        std::vector<keepalived::Drift> drifts{};
    };
    void showCompared(const Compared &compared);
    void showNotes();
    void draftChecked();
    void refreshButtons();

    DirectorSession *m_session;
    Compared m_compared;
    QLabel *m_source;
    MessageBar *m_message;
    QTreeWidget *m_list;
    QTreeWidget *m_notes;
    QLabel *m_summary;
    QPushButton *m_draft = nullptr;
    bool m_isDrafting = false;
};

} // namespace lvs
