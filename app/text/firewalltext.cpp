// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/firewalltext.h"

#include "app/text/domaintext.h"
#include "app/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace lvs {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(FirewallText)
public:
    static QString match(const MarkRule &rule)
    {
        const bool isEvery = rule.destination == IpNetwork::every(rule.destination.family());
        QStringList parts;
        if (!isEvery)
            parts << rule.destination.toString();
        else if (rule.destination.family() == Family::IPv4)
            parts << tr("every IPv4 address");
        else
            parts << tr("every IPv6 address");
        if (rule.protocol != 0)
            parts << protocolText(rule.protocol);
        if (rule.ports.isEmpty())
            parts << tr("every port");
        else
            parts << tr("port(s) %1", nullptr, portCount(rule.ports))
                         .arg(rule.ports.toString().replace(u',', QStringLiteral(", ")));
        return listText(parts);
    }

    static QString program(FirewallProgram program)
    {
        switch (program) {
        case FirewallProgram::Console:
            return tr("LVS Console");
        case FirewallProgram::Nftables:
            return tr("nftables");
        case FirewallProgram::IptablesNft:
            return tr("iptables");
        case FirewallProgram::IptablesLegacy:
            return tr("legacy iptables");
        }
        return {};
    }

    static QString rule(const MarkRuleState &state)
    {
        const QString what = match(state.rule);
        if (!state.traffic)
            return tr("%1 (%2)", "what a rule looks at, whose it is").arg(what, program(state.program));
        return tr("%1: %2 packet(s) (%3)", "what a rule looks at, how many, whose it is",
                  countForPlural(state.traffic->packets))
            .arg(what, format::count(state.traffic->packets), program(state.program));
    }

    static QString rule(const MarkRule &rule)
    {
        return tr("%1 → mark %2", "what a rule looks at, mark").arg(match(rule), markText(rule.mark));
    }

    static QStringList lines(std::span<const MarkRule> rules)
    {
        constexpr std::size_t mostShown = 8;
        QStringList lines;
        for (const MarkRule &shown : rules.first(std::min(mostShown, rules.size())))
            lines << rule(shown);
        if (rules.size() > mostShown)
            lines << tr("… and %n more rule(s)", nullptr, int(rules.size() - mostShown));
        return lines;
    }

    static QString details(const MarkRuleState &state)
    {
        QStringList lines{tr("Stands in: %1").arg(state.place)};
        if (state.isNarrower)
            lines << tr(
                "It also looks at something else, such as an interface or a source, so not all of these packets "
                "get the mark.");
        if (state.rule.mask != ~0u)
            lines << tr("It sets only some bits of the mark: 0x%1.").arg(state.rule.mask, 0, 16);
        if (state.traffic)
            lines << tr("It has marked %1 packet(s) with %2.", nullptr, countForPlural(state.traffic->packets))
                         .arg(format::count(state.traffic->packets), format::bytes(state.traffic->bytes));
        else
            lines << tr("It does not count its packets.");
        return lines.join(u'\n');
    }

    static QString add(const MarkRule &rule)
    {
        return tr("Mark packets for %1 with %2", "what a rule looks at, mark").arg(match(rule), markText(rule.mark));
    }
    static QString remove(const MarkRule &rule)
    {
        return tr("No longer mark packets for %1 with %2 (its counters are lost)", "what a rule looks at, mark")
            .arg(match(rule), markText(rule.mark));
    }
    static QString add(const SnatRule &rule)
    {
        return tr("Give what goes to %1 for %2 the source %3", "network of the real servers, VIP, address")
            .arg(rule.servers.toString(), rule.virtualAddress.toString(), rule.source.toString());
    }
    static QString remove(const SnatRule &rule)
    {
        return tr("No longer give what goes to %1 for %2 the source %3 (its counters are lost)",
                  "network of the real servers, VIP, address")
            .arg(rule.servers.toString(), rule.virtualAddress.toString(), rule.source.toString());
    }

    static QString unread(const UnreadRules &unread)
    {
        return tr("%1 (%2): there, but can't be read", "place of rules, whose they are")
            .arg(unread.place, program(unread.program));
    }

    static QString advice(std::span<const UnreadRules> unread)
    {
        constexpr std::size_t mostShown = 4;
        QStringList places;
        QStringList commands;
        for (const UnreadRules &rules : unread.first(std::min(mostShown, unread.size()))) {
            places << tr("%1 (%2)", "place of rules, whose they are").arg(rules.place, program(rules.program));
            commands << tr("“%1”", "a command").arg(commandThatShows(rules));
        }
        if (unread.size() > mostShown)
            places << tr("and %n more place(s)", nullptr, int(unread.size() - mostShown));
        return tr("This console can't read all rules of %1; they may lead to it. On the director they are shown by "
                  "%2.",
                  "places of rules, commands")
            .arg(listText(places), listText(commands));
    }

private:
    static QString commandThatShows(const UnreadRules &unread)
    {
        const QStringList words = unread.place.split(u' '); // family, table, chain
        const bool isIptables =
            unread.program == FirewallProgram::IptablesLegacy || unread.program == FirewallProgram::IptablesNft;
        if (isIptables && words.size() > 1) {
            const QString family = words[0] == QLatin1StringView("ip6") ? QStringLiteral("ip6") : QStringLiteral("ip");
            const QString kind =
                unread.program == FirewallProgram::IptablesLegacy ? QStringLiteral("-legacy") : QString();
            return QStringLiteral("%1tables%2 -t %3 -S").arg(family, kind, words[1]);
        }
        return words.size() > 1 ? QStringLiteral("nft list table %1 %2").arg(words[0], words[1])
                                : QStringLiteral("nft list ruleset");
    }

    static int countForPlural(quint64 count) { return int(std::min<quint64>(count, std::numeric_limits<int>::max())); }

    static int portCount(const PortSet &ports)
    {
        const auto ranges = ports.ranges();
        return ranges.size() == 1 && ranges.front().first == ranges.front().last ? 1 : 2;
    }
};

} // namespace

QString firewallProgramText(FirewallProgram program)
{
    return Words::program(program);
}

QString markText(quint32 mark)
{
    return QStringLiteral("%1 (0x%2)").arg(mark).arg(mark, 0, 16);
}

QString matchText(const MarkRule &rule)
{
    return Words::match(rule);
}

QString markRuleText(const MarkRule &rule)
{
    return Words::rule(rule);
}

QStringList markRuleLines(std::span<const MarkRule> rules)
{
    return Words::lines(rules);
}

QString markRuleText(const MarkRuleState &state)
{
    return Words::rule(state);
}

QString markRuleDetails(const MarkRuleState &state)
{
    return Words::details(state);
}

QString operationText(const AddMarkRule &add)
{
    return Words::add(add.after);
}

QString operationText(const RemoveMarkRule &remove)
{
    return Words::remove(remove.before);
}

QString operationText(const AddSnatRule &add)
{
    return Words::add(add.after);
}

QString operationText(const RemoveSnatRule &remove)
{
    return Words::remove(remove.before);
}

QString unreadRulesText(const UnreadRules &unread)
{
    return Words::unread(unread);
}

QString unreadRulesAdvice(std::span<const UnreadRules> unread)
{
    return Words::advice(unread);
}

} // namespace lvs
