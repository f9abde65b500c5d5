// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftfilter.h"

#include "core/model/realserver.h"
#include "core/types/servicekey.h"
#include "helper/kernel/filterconditions.h"
#include "helper/kernel/markhook.h"
#include "helper/kernel/nftfilterrule.h"

#include <algorithm>
#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr int mostJumps = 16; // include/net/netfilter/nf_tables.h, NFT_JUMP_STACK_SIZE
constexpr int mostSteps = 100'000;

std::optional<FilterHook> hookOf(const QString &name, const QString &type)
{
    if (type == "nat"_L1)
        return name == "postrouting"_L1 ? std::optional(FilterHook::SourceNat) : std::nullopt;
    if (type != "filter"_L1 && type != "route"_L1) // which iptables makes of mangle OUTPUT
        return {};
    if (name == "prerouting"_L1)
        return FilterHook::Prerouting;
    if (name == "input"_L1)
        return FilterHook::Input;
    if (name == "forward"_L1)
        return FilterHook::Forward;
    if (name == "output"_L1)
        return FilterHook::Output;
    return name == "postrouting"_L1 ? std::optional(FilterHook::Postrouting) : std::nullopt;
}

std::optional<Family> familyOfTable(const QString &table)
{
    if (table == "ip"_L1)
        return Family::IPv4;
    return table == "ip6"_L1 ? std::optional(Family::IPv6) : std::nullopt;
}

/// Everybody may see what is read, and which clients are let in is nobody's business.
void keepClientsPrivate(FilterRule &rule)
{
    if (rule.hook == FilterHook::Forward || rule.hook == FilterHook::SourceNat)
        return;
    rule.isConditional = rule.isConditional || !rule.sources.empty();
    rule.sources.clear();
}

/// A chain that the kernel asks by itself.
struct BaseChain {
    NftChainKey key{};
    FilterHook hook{};
    qint64 priority = 0;
    bool drops = false; ///< by its policy

    friend bool operator<(const BaseChain &a, const BaseChain &b)
    {
        return std::pair(a.hook, a.priority) < std::pair(b.hook, b.priority);
    }
};

class Filters
{
public:
    Filters(const NftListing &listing, const XtReader &xt)
        : m_listing(listing)
        , m_xt(xt)
    {
        for (const NftListedChain &chain : listing.chains())
            takeChain(chain);
        std::ranges::stable_sort(m_chains, std::less<>());
    }

    std::vector<FilterRule> read()
    {
        for (quint16 number = 0; const BaseChain &chain : m_chains) {
            const std::size_t before = m_found.size();
            FilterRule all{.hook = chain.hook, .chain = ++number, .family = familyOfTable(chain.key.family)};
            walk(chain.key, all, 0);
            if (isFull())
                break;
            if (chain.drops) {
                all.verdict = FilterVerdict::Drop;
                all.isPolicy = true;
                all.place = chain.key.place();
                m_found.push_back(all);
            }
            const auto own = std::span(m_found).subspan(before);
            if (std::ranges::all_of(own, [](const FilterRule &rule) { return rule.verdict == FilterVerdict::Accept; }))
                m_found.resize(before);
        }
        return std::move(m_found);
    }

private:
    void takeChain(const NftListedChain &listed)
    {
        constexpr std::array families{"ip"_L1, "ip6"_L1, "inet"_L1};
        const QJsonObject &chain = listed.object;
        const QString name = chain["hook"_L1].toString();
        const auto hook = hookOf(name, chain["type"_L1].toString());
        const qint64 priority = chain["prio"_L1].toInteger();
        if (!hook || m_listing.isAsleep(listed.key))
            return;
        const bool isBeforeIpvs = *hook == FilterHook::Prerouting || *hook == FilterHook::Input;
        const bool isAsked = isBeforeIpvs ? passingOf(listed.key.family, name, int(priority)) == Passing::All
                                          : std::ranges::contains(families, listed.key.family);
        if (!isAsked)
            return;
        m_chains.push_back(
            {.key = listed.key, .hook = *hook, .priority = priority, .drops = chain["policy"_L1] == "drop"_L1});
    }

    /// Whether so much was found that the rest is left out; then nothing is said of what packets meet last.
    bool isFull() const { return m_found.size() >= mostFilterRules || m_steps >= mostSteps; }

    /// Through a chain, with the conditions under which packets come to it.
    void walk(const NftChainKey &key, const FilterRule &base, int depth)
    {
        if (depth > mostJumps)
            return;
        bool isLeft = false; // some packets may have left it before
        for (const NftListedRule &rule : m_listing.rules(key)) {
            for (const FilterStep &step : readFilterRule(rule.expressions, partsOf(key, rule))) {
                if (++m_steps >= mostSteps)
                    return;
                if (base.hook == FilterHook::SourceNat && step.isSourceUnread)
                    continue; // for some, as what the real servers begin themselves
                auto reached = narrowed(base, step.conditions);
                if (!reached)
                    continue;
                reached->isConditional = reached->isConditional || isLeft;
                keepClientsPrivate(*reached);
                reached->place = key.place();
                reached->traffic = step.conditions.traffic;
                const bool isEverything = step.isUnconditional() && !isLeft;
                if (!take(step, *reached, key, depth) && isEverything)
                    return;
                isLeft = isLeft || step.kind == FilterStep::Kind::Goto || step.kind == FilterStep::Kind::Return;
            }
        }
    }

    /// What iptables has put into a rule; nullptr where there is nothing or it could not be read.
    const std::vector<XtPart> *partsOf(const NftChainKey &key, const NftListedRule &rule)
    {
        if (!rule.isIptables())
            return nullptr;
        const auto [parts, isNew] = m_parts.try_emplace(key);
        if (isNew)
            parts->second = m_xt(key.family, key.table, key.chain).value_or(XtParts());
        const auto found = parts->second.constFind(rule.handle);
        return found == parts->second.cend() ? nullptr : &*found;
    }

    /// False where packets do not come to the next rule.
    bool take(const FilterStep &step, FilterRule reached, const NftChainKey &key, int depth)
    {
        switch (step.kind) {
        case FilterStep::Kind::Verdict:
            reached.verdict = step.conditions.verdict;
            add(std::move(reached));
            return false;
        case FilterStep::Kind::Unclear:
            reached.isConditional = true;
            add(std::move(reached));
            return true;
        case FilterStep::Kind::Jump:
        case FilterStep::Kind::Goto:
            walk({key.family, key.table, step.target}, reached, depth + 1);
            return step.kind == FilterStep::Kind::Jump;
        case FilterStep::Kind::Return:
            return false;
        case FilterStep::Kind::Nothing:
            break;
        }
        return true;
    }

    void add(FilterRule rule)
    {
        constexpr std::array balanced{
            quint8(Protocol::Tcp), quint8(Protocol::Udp), quint8(Protocol::Sctp), ipInIp, ipv6InIp, greProtocol};
        const bool matters = rule.protocols.empty() || std::ranges::any_of(rule.protocols, [&](quint8 protocol) {
                                 return std::ranges::contains(balanced, protocol);
                             });
        if (matters && m_found.size() < mostFilterRules)
            m_found.push_back(std::move(rule));
    }

    const NftListing &m_listing;
    const XtReader &m_xt;
    std::map<NftChainKey, XtParts> m_parts; ///< of the chains that were asked for
    std::vector<BaseChain> m_chains;
    std::vector<FilterRule> m_found;
    int m_steps = 0;
};

} // namespace

std::vector<FilterRule> readFilters(const NftListing &listing, const XtReader &xt)
{
    return Filters(listing, xt).read();
}

} // namespace lvs
