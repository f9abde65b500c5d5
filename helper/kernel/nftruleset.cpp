// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftruleset.h"

#include "helper/kernel/markhook.h"
#include "helper/kernel/nftrule.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// Where a chain is left for another one.
struct Jump {
    QString target{};
    bool isConditional = false; ///< not for every packet
};

/// Finds jumps wherever they stand: as a verdict, or in a map of verdicts.
void findJumps(const QJsonValue &value, bool isConditional, std::vector<Jump> &jumps)
{
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            findJumps(element, isConditional, jumps);
    }
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == "jump"_L1 || member.key() == "goto"_L1)
            jumps.push_back({member.value()["target"_L1].toString(), isConditional});
        else
            findJumps(member.value(), isConditional, jumps);
    }
}

/// Whether an expression leads to chains that a map with a name holds.
bool hasNamedVerdicts(const QJsonValue &expression)
{
    return expression["vmap"_L1]["data"_L1].toString().startsWith(u'@');
}

/// Everything but counters and the verdict itself is a condition.
bool isCondition(const QJsonValue &expression)
{
    constexpr std::array unconditional{"counter"_L1, "jump"_L1, "goto"_L1};
    const QJsonObject object = expression.toObject();
    return std::ranges::none_of(unconditional, [&](QLatin1StringView kind) { return object.contains(kind); });
}

class Ruleset
{
public:
    explicit Ruleset(const NftListing &listing)
        : m_listing(listing)
    {
        for (const NftListedChain &chain : listing.chains())
            takeChain(chain);
    }

    FirewallState read(const XtReader &xt)
    {
        followJumps();
        for (const NftListedChain &chain : m_listing.chains()) {
            if (const auto reached = m_reached.find(chain.key); reached != m_reached.end())
                readMarks(chain.key, reached->second, xt);
        }
        return std::move(m_state);
    }

private:
    void takeChain(const NftListedChain &chain)
    {
        const NftChainKey &key = chain.key;
        if (chain.object.contains("hook"_L1))
            m_hooked.insert(key);
        const Passing passing =
            passingOf(key.family, chain.object["hook"_L1].toString(), chain.object["prio"_L1].toInt());
        if (passing != Passing::None && !m_listing.isAsleep(key))
            m_reached.emplace(key, passing == Passing::Some);
    }

    /// Into all chains that packets get to on their way in; those that only some get to are narrower.
    void followJumps()
    {
        std::vector<NftChainKey> open;
        std::ranges::transform(m_reached, std::back_inserter(open), [](const auto &chain) { return chain.first; });
        while (!open.empty()) {
            const NftChainKey from = open.back();
            open.pop_back();
            for (const NftListedRule &rule : m_listing.rules(from)) {
                std::vector<Jump> jumps;
                findJumps(rule.expressions, std::ranges::any_of(rule.expressions, isCondition), jumps);
                for (const Jump &jump : jumps) {
                    const bool isNarrower = jump.isConditional || m_reached.at(from);
                    const NftChainKey to{from.family, from.table, jump.target};
                    const auto [known, isNew] = m_reached.emplace(to, isNarrower);
                    if (isNew || (known->second && !isNarrower)) {
                        known->second = isNarrower;
                        open.push_back(to);
                    }
                }
            }
        }
    }

    /// Whether chains that nothing else leads to mark packets.
    bool isMarkingElsewhere(const NftChainKey &table)
    {
        return std::ranges::any_of(m_listing.chains(), [&](const NftListedChain &chain) {
            const NftChainKey &key = chain.key;
            return key.isInTableOf(table) && !m_reached.contains(key) && !m_hooked.contains(key) &&
                   std::ranges::any_of(m_listing.rules(key), [&](const NftListedRule &rule) {
                       return readMarkRule(rule.expressions, key.family, nullptr).setsMark;
                   });
        });
    }

    void readMarks(const NftChainKey &key, bool isNarrower, const XtReader &xt)
    {
        XtParts parts;
        bool areAsked = false; // once for the chain
        for (const NftListedRule &rule : m_listing.rules(key)) {
            if (std::ranges::any_of(rule.expressions, hasNamedVerdicts) && isMarkingElsewhere(key))
                addUnread(FirewallProgram::Nftables, key);
            const bool isIptables = rule.isIptables();
            MarkReading reading = readMarkRule(rule.expressions, key.family, nullptr);
            if (isIptables && reading.setsMark) {
                if (!areAsked)
                    parts = xt(key.family, key.table, key.chain).value_or(XtParts());
                areAsked = true;
                if (const auto found = parts.constFind(rule.handle); found != parts.cend())
                    reading = readMarkRule(rule.expressions, key.family, &*found);
            }
            if (!reading.setsMark)
                continue;
            const auto program = isIptables ? FirewallProgram::IptablesNft : FirewallProgram::Nftables;
            if (!reading.isReadable)
                addUnread(program, key);
            for (const MarkRule &mark : reading.rules) {
                m_state.marks.push_back({.rule = mark,
                                         .program = program,
                                         .place = key.place(),
                                         .isNarrower = reading.isNarrower || isNarrower,
                                         .traffic = reading.traffic});
            }
        }
    }

    void addUnread(FirewallProgram program, const NftChainKey &key)
    {
        const UnreadRules unread{.program = program, .place = key.place()};
        if (!std::ranges::contains(m_state.unread, unread))
            m_state.unread.push_back(unread);
    }

    const NftListing &m_listing;
    std::set<NftChainKey> m_hooked;        ///< nothing can jump to them
    std::map<NftChainKey, bool> m_reached; ///< chains that packets get to, and whether only some do
    FirewallState m_state;
};

} // namespace

FirewallState firewallFrom(const NftListing &listing, const XtReader &xt)
{
    return Ruleset(listing).read(xt);
}

} // namespace lvs
