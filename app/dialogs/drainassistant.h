// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/drainwatch.h"
#include "core/model/hostinfo.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace lvs {

/// Beside the window: what still holds on to each drained server, which sysctls would release it, and when it is to be
/// removed.
class DrainAssistant : public QDialog
{
    Q_OBJECT
public:
    /// Neither is owned.
    DrainAssistant(DirectorSession *session, DrainWatch *drains, QWidget *parent);

Q_SIGNALS:
    void drafted(const lvs::Result<void> &result);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *removalSide();
    QWidget *kernelSide();
    void readSysctls();
    void refresh();
    void refreshList();
    void refreshRemoval();
    void refreshKernel();
    std::vector<DrainWatch::Drain> selected() const;
    void setDeadline();
    void removeNow();
    void undrain();

    DirectorSession *m_session;
    DrainWatch *m_drains;
    std::vector<SysctlValue> m_sysctls;
    std::vector<ObjectKey> m_shown; ///< of the rows
    QTreeWidget *m_list;
    QCheckBox *m_whenEmpty;
    QCheckBox *m_atDeadline;
    QSpinBox *m_minutes;
    QPushButton *m_removeNow;
    QPushButton *m_undrain;
    QPushButton *m_forget;
    QLabel *m_templates;
    QLabel *m_connections;
    QPlainTextEdit *m_commands;
};

} // namespace lvs
