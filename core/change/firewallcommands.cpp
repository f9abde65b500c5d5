// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/firewallcommands.h"

#include "core/model/ownchains.h"
#include "core/types/protocolword.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

QString addressWord(Family family)
{
    return family == Family::IPv4 ? u"ip"_s : u"ip6"_s;
}

QString portWords(const PortSet &ports)
{
    const QString list = ports.toString();
    return ports.ranges().size() == 1 ? list : u"{ "_s + QString(list).replace(u',', u", "_s) + u" }"_s;
}

/// As `nft list` shows it, up to what it has counted.
QString words(const MarkRule &rule)
{
    return u"%1 daddr %2 %3 dport %4 meta mark set 0x%5"_s
        .arg(addressWord(rule.destination.family()), rule.destination.toString(),
             protocolWord(rule.protocol).toString(), portWords(rule.ports))
        .arg(rule.mark, 8, 16, QChar(u'0'));
}

QString words(const SnatRule &rule)
{
    const QString address = addressWord(rule.servers.family());
    return u"%1 daddr %2 ct original %1 daddr %3"_s.arg(address, rule.servers.toString(),
                                                        rule.virtualAddress.toString());
}

QString target(const SnatRule &rule)
{
    return u"snat %1 to %2"_s.arg(addressWord(rule.source.family()), rule.source.toString());
}

QStringList adding(const OwnChain &chain, const QString &rule)
{
    return {u"nft add table inet %1"_s.arg(ownTable),
            u"nft 'add chain %1 { type %2 hook %3 priority %4; }'"_s.arg(chain.place(), chain.type, chain.hook,
                                                                         chain.priorityWord),
            u"nft 'add rule %1 %2'"_s.arg(chain.place(), rule)};
}

/// Rules have no name but the number they were given.
QString removing(const OwnChain &chain, const QStringList &parts)
{
    QString find = u"nft -a list chain %1"_s.arg(chain.place());
    for (const QString &part : parts)
        find += u" | grep -F '%1 '"_s.arg(part);
    return u"nft delete rule %1 handle $(%2 | sed 's/.*# handle //')"_s.arg(chain.place(), find);
}

} // namespace

QStringList commandsFor(const AddMarkRule &add)
{
    return adding(marksChain, words(add.after) + u" counter"_s);
}

QStringList commandsFor(const RemoveMarkRule &remove)
{
    return {removing(marksChain, {words(remove.before)})};
}

QStringList commandsFor(const AddSnatRule &add)
{
    return adding(fullNatChain, words(add.after) + u" counter "_s + target(add.after));
}

QStringList commandsFor(const RemoveSnatRule &remove)
{
    return {removing(fullNatChain, {words(remove.before), target(remove.before)})};
}

} // namespace lvs
