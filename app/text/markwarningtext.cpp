// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/markwarningtext.h"

#include "app/text/domaintext.h"
#include "app/text/firewalltext.h"
#include "core/model/markmatch.h"

#include <QCoreApplication>

#include <algorithm>
#include <ranges>

namespace lvs {
namespace {

constexpr std::size_t mostShown = 3;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(MarkWarningText)
public:
    static QString losers(std::span<const ServiceKey> services)
    {
        QStringList names;
        for (const ServiceKey &service : services.first(std::min(mostShown, services.size())))
            names << serviceText(service);
        if (services.size() > mostShown)
            names << tr("%n more", nullptr, int(services.size() - mostShown));
        return tr("IPVS looks for a mark first: while the service of the mark is there, these packets no longer come "
                  "to %1.")
            .arg(listText(names));
    }

    static QString rival(const MarkRuleState &state)
    {
        return tr("A rule of %1 gives packets for %2 the mark %3. Which mark they keep depends on the order of the "
                  "rules.",
                  "program, what the rule looks at, mark")
            .arg(firewallProgramText(state.program), matchText(state.rule), markText(state.rule.mark));
    }
};

} // namespace

QStringList markWarnings(const MarkRule &rule, std::span<const ServiceKey> services, const FirewallState *firewall)
{
    QStringList warnings;
    std::vector<ServiceKey> losers;
    std::ranges::copy_if(services, std::back_inserter(losers),
                         [&](const ServiceKey &service) { return takesFrom(rule, service); });
    if (!losers.empty())
        warnings << Words::losers(losers);
    if (!firewall)
        return warnings;
    const ServiceKey service = ServiceKey::forMark(rule.mark, rule.destination.family());
    const auto isRival = [&](const MarkRuleState &state) {
        return state.program != FirewallProgram::Console && overlap(state.rule, rule) && !state.rule.leadsTo(service);
    };
    for (const MarkRuleState &state : firewall->marks | std::views::filter(isRival) | std::views::take(mostShown))
        warnings << Words::rival(state);
    return warnings;
}

} // namespace lvs
