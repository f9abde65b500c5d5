// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/owntable.h"

#include "core/change/overloaded.h"
#include "core/model/ownchains.h"
#include "helper/kernel/nftrule.h"
#include "helper/kernel/nftvalues.h"
#include "helper/kernel/nftwrite.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr QLatin1StringView family{"inet"};

// Rules are those of the console if writing them gives the same again.

std::optional<MarkRuleState> readOwnMarkRule(const QJsonArray &expressions)
{
    const MarkReading reading = readMarkRule(expressions, family, nullptr);
    if (reading.rules.size() != 1)
        return {};
    MarkRuleState state{.rule = reading.rules.front(),
                        .program = FirewallProgram::Console,
                        .place = marksChain.place(),
                        .traffic = reading.traffic};
    return validate(state.rule) && expressionsOf(state) == expressions ? std::optional(state) : std::nullopt;
}

std::optional<SnatRuleState> readOwnSnatRule(const QJsonArray &expressions)
{
    constexpr qsizetype size = 4; // servers, virtual address, counter, source
    if (expressions.size() != size)
        return {};
    const auto network = networkOf(expressions[0]["match"_L1]["right"_L1]);
    const auto virtualAddress = IpAddress::fromText(expressions[1]["match"_L1]["right"_L1].toString());
    const auto source = IpAddress::fromText(expressions[3]["snat"_L1]["addr"_L1].toString());
    if (!network || !virtualAddress || !source)
        return {};
    SnatRuleState state{.rule = {.servers = *network, .virtualAddress = *virtualAddress, .source = *source},
                        .traffic = trafficOf(expressions[2]["counter"_L1])};
    return validate(state.rule) && expressionsOf(state) == expressions ? std::optional(state) : std::nullopt;
}

QJsonObject chainObject(const OwnChain &chain)
{
    return {{"family"_L1, family},   {"table"_L1, ownTable},      {"name"_L1, chain.name},   {"type"_L1, chain.type},
            {"hook"_L1, chain.hook}, {"prio"_L1, chain.priority}, {"policy"_L1, "accept"_L1}};
}

bool isMadeAs(const OwnChain &own, const QJsonObject &chain)
{
    const QJsonObject made = chainObject(own);
    return !chain.contains("dev"_L1) &&
           std::ranges::all_of(made.keys(), [&](const QString &key) { return chain[key] == made[key]; });
}

/// Whether a table sleeps, or belongs to another program for as long as that runs.
bool hasFlags(const QJsonObject &table)
{
    const QJsonValue flags = table["flags"_L1];
    return flags.isString() || !flags.toArray().isEmpty();
}

QJsonObject command(QLatin1StringView verb, QLatin1StringView kind, const QJsonObject &what)
{
    return nftObject(verb, nftObject(kind, what));
}

QJsonObject tableObject()
{
    return {{"family"_L1, family}, {"name"_L1, ownTable}};
}

QString placeOf(const QString &name)
{
    return u"inet %1 %2"_s.arg(ownTable, name);
}

} // namespace

template<class State> int OwnTable::Chain<State>::add(const State &wanted)
{
    if (std::ranges::any_of(rules, [&](const auto &known) { return known.state.rule == wanted.rule; }))
        return EEXIST;
    rules.push_back({.state = wanted});
    return 0;
}

template<class State> int OwnTable::Chain<State>::remove(const auto &rule)
{
    for (const auto &known : rules) {
        if (known.state.rule == rule && known.handle != 0)
            removed.push_back(known.handle);
    }
    return std::erase_if(rules, [&](const auto &known) { return known.state.rule == rule; }) == 0 ? ENOENT : 0;
}

template<class State> bool OwnTable::Chain<State>::isChanged() const
{
    return !removed.empty() || std::ranges::any_of(rules, [&](const auto &rule) { return isNew(rule); });
}

Result<OwnTable> OwnTable::from(const QByteArray &json)
{
    const QJsonValue objects = QJsonDocument::fromJson(json)["nftables"_L1];
    if (!objects.isArray())
        return failure(ErrorCode::BadKernelReply);
    OwnTable table;
    for (const QJsonValue &object : objects.toArray())
        table.take(object.toObject());
    table.m_foreign.removeDuplicates();
    return table;
}

OwnTable OwnTable::unread()
{
    OwnTable table;
    table.m_foreign << u"inet "_s + ownTable;
    return table;
}

