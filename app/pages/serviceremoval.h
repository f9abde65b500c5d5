// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

namespace lvs {

class DrainWatch;
class ServicesView;
class ServiceTreeModel;

/// Drafts the removal of services and servers, after the questions that it raises: what becomes of the firewall rules
/// that lead there, and of connections. Lives as long as the view.
class ServiceRemoval : public QObject
{
    Q_OBJECT
public:
    /// Nothing is owned. Drained servers are added to `drains`.
    ServiceRemoval(DirectorSession *session, ServicesView *view, DrainWatch *drains, QObject *parent);

    /// `removals` are operations that remove services and servers.
    void remove(const ChangePlan &removals);
    /// It is not known yet which rules lead to what is to be removed.
    bool isWaiting() const { return m_isWaiting; }

Q_SIGNALS:
    /// Something was drafted, or why it could not be.
    void drafted(const lvs::Result<void> &result);
    void waitingChanged();

private:
    void askAboutRules(ChangePlan removals);
    /// Those in the director's own table, and those that are drafted for it.
    std::vector<MarkRule> rulesLeadingTo(const ChangePlan &removals) const;
    /// Drafts the removals, after a question if there are connections on what goes.
    void askAboutConnections(const ChangePlan &removals);
    void drainFirst(const ChangePlan &removals);
    void draft(const ChangePlan &plan);

    DirectorSession *m_session;
    ServicesView *m_view;
    ServiceTreeModel *m_model;
    DrainWatch *m_drains;
    bool m_isWaiting = false;
};

} // namespace lvs
