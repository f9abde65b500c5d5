// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftlisting.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// `nameKey`: where in the object the chain's name stands.
NftChainKey keyOf(const QJsonObject &object, QLatin1StringView nameKey)
{
    return {object["family"_L1].toString(), object["table"_L1].toString(), object[nameKey].toString()};
}

bool isDormant(const QJsonObject &table)
{
    const QJsonValue flags = table["flags"_L1];
    return flags == "dormant"_L1 || flags.toArray().contains("dormant"_L1);
}

} // namespace

bool NftListedRule::isIptables() const
{
    return std::ranges::any_of(expressions,
                               [](const QJsonValue &expression) { return expression.toObject().contains("xt"_L1); });
}

Result<QJsonArray> objectsOf(const QByteArray &json)
{
    const QJsonValue objects = QJsonDocument::fromJson(json)["nftables"_L1];
    return objects.isArray() ? Result<QJsonArray>(objects.toArray()) : failure(ErrorCode::BadKernelReply);
}

void NftListing::add(const QJsonArray &objects)
{
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        if (const QJsonObject chain = object["chain"_L1].toObject(); !chain.isEmpty())
            m_chains.push_back({keyOf(chain, "name"_L1), chain});
        else if (const QJsonObject rule = object["rule"_L1].toObject(); !rule.isEmpty())
            m_rules[keyOf(rule, "chain"_L1)].push_back(
                {.handle = quint64(rule["handle"_L1].toInteger()), .expressions = rule["expr"_L1].toArray()});
        else if (const QJsonObject table = object["table"_L1].toObject(); isDormant(table))
            m_asleep.insert({table["family"_L1].toString(), table["name"_L1].toString()});
    }
}

std::span<const NftListedRule> NftListing::rules(const NftChainKey &chain) const
{
    const auto found = m_rules.find(chain);
    return found == m_rules.end() ? std::span<const NftListedRule>() : found->second;
}

} // namespace lvs
