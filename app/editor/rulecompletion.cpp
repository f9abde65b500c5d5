// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/rulecompletion.h"

#include "app/text/domaintext.h"
#include "app/text/ruleoptiontext.h"
#include "app/text/schedulertext.h"
#include "core/rules/linewords.h"
#include "core/rules/optiontable.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

/// No list is worth reading to its end.
constexpr std::size_t mostAddresses = 200;

QList<DescribedItem> schedulers()
{
    QList<DescribedItem> items;
    for (const QStringView name : kernelSchedulers)
        items.append({name.toString(), schedulerText(name)});
    return items;
}

QList<DescribedItem> plain(std::initializer_list<QLatin1StringView> words)
{
    QList<DescribedItem> items;
    for (const QLatin1StringView word : words)
        items.append({word});
    return items;
}

QList<DescribedItem> services(const IpvsTable &present, Protocol protocol)
{
    QList<DescribedItem> items;
    for (const auto &[key, entry] : present.entries()) {
        if (!key.isMark() && key.protocol == quint8(protocol) && std::size_t(items.size()) < mostAddresses)
            items.append({ServerKey{key.address, key.port}.toString(), serviceText(key)});
    }
    return items;
}

QList<DescribedItem> marks(const IpvsTable &present)
{
    QList<DescribedItem> items;
    for (const auto &[key, entry] : present.entries()) {
        if (key.isMark())
            items.append({QString::number(key.firewallMark), serviceText(key)});
    }
    return items;
}

QList<DescribedItem> servers(const IpvsTable &present, QStringView prefix)
{
    std::map<ServerKey, int> uses;
    for (const auto &[key, entry] : present.entries()) {
        for (const RealServer &server : entry.servers) {
            if (uses.size() < mostAddresses || uses.contains(server.key))
                ++uses[server.key];
        }
    }
    QList<DescribedItem> items;
    for (const auto &[server, count] : uses) {
        if (server.toString().startsWith(prefix))
            items.append({server.toString(), serverUseText(count)});
    }
    return items;
}

QList<DescribedItem> valuesOf(RuleOption option, const IpvsTable &present, QStringView prefix)
{
    switch (option) {
    case RuleOption::TcpService:
        return services(present, Protocol::Tcp);
    case RuleOption::UdpService:
        return services(present, Protocol::Udp);
    case RuleOption::SctpService:
        return services(present, Protocol::Sctp);
    case RuleOption::MarkService:
        return marks(present);
    case RuleOption::Server:
        return servers(present, prefix);
    case RuleOption::Scheduler:
        return schedulers();
    case RuleOption::SchedulerFlags:
        return plain(
            {"sh-fallback"_L1, "sh-port"_L1, "mh-fallback"_L1, "mh-port"_L1, "flag-1"_L1, "flag-2"_L1, "flag-3"_L1});
    case RuleOption::TunnelType:
        return plain({"ipip"_L1, "gue"_L1, "gre"_L1});
    case RuleOption::Engine:
        return plain({"sip"_L1});
    default:
        return {};
    }
}

QList<DescribedItem> verbs()
{
    QList<DescribedItem> items;
    for (const RuleSpec &spec : ruleSpecs()) {
        const auto *verb = std::get_if<RuleVerb>(&spec.meaning);
        if (verb && *verb < RuleVerb::List) // what remains makes no sense in a file
            items.append({spec.name(), ruleVerbText(*verb)});
    }
    return items;
}

/// Those that fit the command and exclude nothing that is there.
QList<DescribedItem> options(RuleVerb verb, const std::vector<const RuleSpec *> &given)
{
    QList<DescribedItem> items;
    for (const RuleSpec &spec : ruleSpecs()) {
        const auto *option = std::get_if<RuleOption>(&spec.meaning);
        const auto excludes = [&](const RuleSpec *other) { return excludeEachOther(spec, *other); };
        if (option && spec.fits(verb) && std::ranges::none_of(given, excludes))
            items.append({spec.name(), ruleOptionText(*option)});
    }
    return items;
}

const RuleSpec *specOf(QStringView word)
{
    if (word.startsWith("--"_L1))
        return findRuleSpec(word.sliced(2));
    return word.size() == 2 && word.startsWith(u'-') ? findRuleSpec(word[1]) : nullptr;
}

} // namespace

RuleCompletion completeRule(QStringView line, qsizetype column, const IpvsTable &present)
{
    const LineWords before = lineWords(line.first(column), RuleMode::Friendly);
    if (before.comment.length > 0)
        return {};
    RuleCompletion completion{.word = {column, 0}};
    auto words = before.words;
    QStringView prefix;
    if (!words.isEmpty() && words.last().span.start + words.last().span.length == column) {
        completion.word = words.last().span;
        prefix = words.last().text;
        words.removeLast();
    }
    std::optional<RuleVerb> verb;
    std::vector<const RuleSpec *> given;
    for (const Word &word : words) {
        const RuleSpec *spec = specOf(word.text);
        if (const auto *found = spec ? std::get_if<RuleVerb>(&spec->meaning) : nullptr)
            verb = *found;
        else if (spec)
            given.push_back(spec);
    }
    const RuleSpec *last = words.isEmpty() ? nullptr : specOf(words.last().text);
    const auto *option = last ? std::get_if<RuleOption>(&last->meaning) : nullptr;
    if (option && last->argument == RuleArgument::Required)
        completion.items = valuesOf(*option, present, prefix);
    else if (last && last->argument == RuleArgument::Required && !option)
        completion.items = plain({"master"_L1, "backup"_L1});
    else
        completion.items = verb ? options(*verb, given) : verbs();
    completion.items.removeIf([prefix](const DescribedItem &item) {
        return !item.text.startsWith(prefix, Qt::CaseSensitive) || item.text == prefix;
    });
    return completion;
}

} // namespace lvs
