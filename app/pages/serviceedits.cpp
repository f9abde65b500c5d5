// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/serviceedits.h"

#include "app/dialogs/markedservicedialog.h"
#include "app/dialogs/serverdialog.h"
#include "app/dialogs/servicedialog.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/serviceremoval.h"
#include "app/pages/servicesview.h"
#include "app/session/drainwatch.h"
#include "core/change/workingtable.h"

#include <QAction>
#include <QMenu>

#include <set>

namespace lvs {

ServiceEdits::ServiceEdits(DirectorSession *session, ServiceActions *actions, ServicesView *view, const QWidget *page,
                           DrainWatch *drains)
    : QObject(view)
    , m_session(session)
    , m_actions(actions)
    , m_view(view)
    , m_page(page)
    , m_model(view->treeModel())
    , m_drains(drains)
    , m_removal(new ServiceRemoval(session, view, drains, this))
{
    connectActions();
    m_actions->addTo(view);
    connect(session->director(), &Director::statusChanged, this, &ServiceEdits::refreshActions);
    connect(session->director(), &Director::statusChanged, this, &ServiceEdits::readHost);
    readHost();
    connect(m_removal, &ServiceRemoval::drafted, this, &ServiceEdits::drafted);
    connect(m_removal, &ServiceRemoval::waitingChanged, this, &ServiceEdits::refreshActions);
    connect(view, &ServicesView::selectionOrCurrentChanged, this, &ServiceEdits::refreshActions);
    connect(view, &QWidget::customContextMenuRequested, this, &ServiceEdits::showContextMenu);
    connect(view, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == int(ServiceColumn::Weight) && index.parent().isValid())
            editWeight();
        else
            edit();
    });
    connect(m_model, &ServiceTreeModel::weightEntered, this,
            [this](const ServiceKey &service, const ServerKey &server, quint32 weight) {
                if (const ServerRow *row = m_model->serverAt(m_model->indexOf(service, server)))
                    Q_EMIT drafted(m_session->setWeight({service, row->config()}, weight));
            });
}

void ServiceEdits::connectActions()
{
    whenShown(m_page, this, m_actions->addService, &ServiceEdits::addService);
    whenShown(m_page, this, m_actions->addMarkedService, &ServiceEdits::addMarkedService);
    whenShown(m_page, this, m_actions->addServer, &ServiceEdits::addServer);
    whenShown(m_page, this, m_actions->edit, &ServiceEdits::edit);
    whenShown(m_page, this, m_actions->editWeight, &ServiceEdits::editWeight);
    whenShown(m_page, this, m_actions->drain, &ServiceEdits::drain);
    whenShown(m_page, this, m_actions->undrain, &ServiceEdits::undrain);
    whenShown(m_page, this, m_actions->remove, &ServiceEdits::remove);
    whenShown(m_page, this, m_actions->expand, &ServiceEdits::toggleExpanded);
}

void ServiceEdits::refreshActions()
{
    if (!m_page->isVisible())
        return; // they work for another director's page, or for none
    const bool editable = m_session->isEditable() && !m_session->isApplying();
    bool anyServer = false;
    bool anyWeight = false;
    bool anyDrained = false;
    bool allRead = true; // a removal names the servers that go with the service
    qsizetype selected = 0;
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *server) {
        ++selected;
        allRead = allRead && service.serversKnown;
        if (!server || server->draft.kind == DraftKind::Removed)
            return;
        anyServer = true;
        (server->config().isDrained() ? anyDrained : anyWeight) = true;
    });
    const bool one = selected == 1;
    m_actions->addService->setEnabled(editable);
    m_actions->addMarkedService->setEnabled(editable);
    m_actions->addServer->setEnabled(editable && selected > 0);
    m_actions->edit->setEnabled(editable && one);
    m_actions->editWeight->setEnabled(editable && one && anyServer);
    m_actions->drain->setEnabled(editable && anyWeight);
    m_actions->undrain->setEnabled(editable && anyDrained);
    m_actions->remove->setEnabled(editable && selected > 0 && allRead && !m_removal->isWaiting());
    m_actions->expand->setEnabled(selected > 0);
    m_actions->annotate->setEnabled(one);
    m_actions->copy->setEnabled(selected > 0);
    for (const CopyFormat format : copyFormats) {
        m_actions->copySelectedAs(format)->setEnabled(selected > 0);
        m_actions->copyAllAs(format)->setEnabled(m_model->rowCount() > 0);
    }
    for (QAction *action : {m_actions->exportNames, m_actions->importNames, m_actions->showDrains})
        action->setEnabled(true);
}

void ServiceEdits::disableActions()
{
    const auto actions = m_actions->all();
    for (QAction *action : actions)
        action->setEnabled(false);
}

void ServiceEdits::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_actions->edit, m_actions->editWeight, m_actions->drain, m_actions->undrain});
    menu->addSeparator();
    menu->addActions({m_actions->drainEverywhere, m_actions->undrainEverywhere, m_actions->setWeights, m_actions->move,
                      m_actions->duplicate, m_actions->zeroSelected});
    menu->addSeparator();
    menu->addActions({m_actions->addService, m_actions->addMarkedService, m_actions->addServer, m_actions->setUpServers,
                      m_actions->pasteRules});
    menu->addSeparator();
    menu->addActions({m_actions->checkHealth, m_actions->checkHealthWith, m_actions->keepChecking});
    menu->addSeparator();
    menu->addAction(m_actions->annotate);
    m_actions->addCopyTo(menu);
    menu->addSeparator();
    menu->addAction(m_actions->remove);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

