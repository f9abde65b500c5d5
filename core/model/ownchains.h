// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lvs {

/// The console's own table of nftables, of the family inet; every rule of ours is there and nothing else is.
inline constexpr QLatin1StringView ownTable{"lvs-console"};

/// A chain of the own table. Its packets are accepted where no rule says otherwise.
struct OwnChain {
    QLatin1StringView name{};
    QLatin1StringView type{};
    QLatin1StringView hook{};
    QLatin1StringView priorityWord{}; ///< as nft(8) writes it
    int priority = 0;                 ///< what the word stands for at this hook

    /// "inet lvs-console marks"
    QString place() const { return QStringLiteral("inet %1 %2").arg(ownTable, name); }
};

/// Sets marks before IPVS sees a packet.
inline constexpr OwnChain marksChain{.name = QLatin1StringView("marks"),
                                     .type = QLatin1StringView("filter"),
                                     .hook = QLatin1StringView("prerouting"),
                                     .priorityWord = QLatin1StringView("mangle"),
                                     .priority = -150};
/// FullNAT's source NAT.
inline constexpr OwnChain fullNatChain{.name = QLatin1StringView("fullnat"),
                                       .type = QLatin1StringView("nat"),
                                       .hook = QLatin1StringView("postrouting"),
                                       .priorityWord = QLatin1StringView("srcnat"),
                                       .priority = 100};

} // namespace lvs
