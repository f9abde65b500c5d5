// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/serviceremoval.h"

#include "app/dialogs/markremovalquestion.h"
#include "app/dialogs/removalquestion.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/servicesview.h"
#include "app/session/drainwatch.h"
#include "app/text/domaintext.h"
#include "core/change/workingtable.h"

#include <algorithm>
#include <set>

namespace lvs {

ServiceRemoval::ServiceRemoval(DirectorSession *session, ServicesView *view, DrainWatch *drains, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
    , m_model(view->treeModel())
    , m_drains(drains)
{
}

void ServiceRemoval::remove(const ChangePlan &removals)
{
    const auto isOfMark = [](const Operation &operation) {
        const auto *service = std::get_if<RemoveService>(&operation);
        return service && service->before.key.isMark();
    };
    if (std::ranges::none_of(removals.operations, isOfMark))
        return askAboutConnections(removals);
    m_isWaiting = true;
    Q_EMIT waitingChanged();
    m_session->firewall()->settled().then(this, [this, removals] {
        m_isWaiting = false;
        Q_EMIT waitingChanged();
        askAboutRules(removals);
    });
}

void ServiceRemoval::askAboutRules(ChangePlan removals)
{
    const std::vector<MarkRule> rules = rulesLeadingTo(removals);
    if (rules.empty())
        return askAboutConnections(removals);
    auto *question = new MarkRemovalQuestion(rules, m_view);
    connect(question, &MarkRemovalQuestion::answered, this, [this, removals, rules](bool withRules) mutable {
        if (withRules) {
            for (const MarkRule &rule : rules)
                removals.operations.emplace_back(RemoveMarkRule{rule});
        }
        askAboutConnections(removals);
    });
    question->open();
}

std::vector<MarkRule> ServiceRemoval::rulesLeadingTo(const ChangePlan &removals) const
{
    const FirewallState *present = m_session->firewall()->state();
    const FirewallState firewall = applied(present ? *present : FirewallState(), m_session->draft().plan());
    std::set<ServiceKey> removed;
    for (const Operation &operation : removals.operations) {
        if (const auto *service = std::get_if<RemoveService>(&operation))
            removed.insert(service->before.key);
    }
    std::vector<MarkRule> rules;
    for (const MarkRuleState &state : firewall.marks) {
        const ServiceKey service = ServiceKey::forMark(state.rule.mark, state.rule.destination.family());
        if (state.program == FirewallProgram::Console && removed.contains(service))
            rules.push_back(state.rule);
    }
    return rules;
}

void ServiceRemoval::askAboutConnections(const ChangePlan &removals)
{
    Holdings holdings;
    const auto add = [&](const ServiceKey &service, const ServerKey &server) {
        const ServerRow *row = m_model->serverAt(m_model->indexOf(service, server));
        if (row && row->actual)
            holdings.add(*row->actual);
    };
    for (const Operation &operation : removals.operations) {
        if (const auto *service = std::get_if<RemoveService>(&operation)) {
            for (const RealServer &server : service->servers)
                add(service->before.key, server.key);
        } else if (const auto *server = std::get_if<RemoveServer>(&operation)) {
            add(server->service, server->before.key);
        }
    }
    if (holdings.isEmpty())
        return draft(removals);
    const QString what = [&] {
        const auto objects = std::ranges::count_if(
            removals.operations, [](const Operation &operation) { return serviceOf(operation).has_value(); });
        if (objects > 1)
            return tr("%Ln selected object(s)", nullptr, int(objects));
        const auto server = serverOf(removals.operations.front());
        return server ? server->toString() : serviceText(*serviceOf(removals.operations.front()));
    }();
    auto *question = new RemovalQuestion(m_session->director(), what, holdings, m_view);
    connect(question, &RemovalQuestion::removalWanted, this, [this, removals] { draft(removals); });
    connect(question, &RemovalQuestion::drainWanted, this, [this, removals] { drainFirst(removals); });
    question->open();
}

/// A service whose servers are drained stays: whether it goes once they are empty is for the person to say.
void ServiceRemoval::drainFirst(const ChangePlan &removals)
{
    std::vector<PlacedServer> ofServices;
    std::vector<PlacedServer> alone;
    for (const Operation &operation : removals.operations) {
        if (const auto *service = std::get_if<RemoveService>(&operation)) {
            for (const RealServer &server : service->servers)
                ofServices.push_back({service->before.key, server});
        } else if (const auto *server = std::get_if<RemoveServer>(&operation)) {
            alone.push_back({server->service, server->before});
        }
    }
    std::vector<PlacedServer> weighted = alone;
    std::ranges::copy(ofServices, std::back_inserter(weighted));
    std::erase_if(weighted, [](const PlacedServer &placed) { return placed.server.isDrained(); });
    m_session->drain(weighted).then(this, [this, ofServices, alone](const Result<void> &drained) {
        if (drained) {
            m_drains->add(ofServices);
            m_drains->add(alone, true);
        }
        Q_EMIT drafted(drained);
    });
}

void ServiceRemoval::draft(const ChangePlan &plan)
{
    m_session->addMany(plan).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
}

} // namespace lvs
