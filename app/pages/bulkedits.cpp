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
#include "core/director/snapshotdifference.h"
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
    const QModelIndexList selected = m_view->selectedRowsOfModel();
    const bool anyServer =
        std::ranges::any_of(selected, [this](const QModelIndex &index) { return m_model->serverAt(index) != nullptr; });
    const bool anyService = std::ranges::any_of(
        selected, [this](const QModelIndex &index) { return m_model->serviceOf(index)->actual.has_value(); });
    const bool allRead = std::ranges::all_of(selected, [this](const QModelIndex &index) {
        return m_model->serviceOf(index)->serversKnown; // otherwise some of the servers would be passed over
    });
    const bool anything = m_model->rowCount() > 0;
    m_actions->paste->setEnabled(editable);
    m_actions->pasteRules->setEnabled(editable);
    m_actions->drainEverywhere->setEnabled(editable && anyServer);
    m_actions->undrainEverywhere->setEnabled(editable && anyServer);
    m_actions->setWeights->setEnabled(editable && !selected.isEmpty() && allRead);
    m_actions->move->setEnabled(editable && anyServer && allRead);
    m_actions->duplicate->setEnabled(editable && selected.size() == 1);
    m_actions->zeroSelected->setEnabled(editable && anyService);
    m_actions->zeroAll->setEnabled(editable && anything);
    m_actions->clear->setEnabled(editable && anything);
}

void BulkEdits::paste()
{
    auto *dialog = new PasteDialog(m_session, QGuiApplication::clipboard()->text(), m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT drafted(m_session->add(dialog->plan())); });
    dialog->open();
}

void BulkEdits::pasteRules()
{
    constexpr qsizetype enough = 20'000; // characters; a clipboard can be large
    if (looksLikeRules(QStringView(QGuiApplication::clipboard()->text()).left(enough)))
        paste();
}

void BulkEdits::withWholeTable(std::function<void(const IpvsTable &)> then)
{
    m_session->readWholeTable().then(this, [this, then = std::move(then)](const Result<IpvsTable> &table) {
        if (!m_page->isVisible())
            return; // the person has gone on to another director, and would take a dialog for that one's
        if (table)
            then(*table);
        else
            Q_EMIT drafted(std::unexpected(table.error()));
    });
}

void BulkEdits::withServersEverywhere(std::function<void(const std::vector<PlacedServer> &)> then)
{
    std::set<IpAddress> addresses;
    for (const QModelIndex &index : m_view->selectedRowsOfModel()) {
        if (const ServerRow *server = m_model->serverAt(index))
            addresses.insert(server->key.address);
    }
    withWholeTable([addresses, then = std::move(then)](const IpvsTable &table) {
        std::vector<PlacedServer> servers;
        for (const IpAddress &address : addresses)
            std::ranges::move(serversWithAddress(table, address), std::back_inserter(servers));
        then(servers);
    });
}

void BulkEdits::drainEverywhere()
{
    withServersEverywhere([this](std::vector<PlacedServer> servers) {
        std::erase_if(servers, [](const PlacedServer &placed) { return placed.server.isDrained(); });
        const Result<void> drained = m_session->drain(servers);
        if (drained)
            m_drains->add(servers);
        Q_EMIT drafted(drained);
    });
}

void BulkEdits::undrainEverywhere()
{
    withServersEverywhere([this](std::vector<PlacedServer> servers) {
        std::erase_if(servers, [](const PlacedServer &placed) { return !placed.server.isDrained(); });
        Q_EMIT drafted(m_session->undrain(servers));
    });
}

void BulkEdits::setWeights()
{
    auto *dialog = new WeightsDialog(selectedServers(), m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT drafted(m_session->add(dialog->plan())); });
    dialog->open();
}

void BulkEdits::move()
{
    withWholeTable([this, servers = selectedServers()](const IpvsTable &table) {
        auto *dialog = new MoveDialog(servers, table, m_view);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT drafted(m_session->add(dialog->plan())); });
        dialog->open();
    });
}

void BulkEdits::duplicate()
{
    const ServiceRow *service = m_model->serviceOf(m_view->currentOfModel());
    if (!service)
        return;
    withWholeTable([this, key = service->key](const IpvsTable &table) {
        if (!table.find(key))
            return Q_EMIT drafted(failure(ErrorCode::ServiceMissing));
        auto *dialog = new DuplicateDialog(key, table, m_view);
        connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT drafted(m_session->add(dialog->plan())); });
        dialog->open();
    });
}

void BulkEdits::zeroSelected()
{
    ChangePlan plan;
    for (const ServiceKey &service : selectedServices())
        plan.operations.emplace_back(ZeroCounters{service});
    Q_EMIT drafted(m_session->add(plan));
}

void BulkEdits::zeroAll()
{
    Q_EMIT drafted(m_session->add(ChangePlan{{ZeroCounters{}}}));
}

/// What is cleared is the table there is, not the one drafted.
void BulkEdits::clear()
{
    m_session->director()->read({.allServers = true}).then(this, [this](const Result<Snapshot> &snapshot) {
        if (!snapshot)
            return Q_EMIT drafted(std::unexpected(snapshot.error()));
        const IpvsTable table = tableOf(*snapshot);
        auto *dialog = new ClearDialog(directorName(*m_session->director()), table, m_view);
        connect(dialog, &QDialog::accepted, this,
                [this, plan = clearing(table)] { Q_EMIT drafted(m_session->add(plan)); });
        dialog->open();
    });
}

std::vector<PlacedServer> BulkEdits::selectedServers() const
{
    std::vector<PlacedServer> servers;
    std::set<ServiceKey> whole;
    const QModelIndexList selected = m_view->selectedRowsOfModel();
    const auto add = [&](const ServiceRow &service, const ServerRow &server) {
        if (service.draft != DraftKind::Removed && server.draft.kind != DraftKind::Removed)
            servers.push_back({service.key, server.config()});
    };
    for (const QModelIndex &index : selected) {
        if (const ServiceRow *service = m_model->serviceAt(index)) {
            whole.insert(service->key);
            for (const ServerRow &server : service->servers)
                add(*service, server);
        }
    }
    for (const QModelIndex &index : selected) {
        const ServerRow *server = m_model->serverAt(index);
        const ServiceRow *service = m_model->serviceOf(index);
        if (server && !whole.contains(service->key))
            add(*service, *server);
    }
    return servers;
}

std::vector<ServiceKey> BulkEdits::selectedServices() const
{
    std::set<ServiceKey> services;
    for (const QModelIndex &index : m_view->selectedRowsOfModel()) {
        const ServiceRow *service = m_model->serviceOf(index);
        if (service->actual && service->draft != DraftKind::Removed)
            services.insert(service->key);
    }
    return {services.begin(), services.end()};
}

} // namespace lvs
