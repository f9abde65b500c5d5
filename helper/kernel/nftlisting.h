// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <set>
#include <span>
#include <vector>

namespace lvs {

/// Identity of a chain, in nftables' words.
struct NftChainKey {
    QString family{};
    QString table{};
    QString chain{};

    bool isInTableOf(const NftChainKey &other) const { return family == other.family && table == other.table; }
    /// "inet filter input"
    QString place() const { return family + u' ' + table + u' ' + chain; }
    friend auto operator<=>(const NftChainKey &, const NftChainKey &) = default;
};

struct NftListedChain {
    NftChainKey key{};
    QJsonObject object{};
};

struct NftListedRule {
    quint64 handle = 0;
    QJsonArray expressions{};

    /// It has matches or targets of iptables.
    bool isIptables() const;
};

/// The objects of a listing (libnftables-json(5)). BadKernelReply for what is no listing.
Result<QJsonArray> objectsOf(const QByteArray &json);

/// Tables as libnftables lists them, with handles.
class NftListing
{
public:
    /// Adds a table's objects.
    void add(const QJsonArray &objects);

    /// The chain's table sleeps: nobody asks its chains.
    bool isAsleep(const NftChainKey &chain) const { return m_asleep.contains({chain.family, chain.table}); }
    /// In the order of the listing.
    std::span<const NftListedChain> chains() const { return m_chains; }
    std::span<const NftListedRule> rules(const NftChainKey &chain) const;

private:
    std::set<std::pair<QString, QString>> m_asleep; ///< families and names of tables
    std::vector<NftListedChain> m_chains;
    std::map<NftChainKey, std::vector<NftListedRule>> m_rules;
};

} // namespace lvs
