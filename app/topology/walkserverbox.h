// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/schedulerchoice.h"
#include "core/setup/setup.h"

#include <QComboBox>
#include <QDateTime>

namespace lvs {

/// The real servers of a service with their figures.
struct ServerFigures {
    std::vector<ServerState> servers{}; ///< in the kernel's order
    QDateTime readAt{};
};

/// Chooses the real server of a packet's walk: the first entry leaves it to the service's scheduler.
class WalkServerBox : public QComboBox
{
    Q_OBJECT
public:
    explicit WalkServerBox(QWidget *parent = nullptr);

    void offer(const SetupWish &wish, const ServerFigures &figures);
    /// A real server by hand, if it is there.
    void choose(const ServerKey &server);
    /// Figures change all the time: the scheduler is asked once for a service and a client, until it is asked to choose
    /// again, for the walk is not to jump while it is followed.
    void chooseAgain() { m_isChosen = false; }

    /// The one to which a packet of `client` goes; nullptr if there is none. Valid until the next offer().
    const SetupServer *serverFor(const ServerKey &client);
    /// How the scheduler came to the last one, in sentences; empty where it was chosen by hand.
    QString reason() const;

private:
    SetupWish m_wish;
    ServerFigures m_figures;
    SchedulerChoice m_choice;
    ServerKey m_client; ///< for which it was made
    QDateTime m_chosenAt;
    bool m_isChosen = false;
};

} // namespace lvs
