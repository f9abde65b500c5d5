// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/healthtools.h"

#include "app/dialogs/healthdialog.h"
#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/healthbar.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicesview.h"
#include "app/text/errortext.h"

#include <set>
#include <utility>

namespace lvs {

HealthTools::HealthTools(DirectorSession *session, ServiceActions *actions, ServicesView *view, HealthBar *bar,
                         const QWidget *page)
    : QObject(view)
    , m_session(session)
    , m_actions(actions)
    , m_view(view)
    , m_bar(bar)
    , m_page(page)
{
    m_next.setSingleShot(true);
    m_next.setInterval(pause);
    connect(&m_next, &QTimer::timeout, this, [this] {
        if (m_page->isVisible())
            start(Asking::Never);
        else
            m_next.start();
    });
    whenShown(page, this, actions->checkHealth, &HealthTools::check);
    whenShown(page, this, actions->checkHealthWith, &HealthTools::checkWith);
    whenShown(page, this, actions->keepChecking, &HealthTools::keepChecking);
    connect(bar, &MessageBar::actionTriggered, this, &HealthTools::checkAgain);
    connect(session->health(), &HealthWatch::obstacleChanged, this, [this] {
        if (m_session->health()->obstacle())
            giveUpReading(); // what comes later is not what was asked for
        refreshActions();
    });
    connect(view->arranged(), &ArrangedServices::arranged, this, &HealthTools::startWhenRead);
    connect(session->health(), &HealthWatch::checked, this, &HealthTools::noteChecked);
    connect(view, &ServicesView::selectionOrCurrentChanged, this, &HealthTools::refreshActions);
}

void HealthTools::refreshActions()
{
    if (!m_page->isVisible())
        return; // they work for another director's page, or for none
    const auto &obstacle = m_session->health()->obstacle();
    const bool possible = !obstacle && m_view->treeModel()->rowCount() > 0;
    for (QAction *action : {m_actions->checkHealth, m_actions->checkHealthWith})
        action->setEnabled(possible && !m_session->health()->isChecking());
    m_actions->keepChecking->setEnabled(possible || m_keeps);
    m_actions->keepChecking->setChecked(m_keeps);
    for (QAction *action : {m_actions->checkHealth, m_actions->checkHealthWith, m_actions->keepChecking})
        m_actions->explain(action, obstacle ? errorSentence(*obstacle) : QString());
}

std::vector<ObjectKey> HealthTools::selected() const
{
    std::vector<ObjectKey> chosen;
    std::set<ServiceKey> services;
    const auto add = [&](const ServiceRow &service, const ServerRow *server) {
        if (!server)
            services.insert(service.key);
        else if (services.contains(service.key))
            return;
        chosen.push_back({service.key, server ? std::optional(server->key) : std::nullopt});
    };
    m_view->forEachSelected(add);
    if (chosen.empty())
        m_view->forEachShown(add);
    return chosen;
}

/// Those of the chosen ones that are there by now.
std::vector<PlacedServer> HealthTools::servers() const
{
    const ServiceTreeModel *model = m_view->treeModel();
    std::vector<PlacedServer> servers;
    for (const ObjectKey &chosen : m_chosen) {
        const ServiceRow *service = model->serviceAt(model->indexOf(chosen.service));
        if (!service)
            continue;
        for (const ServerRow &server : service->servers) {
            if (server.actual && (!chosen.server || *chosen.server == server.key))
                servers.push_back({service->key, server.actual->config});
        }
    }
    return servers;
}

void HealthTools::check()
{
    m_chosen = selected();
    start(Asking::Allowed);
}

void HealthTools::checkWith()
{
    m_chosen = selected();
    auto *dialog = new HealthDialog(std::ssize(servers()), m_options, m_view);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_options = dialog->options();
        start(Asking::Allowed);
    });
    dialog->open();
}

void HealthTools::keepChecking()
{
    if (m_keeps)
        return stopKeeping();
    m_keeps = true;
    check();
    refreshActions();
}

void HealthTools::checkAgain()
{
    start(Asking::Allowed);
}

bool HealthTools::needsReading() const
{
    const ServiceTreeModel *model = m_view->treeModel();
    std::size_t known = 0;
    bool isPartly = false;
    for (const ObjectKey &chosen : m_chosen) {
        const ServiceRow *service = model->serviceAt(model->indexOf(chosen.service));
        isPartly = isPartly || (service && !service->serversKnown);
        known += service ? service->servers.size() : 0;
    }
    return isPartly && known < HealthWatch::mostServers;
}

void HealthTools::startWhenRead()
{
    if (!m_waiting || m_view->arranged()->isArranging())
        return;
    if (needsReading())
        return m_view->setAllServersWanted(true); // others, who have theirs, may no longer want them
    const Asking asking = *m_waiting;
    giveUpReading();
    start(asking);
}

void HealthTools::giveUpReading()
{
    if (std::exchange(m_waiting, {}))
        m_view->setAllServersWanted(false);
}

void HealthTools::start(Asking asking)
{
    if (m_session->health()->isChecking())
        return noteChecked();
    if (needsReading()) {
        m_waiting = asking;
        m_view->setAllServersWanted(true);
        if (asking == Asking::Allowed)
            m_bar->beginReading();
        return;
    }
    const std::vector<PlacedServer> wanted = servers();
    if (wanted.empty()) {
        if (asking == Asking::Allowed)
            m_bar->tellNone();
        return noteChecked();
    }
    if (asking == Asking::Allowed)
        m_bar->begin(std::ssize(wanted));
    m_session->health()->check(wanted, m_options, asking);
    refreshActions();
}

void HealthTools::stopKeeping()
{
    m_keeps = false;
    m_next.stop();
    giveUpReading();
    refreshActions();
}

void HealthTools::noteChecked()
{
    // Once it fails it would fail again: the bar says why, and a person decides. Except for servers that have just left
    // the table: the next round is without them.
    const auto &error = m_session->health()->error();
    if (m_keeps && error && error->code != ErrorCode::NotATarget)
        return stopKeeping();
    if (m_keeps)
        m_next.start();
    refreshActions();
}

} // namespace lvs
