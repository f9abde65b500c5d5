// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/model/settings.h"

#include <QGroupBox>

#include <array>

class QLabel;
class QPushButton;

namespace lvs {

/// The timeouts of connections, with what is drafted for them.
class TimeoutsPanel : public QGroupBox
{
    Q_OBJECT
public:
    explicit TimeoutsPanel(QWidget *parent = nullptr);

    void showTimeouts(const Result<Timeouts> &timeouts, const ChangePlan &draft, bool editable);

Q_SIGNALS:
    void changeRequested();

private:
    std::array<QLabel *, 3> m_values; ///< TCP, TCP after FIN, UDP
    QLabel *m_problem;
    QPushButton *m_change;
};

} // namespace lvs
