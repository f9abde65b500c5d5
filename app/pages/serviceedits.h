// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

namespace lvs {

class DrainWatch;
class ServiceActions;
class ServiceRemoval;
class ServicesView;
class ServiceTreeModel;
struct KnownObjects;
struct ServerRow;
struct ServiceRow;

/// What a person does to the rows selected in a view of services: each verb drafts changes in the session, after a
/// dialog where there is something to ask. Lives as long as the view.
class ServiceEdits : public QObject
{
    Q_OBJECT
public:
    /// Nothing is owned. The actions work on the view while `page` is shown. Drained servers are added to `drains`.
    ServiceEdits(DirectorSession *session, ServiceActions *actions, ServicesView *view, const QWidget *page,
                 DrainWatch *drains);

    void addService();
    void addMarkedService();
    /// Enables the actions that fit what is selected. To be called when the view's model has changed, or when it was
    /// shown; does nothing while it is hidden.
    void refreshActions();
    /// To be called when the view was hidden.
    void disableActions();

Q_SIGNALS:
    /// Something was drafted, or why it could not be.
    void drafted(const lvs::Result<void> &result);

private:
    void connectActions();
    void showContextMenu(const QPoint &position);
    void addServer();
    void edit();
    void editService(const ServiceRow &service);
    void editServer(const ServiceRow &service, const ServerRow &server);
    void editWeight();
    void drain();
    void undrain();
    void remove();
    void toggleExpanded();
    /// The selected servers that are drained, or those that are not.
    std::vector<PlacedServer> selectedServers(bool drained) const;
    /// What the dialogs can offer.
    KnownObjects known() const;
    /// Asks for the director's addresses and neighbours, to suggest them.
    void readHost();
    void draft(const Operation &operation);
    void draft(const ChangePlan &plan);

    DirectorSession *m_session;
    ServiceActions *m_actions;
    ServicesView *m_view;
    const QWidget *m_page; ///< shown also while there is no table to view
    ServiceTreeModel *m_model;
    HostInfo m_host;
    bool m_hostAsked = false; ///< of the present connection
    DrainWatch *m_drains;
    ServiceRemoval *m_removal;
};

} // namespace lvs
