// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

#include <QWidget>

class QStackedLayout;

namespace lvs {

class DetailsPane;
class EmptyState;
class MessageBar;
class ServiceActions;
class ServicesView;
class ServiceTreeModel;
struct ServerRow;
struct ServiceRow;

/// The virtual services and real servers of one director: live, and where they are drafted to change.
class ServicesPage : public QWidget
{
    Q_OBJECT
public:
    /// Neither session nor actions are owned. The actions work on this page while it is shown.
    ServicesPage(DirectorSession *session, ServiceActions *actions, QWidget *parent = nullptr);

    ServicesView *view() const { return m_view; }
    ServiceTreeModel *model() const { return m_model; }

    void addService();
    void addServer();
    void edit();
    void editWeight();
    void drain();
    void undrain();
    void remove();
    void toggleExpanded();
    void readNow();

Q_SIGNALS:
    /// One line for the status bar.
    void summaryChanged(const QString &summary);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectSession();
    void connectActions();
    void takeSnapshot();
    void refreshDetails();
    void refreshActions();
    void refreshEmptyState();
    void refreshForeignBar();
    void showContextMenu(const QPoint &position);
    void editService(const ServiceRow &service);
    void editServer(const ServiceRow &service, const ServerRow &server);
    /// The selected servers that are drained, or those that are not.
    std::vector<DirectorSession::ServerRef> selectedServers(bool drained) const;
    void draft(const Operation &operation);
    void tell(const Result<void> &result);
    QString summary() const;

    DirectorSession *m_session;
    std::optional<Error> m_readError; ///< why the last reading failed
    ServiceActions *m_actions;
    ServiceTreeModel *m_model;
    ServicesView *m_view;
    DetailsPane *m_details;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    MessageBar *m_linkBar;
    MessageBar *m_foreignBar;
    MessageBar *m_noticeBar;
};

} // namespace lvs
