// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/firewall.h"

#include "core/apply/kernelerror.h"
#include "core/change/changeplan.h"
#include "core/model/ownchains.h"
#include "helper/kernel/markhook.h"
#include "helper/kernel/nftchains.h"
#include "helper/kernel/nftcontext.h"
#include "helper/kernel/nftfilter.h"
#include "helper/kernel/nftruleset.h"
#include "helper/kernel/owntable.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr QLatin1StringView ownFamily{"inet"};
/// More, and somebody else fills it.
constexpr quint32 mostOwnRules = 4 * quint32(ChangePlan::mostOnHost);

bool hasLegacy(QLatin1StringView family, QLatin1StringView table)
{
    return QFile::exists(u"/sys/module/%1table_%2"_s.arg(family, table));
}

/// The older iptables shows its rules to root alone. A table of it is there once its module is loaded, which happens
/// when somebody looks at it; one that is built into the kernel can't be told.
void addLegacy(FirewallState &state)
{
    for (const QLatin1StringView family : {"ip"_L1, "ip6"_L1}) {
        for (const QLatin1StringView table : {"raw"_L1, "mangle"_L1, "nat"_L1}) {
            if (hasLegacy(family, table))
                state.unread.push_back({FirewallProgram::IptablesLegacy, u"%1 %2"_s.arg(family, table)});
        }
        if (hasLegacy(family, "filter"_L1))
            state.unreadFilters.push_back({FirewallProgram::IptablesLegacy, u"%1 filter"_s.arg(family)});
    }
}

struct Table {
    quint32 uses = 0;           ///< its rules at most
    bool isPassed = false;      ///< packets pass one of its chains on their way to IPVS
    bool isPassedAfter = false; ///< they, or replies of real servers, pass one of them behind IPVS
};
/// By family and name.
using Tables = std::map<std::pair<QString, QString>, Table>;

Tables tablesOf(const std::vector<NftChain> &chains)
{
    Tables tables;
    constexpr std::array routed{"ip"_L1, "ip6"_L1, "inet"_L1};
    constexpr std::array after{"forward"_L1, "output"_L1, "postrouting"_L1};
    for (const NftChain &chain : chains) {
        Table &table = tables[{chain.family, chain.table}];
        table.uses += chain.uses;
        table.isPassed = table.isPassed || (chain.hook && passingOf(chain.family, chain.hook->name,
                                                                    chain.hook->priority) != Passing::None);
        table.isPassedAfter = table.isPassedAfter || (chain.hook && std::ranges::contains(after, chain.hook->name) &&
                                                      std::ranges::contains(routed, chain.family));
    }
    return tables;
}

const std::pair<QString, QString> ownKey{ownFamily, ownTable};

Result<bool> hasOwnTable(NftContext &context)
{
    return context.listTables().and_then(objectsOf).transform([](const QJsonArray &objects) {
        return std::ranges::any_of(objects, [](const QJsonValue &object) {
            return object["table"_L1]["family"_L1] == ownFamily && object["table"_L1]["name"_L1] == ownTable;
        });
    });
}

Result<OwnTable> readOwnTable(NftContext &context, const Tables &tables)
{
    const auto known = tables.find(ownKey);
    if (known != tables.end() && known->second.uses > mostOwnRules)
        return OwnTable::unread();
    const auto isThere = hasOwnTable(context);
    if (!isThere)
        return std::unexpected(isThere.error());
    return *isThere ? context.listTable(ownFamily, ownTable).and_then(OwnTable::from) : OwnTable();
}

void append(FirewallState &state, FirewallState more)
{
    std::ranges::move(more.marks, std::back_inserter(state.marks));
    std::ranges::move(more.snats, std::back_inserter(state.snats));
    std::ranges::move(more.unread, std::back_inserter(state.unread));
}

/// Asks the kernel once for each chain.
XtReader rememberingReader()
{
    auto known = std::make_shared<std::map<NftChainKey, std::optional<XtParts>>>();
    return [known](const QString &family, const QString &table, const QString &chain) {
        const auto [parts, isNew] = known->try_emplace({family, table, chain});
        if (isNew)
            parts->second = readXtParts(family, table, chain);
        return parts->second;
    };
}

/// Rules of others that mark packets, and those that drop some.
void addForeign(FirewallState &state, NftContext &context, const Tables &tables)
{
    quint32 rules = 0;
    NftListing listing;
    for (const auto &[key, table] : tables) {
        if ((!table.isPassed && !table.isPassedAfter) || key == ownKey)
            continue;
        const auto &[family, name] = key;
        Result<QJsonArray> objects = failure(ErrorCode::TooLong);
        if (table.uses <= mostForeignRules - rules) {
            rules += table.uses;
            objects = context.listTable(family, name).and_then(objectsOf);
        }
        if (objects) {
            listing.add(*objects);
            continue;
        }
        // Too large, went away meanwhile, or holds what this version of the library does not know.
        const UnreadRules unread{FirewallProgram::Nftables, family + u' ' + name};
        state.unreadFilters.push_back(unread);
        if (table.isPassed)
            state.unread.push_back(unread);
    }
    const XtReader xt = rememberingReader();
    append(state, firewallFrom(listing, xt));
    state.filters = readFilters(listing, xt);
}

} // namespace

Result<FirewallState> readFirewall()
{
    const auto chains = readNftChains();
    if (!chains)
        return std::unexpected(chains.error());
    const Tables tables = tablesOf(*chains);
    NftContext context;
    auto state = readOwnTable(context, tables).transform([](const OwnTable &table) { return table.state(); });
    if (!state)
        return state;
    addForeign(*state, context, tables);
    addLegacy(*state);
    return state;
}

Result<FirewallState> readOwnFirewall()
{
    const auto chains = readNftChains();
    if (!chains)
        return std::unexpected(chains.error());
    NftContext context;
    return readOwnTable(context, tablesOf(*chains)).transform([](const OwnTable &table) { return table.state(); });
}

std::vector<Result<void>> executeFirewall(std::span<const Operation> operations)
{
    const auto all = [&](const Error &error) {
        return std::vector<Result<void>>(operations.size(), std::unexpected(error));
    };
    const auto chains = readNftChains();
    if (!chains)
        return all(chains.error());
    NftContext context;
    auto own = readOwnTable(context, tablesOf(*chains));
    if (!own)
        return all(own.error());
    if (own->isMixed())
        return all(Error{.code = ErrorCode::FirewallMixed});

    std::vector<Result<void>> results;
    for (const Operation &operation : operations) {
        const int error = own->carryOut(operation);
        results.push_back(error == 0 ? Result<void>() : std::unexpected(errorFromErrno(error, operation)));
    }
    const QByteArray changes = own->changes();
    if (changes.isEmpty())
        return results;
    if (const Result<void> written = context.run(changes); !written)
        std::ranges::replace_if(results, &Result<void>::has_value, written);
    return results;
}

} // namespace lvs
