// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "helper/kernel/attributes.h"

#include <QByteArray>

#include <functional>
#include <span>
#include <utility>

namespace lvs {

/// What nftables calls the families of tables: "ip", "ip6", "inet", "arp", "bridge", "netdev". Empty for any other.
QLatin1StringView nftFamilyName(quint8 family);
/// NFPROTO_UNSPEC for any other.
quint8 nftFamily(QStringView name);

/// A zero-terminated text.
QByteArray nftText(Bytes payload);

/// Hands every object of one kind (`message`, NFT_MSG_GET*) that nf_tables has to `take`, with the family of its table.
/// `filter` are attributes of the request. FirewallRefused, and nothing is handed out, where the kernel has no
/// nftables, or where its objects change all the time.
Result<void> dumpNftables(int message, quint8 family, std::span<const std::pair<int, QByteArray>> filter,
                          const std::function<void(quint8 family, Bytes attributes)> &take);

} // namespace lvs
