// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/model/settings.h"

#include <QGroupBox>

#include <array>
#include <optional>

class QLabel;
class QPushButton;

namespace lvs {

/// The connection-sync daemons, with what is drafted for them.
class SyncPanel : public QGroupBox
{
    Q_OBJECT
public:
    explicit SyncPanel(QWidget *parent = nullptr);

    void showDaemons(const Result<std::vector<SyncDaemon>> &daemons, const ChangePlan &draft, bool editable);

Q_SIGNALS:
    /// A person wants to start a daemon and is to be asked how.
    void startRequested(lvs::SyncRole role);
    /// What a button drafts: to stop a daemon, or to take a drafted start or stop back.
    void changed(const lvs::Operation &operation);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        SyncRole role = SyncRole::Master;
        QLabel *icon = nullptr;
        QLabel *text = nullptr;
        QPushButton *button = nullptr;
        std::optional<SyncDaemon> running{};
        std::optional<SyncDaemon> starting{}; ///< drafted
        bool stopping = false;                ///< drafted
    };
    void refresh(Row &row);
    void press(const Row &row);

    std::array<Row, 2> m_rows;
    QLabel *m_problem;
    bool m_known = false;
    bool m_editable = false;
};

} // namespace lvs
