// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftchains.h"

#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>

#include <QtEndian>

#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// Hooks are numbered by family.
QLatin1StringView hookName(quint8 family, quint32 number)
{
    if (family == NFPROTO_NETDEV)
        return number == NF_NETDEV_INGRESS ? "ingress"_L1 : "egress"_L1;
    if (number == NF_INET_INGRESS && family == NFPROTO_INET)
        return "ingress"_L1;
    constexpr std::array names{"prerouting"_L1, "input"_L1, "forward"_L1, "output"_L1, "postrouting"_L1};
    return family != NFPROTO_ARP && number < names.size() ? names[number] : QLatin1StringView();
}

bool readNumber(Bytes payload, quint32 &number)
{
    if (!readExactly(payload, number))
        return false;
    number = qFromBigEndian(number);
    return true;
}

std::optional<NftHook> hookFrom(quint8 family, Bytes attributes)
{
    quint32 number = 0;
    quint32 priority = 0;
    const bool isWhole = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        if (type == NFTA_HOOK_HOOKNUM)
            return readNumber(payload, number);
        return type != NFTA_HOOK_PRIORITY || readNumber(payload, priority);
    });
    return isWhole ? std::optional(NftHook{.name = hookName(family, number), .priority = int(priority)}) : std::nullopt;
}

} // namespace

std::optional<NftChain> nftChainFrom(quint8 family, Bytes attributes)
{
    NftChain chain{.family = nftFamilyName(family)};
    const bool isWhole = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        switch (type) {
        case NFTA_CHAIN_TABLE:
            chain.table = QString::fromUtf8(nftText(payload));
            return true;
        case NFTA_CHAIN_NAME:
            chain.name = QString::fromUtf8(nftText(payload));
            return true;
        case NFTA_CHAIN_USE:
            return readNumber(payload, chain.uses);
        case NFTA_CHAIN_HOOK:
            chain.hook = hookFrom(family, payload);
            return chain.hook.has_value();
        default:
            return true;
        }
    });
    const bool hasName = !chain.table.isEmpty() && !chain.name.isEmpty();
    return isWhole && hasName ? std::optional(chain) : std::nullopt;
}

Result<std::vector<NftChain>> readNftChains()
{
    std::vector<NftChain> chains;
    bool isWhole = true;
    const auto dumped = dumpNftables(NFT_MSG_GETCHAIN, NFPROTO_UNSPEC, {}, [&](quint8 family, Bytes attributes) {
        auto chain = nftChainFrom(family, attributes);
        isWhole = isWhole && chain;
        if (chain)
            chains.push_back(std::move(*chain));
    });
    if (!dumped)
        return std::unexpected(dumped.error());
    return isWhole ? Result<std::vector<NftChain>>(std::move(chains)) : failure(ErrorCode::BadKernelReply);
}

} // namespace lvs
