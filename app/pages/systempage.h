// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "core/director/director.h"

#include <QTimer>

class QLabel;
class QPushButton;

namespace lvs {

class BootPanel;
class ExplainedTable;
class KernelModel;
class SyncPanel;
class SysctlModel;
class TimeoutsPanel;

/// A director's machine beside its table: what its kernel supports, timeouts, connection-sync daemons, tunables,
/// and whether a reboot would bring back what is there.
class SystemPage : public Page
{
    Q_OBJECT
public:
    explicit SystemPage(DirectorSession *session, QWidget *parent = nullptr);

    void readNow() override;

protected:
    std::optional<Emptiness> emptiness() const override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeOverview();
    QWidget *makeTables();
    /// Asks for one thing and shows it when it is there.
    template<class T> void read(QFuture<Result<T>> future, Result<T> SystemPage::*place);
    void readAgain();
    void refresh();
    void changeTimeouts();
    /// Of the current tunable.
    void changeValue();
    void refreshVerb();
    void startDaemon(SyncRole role);
    void askHowToStart(SyncRole role);
    void draft(const Operation &operation);

    KernelModel *m_kernel;
    SysctlModel *m_sysctls;
    TimeoutsPanel *m_timeoutsPanel;
    SyncPanel *m_syncPanel;
    BootPanel *m_bootPanel;
    QLabel *m_tableSize;
    ExplainedTable *m_tunables = nullptr;
    QPushButton *m_change = nullptr; ///< of the current tunable
    QTimer m_timer;
    int m_reading = 0; ///< answers that are awaited
    Result<KernelInfo> m_info = failure(ErrorCode::LinkLost);
    Result<HostInfo> m_host = failure(ErrorCode::LinkLost);
    Result<Timeouts> m_timeouts = failure(ErrorCode::LinkLost);
    Result<std::vector<SyncDaemon>> m_daemons = failure(ErrorCode::LinkLost);
    bool m_looked = false; ///< something was read
};

} // namespace lvs
