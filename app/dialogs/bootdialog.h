// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/bootpicture.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lvs {

class MessageBar;

/// What the kernel has, what each boot file holds and what the next boot brings, in one picture; what differs between
/// now and the row that is chosen; and what can be done about it.
class BootDialog : public QDialog
{
    Q_OBJECT
public:
    explicit BootDialog(const BootPicture &picture, QWidget *parent = nullptr);

    void setPicture(const BootPicture &picture);
    /// Whether files may be written now.
    void setEditable(bool editable);
    /// How something ended that was asked for here.
    void showResult(const Result<void> &result);

Q_SIGNALS:
    void saveRequested();
    void forgetRequested();
    void writeRequested(lvs::BootLayout layout);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeRows();
    void showRow(QTreeWidgetItem *item, const RuleState *state, std::optional<qsizetype> differences,
                 const QString &text);
    void showNotes();
    void showDifferences();
    void refreshButtons();

    BootPicture m_picture;
    bool m_editable = false;
    MessageBar *m_message;
    QTreeWidget *m_rows;
    QLabel *m_differencesTitle;
    QListWidget *m_differences;
    QListWidget *m_notes;
    QPushButton *m_save;
    QPushButton *m_forget;
    QPushButton *m_debian;
    QPushButton *m_rhel;
};

} // namespace lvs
