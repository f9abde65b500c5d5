// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

namespace lvs {

class DrainWatch;
class ServiceActions;
class ServicesView;
class ServiceTreeModel;

/// What a person does to many objects at once, or to the whole table; beside ServiceEdits, on the same view. Servers of
/// services that are not shown are read first.
class BulkEdits : public QObject
{
    Q_OBJECT
public:
    /// Nothing is owned. The actions work on the view while it is shown.
    BulkEdits(DirectorSession *session, ServiceActions *actions, ServicesView *view, const QWidget *page,
              DrainWatch *drains);

    /// See ServiceEdits::refreshActions().
    void refreshActions();

Q_SIGNALS:
    /// Something was drafted, or why it could not be.
    void drafted(const lvs::Result<void> &result);

private:
    void connectActions();
    void draft(const ChangePlan &plan);
    void paste();
    void pasteRules();
    void drainEverywhere();
    void undrainEverywhere();
    void setWeights();
    void move();
    void duplicate();
    void zeroSelected();
    void zeroAll();
    void clear();
    /// Calls back with the whole table, unless it can't be read or the view is gone.
    void withWholeTable(std::function<void(const DirectorSession::SharedTable &)> then);
    /// The same for what opens a dialog.
    void askAboutWholeTable(std::function<void(const DirectorSession::SharedTable &)> ask);
    /// Every server that has the address of a selected one, in the whole table.
    void withServersEverywhere(std::function<void(const std::vector<PlacedServer> &)> then);
    /// The selected servers, and those of selected services.
    std::vector<PlacedServer> selectedServers() const;
    std::vector<ServiceKey> selectedServices() const;

    DirectorSession *m_session;
    ServiceActions *m_actions;
    ServicesView *m_view;
    const QWidget *m_page; ///< shown also while there is no table to view
    ServiceTreeModel *m_model;
    DrainWatch *m_drains;
};

} // namespace lvs
