// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/strayrulesbar.h"

#include "app/session/directorsession.h"
#include "app/text/firewalltext.h"
#include "core/director/strayrules.h"

#include <utility>

namespace lvs {

StrayRulesBar::StrayRulesBar(DirectorSession *session, QWidget *parent)
    : MessageBar(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("strayRulesBar"));
    connect(session->watcher(), &TableWatcher::snapshotTaken, this, &StrayRulesBar::refresh);
    connect(session, &DirectorSession::draftChanged, this, &StrayRulesBar::refresh);
    connect(session->firewall(), &FirewallWatch::changed, this, &StrayRulesBar::refresh);
    connect(session->director(), &Director::statusChanged, this, &StrayRulesBar::refresh);
    connect(this, &MessageBar::actionTriggered, this, &StrayRulesBar::draftRemoval);
    connect(this, &MessageBar::dismissed, this, [this] { m_dismissed = m_rules; });
}

void StrayRulesBar::look()
{
    if (m_rules.empty())
        m_session->firewall()->refreshOnce();
    else
        m_session->firewall()->refresh();
}

std::vector<MarkRule> StrayRulesBar::undraftedRules() const
{
    const auto snapshot = m_session->watcher()->latest();
    const FirewallState *firewall = m_session->firewall()->state();
    if (!snapshot || !firewall || m_session->firewall()->isOutdated()) // the change may have been their removal
        return {};
    std::vector<MarkRule> rules = strayRules(*snapshot, *firewall);
    if (rules.empty())
        return rules;
    for (const Operation &operation : m_session->draft().plan().operations) {
        if (const auto *remove = std::get_if<RemoveMarkRule>(&operation))
            std::erase(rules, remove->before);
        else if (const auto *add = std::get_if<AddService>(&operation))
            std::erase_if(rules, [&](const MarkRule &rule) { return rule.leadsTo(add->after.key); });
    }
    return rules;
}

void StrayRulesBar::refresh()
{
    m_rules = undraftedRules();
    if (m_rules.empty() || m_rules == m_dismissed)
        return hide();
    const int count = int(m_rules.size());
    const QString action = m_session->isEditable() ? tr("Remove the rule(s)", nullptr, count) : QString();
    showMessage(Severity::Warning, tr("%n firewall rule(s) of LVS Console lead to no service.", nullptr, count),
                markRuleLines(m_rules).join(u'\n'), action);
}

void StrayRulesBar::draftRemoval()
{
    ChangePlan removals;
    for (const MarkRule &rule : m_rules)
        removals.operations.emplace_back(RemoveMarkRule{rule});
    m_session->addMany(std::move(removals)).then(this, [this](const Result<void> &result) { Q_EMIT drafted(result); });
}

} // namespace lvs