void OwnTable::take(const QJsonObject &object)
{
    const QString kind = object.isEmpty() ? u"metainfo"_s : object.begin().key();
    const QJsonObject what = object[kind].toObject();
    if (kind == "metainfo"_L1)
        return;
    if (kind == "chain"_L1)
        takeChain(what);
    else if (kind == "rule"_L1)
        takeRule(what);
    else if (kind != "table"_L1) // a set, a map, a counter with a name
        m_foreign << placeOf(what["name"_L1].toString());
    else if (hasFlags(what))
        m_foreign << u"inet "_s + ownTable;
}

void OwnTable::takeChain(const QJsonObject &chain)
{
    if (isMadeAs(marksChain, chain))
        m_marks.isThere = true;
    else if (isMadeAs(fullNatChain, chain))
        m_snats.isThere = true;
    else
        m_foreign << placeOf(chain["name"_L1].toString());
}

void OwnTable::takeRule(const QJsonObject &rule)
{
    const QJsonArray expressions = rule["expr"_L1].toArray();
    const QString chain = rule["chain"_L1].toString();
    const auto handle = quint64(rule["handle"_L1].toInteger());
    if (const auto mark = readOwnMarkRule(expressions); mark && chain == marksChain.name && handle != 0)
        m_marks.rules.push_back({.state = *mark, .handle = handle});
    else if (const auto snat = readOwnSnatRule(expressions); snat && chain == fullNatChain.name && handle != 0)
        m_snats.rules.push_back({.state = *snat, .handle = handle});
    else
        m_foreign << placeOf(chain);
}

FirewallState OwnTable::state() const
{
    FirewallState state;
    for (const auto &rule : m_marks.rules)
        state.marks.push_back(rule.state);
    for (const auto &rule : m_snats.rules)
        state.snats.push_back(rule.state);
    for (const QString &place : m_foreign)
        state.unread.push_back({.program = FirewallProgram::Console, .place = place});
    return state;
}

int OwnTable::carryOut(const Operation &operation)
{
    return std::visit(Overloaded{
                          [this](const AddMarkRule &op) { return m_marks.add({.rule = op.after}); },
                          [this](const RemoveMarkRule &op) { return m_marks.remove(op.before); },
                          [this](const AddSnatRule &op) { return m_snats.add({.rule = op.after}); },
                          [this](const RemoveSnatRule &op) { return m_snats.remove(op.before); },
                          [](const auto &) { return EOPNOTSUPP; },
                      },
                      operation);
}

QByteArray OwnTable::changes() const
{
    if (!m_marks.isChanged() && !m_snats.isChanged())
        return {};
    if (m_marks.rules.empty() && m_snats.rules.empty())
        return nftCommands({command("delete"_L1, "table"_L1, tableObject())});
    QJsonArray commands;
    removeFrom(marksChain, m_marks, commands);
    removeFrom(fullNatChain, m_snats, commands);
    commands.append(command("add"_L1, "table"_L1, tableObject()));
    addTo(marksChain, m_marks, commands);
    addTo(fullNatChain, m_snats, commands);
    return nftCommands(commands);
}

template<class State> void OwnTable::removeFrom(const OwnChain &own, const Chain<State> &chain, QJsonArray &commands)
{
    for (const quint64 handle : chain.removed) {
        commands.append(command(
            "delete"_L1, "rule"_L1,
            QJsonObject{
                {"family"_L1, family}, {"table"_L1, ownTable}, {"chain"_L1, own.name}, {"handle"_L1, qint64(handle)}}));
    }
    if (chain.isThere && chain.rules.empty()) {
        commands.append(command("delete"_L1, "chain"_L1,
                                QJsonObject{{"family"_L1, family}, {"table"_L1, ownTable}, {"name"_L1, own.name}}));
    }
}

template<class State> void OwnTable::addTo(const OwnChain &own, const Chain<State> &chain, QJsonArray &commands)
{
    if (!chain.isThere && !chain.rules.empty())
        commands.append(command("add"_L1, "chain"_L1, chainObject(own)));
    for (const auto &rule : chain.rules) {
        if (!chain.isNew(rule))
            continue;
        commands.append(command("add"_L1, "rule"_L1,
                                QJsonObject{{"family"_L1, family},
                                            {"table"_L1, ownTable},
                                            {"chain"_L1, own.name},
                                            {"expr"_L1, expressionsOf(rule.state)}}));
    }
}

} // namespace lvs
