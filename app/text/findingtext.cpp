// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/findingtext.h"

#include "app/text/firewalltext.h"
#include "app/text/warningtext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FindingText)
public:
    static MarkedText finding(const TableFinding &finding)
    {
        switch (finding.kind) {
        case TableFinding::Kind::NoServers:
            return {State::Unreachable, tr("Has no real server: every client is refused.")};
        case TableFinding::Kind::AllDrained:
            return {State::Unreachable, tr("Every real server is drained: new connections are refused.")};
        case TableFinding::Kind::NoMarkRule:
            return {State::Unreachable, tr("No firewall rule gives its mark: probably no packet reaches it.")};
        case TableFinding::Kind::MarkRuleUnread:
            return {State::Unknown, tr("No firewall rule that can be read gives its mark.")};
        case TableFinding::Kind::StrayRule:
            return {State::Overloaded,
                    tr("There is no such service, but a firewall rule of LVS Console leads to it: %1", "rule")
                        .arg(markRuleText(finding.rule))};
        case TableFinding::Kind::Odd:
            return {State::Overloaded, warningText(finding.warning)};
        }
        return {};
    }

    static QString explanation(const TableFinding &finding)
    {
        switch (finding.kind) {
        case TableFinding::Kind::NoServers:
            return tr("Add a real server to it, or remove the service.");
        case TableFinding::Kind::AllDrained:
            return tr("Give at least one of them a weight above 0. Connections that are open stay.");
        case TableFinding::Kind::NoMarkRule:
            return tr(
                "Add the rule with “Add marked service”: with a mark that has a service it adds the rule alone. Or "
                "add one of nftables or iptables that marks packets for the VIP before they reach IPVS (hook "
                "prerouting). What else can mark packets, such as traffic control (tc), is not looked at.");
        case TableFinding::Kind::MarkRuleUnread:
            return unreadRulesAdvice(finding.unread);
        case TableFinding::Kind::StrayRule:
            return tr("Packets it marks come to another service if there is one for their address, or to the director "
                      "itself. The Services page offers to remove the rule; with “Add service” the mark gets a service "
                      "again.");
        case TableFinding::Kind::Odd:
            break;
        }
        return {};
    }

    static MarkedText skew()
    {
        return {State::Overloaded, tr("New connections are not shared out as the scheduler promises.")};
    }

    static MarkedText unreachable()
    {
        return {State::Unreachable, tr("No real server answers (by probe): new connections fail.")};
    }

    static QString unreachableWhy()
    {
        return tr(
            "Seen from the director by the last health check. The Services page shows what each server answered.");
    }

    static MarkedText none(const Snapshot *whole)
    {
        if (!whole)
            return {State::Unknown, tr("Reading …")};
        if (whole->services.empty())
            return {State::Unknown, tr("No virtual services yet: nobody is served. Add one on the Services page.")};
        return {State::Serving, tr("Nothing stands out: every service takes new connections.")};
    }
};

} // namespace

MarkedText findingText(const TableFinding &finding)
{
    return Words::finding(finding);
}

QString findingExplanation(const TableFinding &finding)
{
    return Words::explanation(finding);
}

MarkedText skewFinding()
{
    return Words::skew();
}

MarkedText unreachableFinding()
{
    return Words::unreachable();
}

QString unreachableExplanation()
{
    return Words::unreachableWhy();
}

MarkedText noFinding(const Snapshot *whole)
{
    return Words::none(whole);
}

} // namespace lvs
