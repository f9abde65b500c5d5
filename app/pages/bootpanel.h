// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/bootreader.h"

#include <QGroupBox>
#include <QPointer>

class QLabel;
class QPushButton;

namespace lvs {

class BootDialog;
class DirectorSession;

/// Whether a reboot would bring back what the director has now, and what makes it so.
class BootPanel : public QGroupBox
{
    Q_OBJECT
public:
    explicit BootPanel(DirectorSession *session, QWidget *parent = nullptr);

    void readNow();
    /// Reads if that has been quick: for a timer.
    void readIfCheap();

Q_SIGNALS:
    /// Something that the person wanted ended so.
    void told(const lvs::Result<void> &result);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void refresh();
    void showDetails();
    void askHowToWrite(BootLayout layout, QWidget *over);
    /// Waits for a change and looks again.
    void carryOut(QFuture<Result<void>> change);
    bool canWrite() const;

    DirectorSession *m_session;
    BootReader *m_reader;
    QLabel *m_icon;
    QLabel *m_summary;
    QPushButton *m_save;
    QPushButton *m_details;
    QPointer<BootDialog> m_dialog;
    bool m_changing = false;
};

} // namespace lvs
