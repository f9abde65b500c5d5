// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupjudgement.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;

namespace lvs {

class ChecksView;

/// What the method by which a service forwards asks of director and real servers, and whether it is so.
class RulesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RulesPanel(QWidget *parent = nullptr);

    /// Shows them in a turn of the event loop of their own: of hundreds of real servers they take their time. `readAt`
    /// in UTC; invalid: the machines are still being asked.
    void setRules(const std::shared_ptr<const SetupJudgement> &setup, const QDateTime &readAt);
    /// There is no service to be judged; `reason` says what to do.
    void clear(const QString &reason);

Q_SIGNALS:
    /// The person wants to look again.
    void checkRequested();

private:
    void check();

    QLabel *m_method;
    ChecksView *m_checks;
    // Of the rules to be shown next.
    std::shared_ptr<const SetupJudgement> m_setup;
    QDateTime m_readAt;
    QTimer m_soon;
};

} // namespace lvs
