// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/helperclient.h"

#include <QTimer>

#include <chrono>
#include <memory>

namespace lvs {

class Machine;

/// Looks again and again for a helper on a machine that had none: one that answers on its bus.
class HelperSearch : public QObject
{
    Q_OBJECT
public:
    /// `pause` is the time between two looks. The machine is not owned.
    HelperSearch(Machine *machine, std::chrono::milliseconds pause, QObject *parent = nullptr);

    /// Looks after a pause.
    void start();
    /// Looks at once, and once more if a look is under way: it may have begun before the helper came.
    void lookNow();
    /// Without effect if there is no search.
    void stop();
    /// A look is under way, and the machine's bus is its.
    bool isLooking() const { return m_isLooking; }
    /// The look under way has lost its bus.
    void busLost();

    /// The helper of found(); the search is over.
    std::unique_ptr<HelperClient> takeHelper() { return std::move(m_candidate); }

Q_SIGNALS:
    void found();

private:
    void look();
    void takeConnection(const Result<QDBusConnection> &connection);
    void endLook(bool hasFound);

    Machine *m_machine;
    QTimer m_pause;
    std::unique_ptr<HelperClient> m_candidate; ///< not known to answer yet
    int m_look = 0;                            ///< answers of an earlier one are not for this one
    bool m_isLooking = false;
    bool m_lookAgain = false; ///< asked for while a look was under way
};

} // namespace lvs
