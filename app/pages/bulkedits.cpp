// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/bulkedits.h"

#include "app/dialogs/cleardialog.h"
#include "app/dialogs/duplicatedialog.h"
#include "app/dialogs/movedialog.h"
#include "app/dialogs/pastedialog.h"
#include "app/dialogs/weightsdialog.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicesview.h"
#include "app/session/drainwatch.h"
#include "app/text/domaintext.h"
#include "core/rules/shelltext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <set>

namespace lvs {

BulkEdits::BulkEdits(DirectorSession *session, ServiceActions *actions, ServicesView *view, const QWidget *page,
                     DrainWatch *drains)
    : QObject(view)
    , m_session(session)
    , m_actions(actions)
    , m_view(view)
    , m_page(page)
    , m_model(view->treeModel())
    , m_drains(drains)
{
    connectActions();
    connect(session->director(), &Director::statusChanged, this, &BulkEdits::refreshActions);
    connect(view, &ServicesView::selectionOrCurrentChanged, this, &BulkEdits::refreshActions);
}

void BulkEdits::connectActions()
{
    whenShown(m_page, this, m_actions->paste, &BulkEdits::paste);
    whenShown(m_page, this, m_actions->pasteRules, &BulkEdits::pasteRules);
    whenShown(m_page, this, m_actions->drainEverywhere, &BulkEdits::drainEverywhere);
    whenShown(m_page, this, m_actions->undrainEverywhere, &BulkEdits::undrainEverywhere);
    whenShown(m_page, this, m_actions->setWeights, &BulkEdits::setWeights);
    whenShown(m_page, this, m_actions->move, &BulkEdits::move);
    whenShown(m_page, this, m_actions->duplicate, &BulkEdits::duplicate);
    whenShown(m_page, this, m_actions->zeroSelected, &BulkEdits::zeroSelected);
    whenShown(m_page, this, m_actions->zeroAll, &BulkEdits::zeroAll);
    whenShown(m_page, this, m_actions->clear, &BulkEdits::clear);
}

void BulkEdits::refreshActions()
{
    if (!m_page->isVisible())
        return;
    const bool editable = m_session->isEditable() && !m_session->isApplying();
    qsizetype selected = 0;
    bool anyServer = false;
    bool anyService = false;
    bool allRead = true; // otherwise some of the servers would be passed over
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *server) {
        ++selected;
        anyServer = anyServer || server;
        anyService = anyService || service.actual;
        allRead = allRead && service.serversKnown;
    });
    const bool anything = m_model->rowCount() > 0;
    m_actions->paste->setEnabled(editable);
    m_actions->pasteRules->setEnabled(editable);
    m_actions->drainEverywhere->setEnabled(editable && anyServer);
    m_actions->undrainEverywhere->setEnabled(editable && anyServer);
    m_actions->setWeights->setEnabled(editable && selected > 0 && allRead);
    m_actions->move->setEnabled(editable && anyServer && allRead);
    m_actions->duplicate->setEnabled(editable && selected == 1);
    m_actions->zeroSelected->setEnabled(editable && anyService);
    m_actions->zeroAll->setEnabled(editable && anything);
    m_actions->clear->setEnabled(editable && anything);
}

void BulkEdits::paste()
{
    auto *dialog = new PasteDialog(m_session, QGuiApplication::clipboard()->text(), m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->plan()); });
    dialog->open();
}

void BulkEdits::pasteRules()
{
    constexpr qsizetype enough = 20'000; // characters; a clipboard can be large
    if (looksLikeRules(QStringView(QGuiApplication::clipboard()->text()).left(enough)))
        paste();
}

void BulkEdits::draft(const ChangePlan &plan)
{
    m_session->addMany(plan).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
}

void BulkEdits::withWholeTable(std::function<void(const DirectorSession::SharedTable &)> then)
{
    m_session->readWholeTable().then(this,
                                     [this, then = std::move(then)](const Result<DirectorSession::SharedTable> &table) {
                                         if (table)
                                             then(*table);
                                         else
                                             Q_EMIT drafted(std::unexpected(table.error()));
                                     });
}