KnownObjects ServiceEdits::known() const
{
    const auto snapshot = m_session->watcher()->latest();
    KnownObjects known = KnownObjects::fromTable(snapshot ? *snapshot : Snapshot(), m_session->draft().plan());
    known.addHost(m_host);
    return known;
}

void ServiceEdits::readHost()
{
    if (std::exchange(m_hostAsked, isConnected(m_session->director()->status().link)) || !m_hostAsked)
        return; // once for each connection
    m_session->director()->readHost().then(this, [this](const Result<HostInfo> &host) {
        if (host) // without it there is less to suggest
            m_host = *host;
    });
}

void ServiceEdits::addService()
{
    auto *dialog = new ServiceDialog(known(), m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(AddService{dialog->service()}); });
    dialog->open();
}

void ServiceEdits::addMarkedService()
{
    auto *dialog = new MarkedServiceDialog(known(), m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->plan()); });
    dialog->open();
    m_session->firewall()->settled().then(dialog, [this, dialog] {
        const FirewallState *firewall = m_session->firewall()->state();
        const ChangePlan &drafted = m_session->draft().plan();
        dialog->setFirewall(firewall ? std::optional(applied(*firewall, drafted)) : std::nullopt);
    });
}

void ServiceEdits::addServer()
{
    const ServiceRow *service = m_model->serviceOf(m_view->currentOfModel());
    if (!service)
        return;
    if (service->draft == DraftKind::Removed) {
        Q_EMIT drafted(failure(ErrorCode::PlanContradicts));
        return;
    }
    const Forwarding forwarding =
        service->servers.empty() ? Forwarding::Masquerading : service->servers.front().config().forwarding;
    auto *dialog = new ServerDialog(service->config(), forwarding, known(), m_view);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, key = service->key] { draft(AddServer{key, dialog->server()}); });
    dialog->open();
}

void ServiceEdits::edit()
{
    const QModelIndex index = m_view->currentOfModel();
    if (const ServiceRow *service = m_model->serviceAt(index))
        editService(*service);
    else if (const ServerRow *server = m_model->serverAt(index))
        editServer(*m_model->serviceOf(index), *server);
}

void ServiceEdits::editService(const ServiceRow &service)
{
    if (service.draft == DraftKind::Removed || !m_session->isEditable())
        return;
    const VirtualService before = service.config();
    auto *dialog = new ServiceDialog(before, m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before] {
        if (dialog->service() != before)
            draft(EditService{before, dialog->service()});
    });
    dialog->open();
}

void ServiceEdits::editServer(const ServiceRow &service, const ServerRow &server)
{
    if (server.draft.kind == DraftKind::Removed || !m_session->isEditable())
        return;
    const RealServer before = server.config();
    auto *dialog = new ServerDialog(service.config(), before, m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog, key = service.key, before] {
        if (dialog->server() != before)
            draft(EditServer{key, before, dialog->server()});
    });
    dialog->open();
}

void ServiceEdits::editWeight()
{
    m_view->editWeight(m_view->currentOfModel());
}

std::vector<PlacedServer> ServiceEdits::selectedServers(bool drained) const
{
    std::vector<PlacedServer> servers;
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *server) {
        if (server && server->draft.kind != DraftKind::Removed && server->config().isDrained() == drained)
            servers.push_back({service.key, server->config()});
    });
    return servers;
}

void ServiceEdits::drain()
{
    auto servers = selectedServers(false);
    QFuture<Result<void>> drain = m_session->drain(servers);
    drain.then(this, [this, servers = std::move(servers)](const Result<void> &drained) {
        if (drained)
            m_drains->add(servers);
        Q_EMIT drafted(drained);
    });
}

void ServiceEdits::undrain()
{
    m_session->undrain(selectedServers(true)).then(this, [this](const Result<void> &result) {
        Q_EMIT drafted(result);
    });
}

void ServiceEdits::remove()
{
    // Services first: what is selected below a removed service goes with it.
    ChangePlan removals;
    std::set<const ServiceRow *> services;
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *selected) {
        if (selected || service.draft == DraftKind::Removed)
            return;
        services.insert(&service);
        RemoveService removal{.before = service.config(), .servers = {}};
        for (const ServerRow &server : service.servers) {
            if (server.actual)
                removal.servers.push_back(server.actual->config);
        }
        removals.operations.emplace_back(std::move(removal));
    });
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *server) {
        if (server && server->draft.kind != DraftKind::Removed && !services.contains(&service))
            removals.operations.emplace_back(RemoveServer{service.key, server->config()});
    });
    m_removal->remove(removals);
}

void ServiceEdits::toggleExpanded()
{
    const QModelIndex index = m_view->currentIndex().siblingAtColumn(0);
    m_view->setExpanded(index, !m_view->isExpanded(index));
}

void ServiceEdits::draft(const Operation &operation)
{
    draft(ChangePlan{{operation}});
}

void ServiceEdits::draft(const ChangePlan &plan)
{
    m_session->addMany(plan).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
}

} // namespace lvs
