// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/kernel/nftdump.h"

#include <QString>

#include <optional>
#include <vector>

namespace lvs {

/// Where a chain is tied into the way of packets.
struct NftHook {
    QLatin1StringView name{}; ///< as nftables writes it; empty for those that it has no name for
    int priority = 0;
    friend bool operator==(const NftHook &, const NftHook &) = default;
};

/// A chain of nftables.
struct NftChain {
    QLatin1StringView family{};
    QString table{};
    QString name{};
    std::optional<NftHook> hook{}; ///< none: packets come to it from other chains
    quint32 uses = 0;              ///< its rules, and places that jump to it

    friend bool operator==(const NftChain &, const NftChain &) = default;
};

/// Every chain there is. See dumpNftables(). Costs little, whatever the number of rules.
Result<std::vector<NftChain>> readNftChains();

/// Out of what the kernel says of one chain; nothing where that can't be followed.
std::optional<NftChain> nftChainFrom(quint8 family, Bytes attributes);

} // namespace lvs
