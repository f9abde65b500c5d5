// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace lvs::test {

// Listings as libnftables writes them.

inline QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// A rule as a listing shows it.
inline QJsonObject listed(const QByteArray &family, const QByteArray &table, const QByteArray &chain,
                          const QJsonArray &expressions, int handle = 4)
{
    using namespace Qt::StringLiterals;
    return {{"rule"_L1, QJsonObject{{"family"_L1, QString::fromLatin1(family)},
                                    {"table"_L1, QString::fromLatin1(table)},
                                    {"chain"_L1, QString::fromLatin1(chain)},
                                    {"handle"_L1, handle},
                                    {"expr"_L1, expressions}}}};
}

/// A chain without a hook, or one at a hook.
inline QJsonObject chain(const QByteArray &family, const QByteArray &table, const QByteArray &name,
                         const QByteArray &hook = {}, int priority = -150, const QByteArray &type = "filter")
{
    using namespace Qt::StringLiterals;
    QJsonObject chain{{"family"_L1, QString::fromLatin1(family)},
                      {"table"_L1, QString::fromLatin1(table)},
                      {"name"_L1, QString::fromLatin1(name)},
                      {"handle"_L1, 1}};
    if (!hook.isEmpty()) {
        chain.insert("hook"_L1, QString::fromLatin1(hook));
        chain.insert("prio"_L1, priority);
        chain.insert("type"_L1, QString::fromLatin1(type));
        chain.insert("policy"_L1, "accept"_L1);
    }
    return {{"chain"_L1, chain}};
}

inline QByteArray ruleset(const QJsonArray &objects)
{
    return QJsonDocument(QJsonObject{{QLatin1StringView("nftables"), objects}}).toJson();
}

/// What was read, a line for each rule.
inline QStringList summary(const FirewallState &state)
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    for (const MarkRuleState &mark : state.marks) {
        QString line = QString::number(int(mark.program)) + u' ' + mark.place + u": "_s + mark.rule.toString();
        if (mark.isNarrower)
            line += u" narrower"_s;
        if (mark.traffic)
            line += u" %1/%2"_s.arg(mark.traffic->packets).arg(mark.traffic->bytes);
        lines << line;
    }
    for (const SnatRuleState &snat : state.snats)
        lines << snat.rule.toString();
    for (const UnreadRules &unread : state.unread)
        lines << QString::number(int(unread.program)) + u' ' + unread.place + u" unread"_s;
    return lines;
}

} // namespace lvs::test