void BulkEdits::askAboutWholeTable(std::function<void(const DirectorSession::SharedTable &)> ask)
{
    withWholeTable([this, ask = std::move(ask)](const DirectorSession::SharedTable &table) {
        if (m_page->isVisible()) // else the person has gone on, and would take the dialog for another director's
            ask(table);
    });
}

void BulkEdits::withServersEverywhere(std::function<void(const std::vector<PlacedServer> &)> then)
{
    std::set<IpAddress> addresses;
    m_view->forEachSelected([&](const ServiceRow &, const ServerRow *server) {
        if (server)
            addresses.insert(server->key.address);
    });
    withWholeTable([addresses, then = std::move(then)](const DirectorSession::SharedTable &table) {
        then(serversWithAddresses(table->drafted, addresses));
    });
}

void BulkEdits::drainEverywhere()
{
    withServersEverywhere([this](std::vector<PlacedServer> servers) {
        std::erase_if(servers, [](const PlacedServer &placed) { return placed.server.isDrained(); });
        m_session->drain(servers).then(this, [this, servers](const Result<void> &drained) {
            if (drained)
                m_drains->add(servers);
            Q_EMIT drafted(drained);
        });
    });
}

void BulkEdits::undrainEverywhere()
{
    withServersEverywhere([this](std::vector<PlacedServer> servers) {
        std::erase_if(servers, [](const PlacedServer &placed) { return !placed.server.isDrained(); });
        m_session->undrain(servers).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
    });
}

void BulkEdits::setWeights()
{
    auto *dialog = new WeightsDialog(selectedServers(), m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->plan()); });
    dialog->open();
}

void BulkEdits::move()
{
    askAboutWholeTable([this, servers = selectedServers()](const DirectorSession::SharedTable &table) {
        auto *dialog = new MoveDialog(servers, {table, &table->drafted}, m_view);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->plan()); });
        dialog->open();
    });
}

void BulkEdits::duplicate()
{
    const ServiceRow *service = m_model->serviceOf(m_view->currentOfModel());
    if (!service)
        return;
    askAboutWholeTable([this, key = service->key](const DirectorSession::SharedTable &table) {
        if (!table->drafted.find(key))
            return Q_EMIT drafted(failure(ErrorCode::ServiceMissing));
        auto *dialog = new DuplicateDialog(key, table->drafted, m_view);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { draft(dialog->plan()); });
        dialog->open();
    });
}

void BulkEdits::zeroSelected()
{
    ChangePlan plan;
    for (const ServiceKey &service : selectedServices())
        plan.operations.emplace_back(ZeroCounters{service});
    draft(plan);
}

void BulkEdits::zeroAll()
{
    draft(ChangePlan{{ZeroCounters{}}});
}

/// What is cleared is the table there is, not the one drafted.
void BulkEdits::clear()
{
    askAboutWholeTable([this](const DirectorSession::SharedTable &table) {
        auto *dialog = new ClearDialog(directorName(*m_session->director()), table->present, m_view);
        connect(dialog, &QDialog::accepted, this, [this, plan = clearing(table->present)] { draft(plan); });
        dialog->open();
    });
}

std::vector<PlacedServer> BulkEdits::selectedServers() const
{
    std::vector<PlacedServer> servers;
    std::set<const ServiceRow *> whole;
    const auto add = [&](const ServiceRow &service, const ServerRow &server) {
        if (service.draft != DraftKind::Removed && server.draft.kind != DraftKind::Removed)
            servers.push_back({service.key, server.config()});
    };
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *selected) {
        if (selected)
            return;
        whole.insert(&service);
        for (const ServerRow &server : service.servers)
            add(service, server);
    });
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *server) {
        if (server && !whole.contains(&service))
            add(service, *server);
    });
    return servers;
}

std::vector<ServiceKey> BulkEdits::selectedServices() const
{
    std::set<ServiceKey> services;
    m_view->forEachSelected([&](const ServiceRow &service, const ServerRow *) {
        if (service.actual && service.draft != DraftKind::Removed)
            services.insert(service.key);
    });
    return {services.begin(), services.end()};
}

} // namespace lvs
