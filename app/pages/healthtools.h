// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace lvs {

class HealthBar;
class ServiceActions;
class ServicesView;

/// Lets a person look at the health of the servers selected in a view of services, once or as long as the page is open.
/// Servers that have not been read yet are read first.
class HealthTools : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::seconds pause{15}; ///< between two looks of those that go on

    /// Nothing is owned. The actions work on the view while `page` is shown.
    HealthTools(DirectorSession *session, ServiceActions *actions, ServicesView *view, HealthBar *bar,
                const QWidget *page);

    void refreshActions();

private:
    void check();
    void checkWith();
    void keepChecking();
    void checkAgain();
    void start(Asking asking);
    /// Goes on with what waits for the table, if that has been read.
    void startWhenRead();
    void giveUpReading();
    /// Whether servers of the chosen services are still unknown, so that a check would leave them out.
    bool needsReading() const;
    void stopKeeping();
    void noteChecked();
    /// What is selected, or everything in sight of the filter.
    std::vector<ObjectKey> selected() const;
    std::vector<PlacedServer> servers() const;

    DirectorSession *m_session;
    ServiceActions *m_actions;
    ServicesView *m_view;
    HealthBar *m_bar;
    const QWidget *m_page;
    std::vector<ObjectKey> m_chosen; ///< services, and servers that were chosen without theirs
    HealthOptions m_options;         ///< as the person wanted it last
    QTimer m_next;
    std::optional<Asking> m_waiting{}; ///< for the servers to be read
    bool m_keeps = false;
};

} // namespace lvs
