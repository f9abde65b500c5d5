// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftdump.h"

// The kernel's headers bear those of the C library only if they come later.
#include <netlink/attr.h>
#include <netlink/errno.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <netlink/socket.h>

#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

struct SocketFree {
    void operator()(nl_sock *socket) const { nl_socket_free(socket); }
};
struct MessageFree {
    void operator()(nl_msg *message) const { nlmsg_free(message); }
};

struct FamilyName {
    quint8 family = NFPROTO_UNSPEC;
    QLatin1StringView name{};
};
constexpr std::array familyNames{
    FamilyName{NFPROTO_IPV4, "ip"_L1}, FamilyName{NFPROTO_IPV6, "ip6"_L1},      FamilyName{NFPROTO_INET, "inet"_L1},
    FamilyName{NFPROTO_ARP, "arp"_L1}, FamilyName{NFPROTO_BRIDGE, "bridge"_L1}, FamilyName{NFPROTO_NETDEV, "netdev"_L1},
};

/// How often a dump is begun anew because of changes meanwhile.
constexpr int mostDumps = 4;

struct NftObject {
    quint8 family = NFPROTO_UNSPEC;
    std::vector<std::byte> attributes{};
};

int takeObject(nl_msg *message, void *objects)
{
    nlmsghdr *header = nlmsg_hdr(message);
    if (nlmsg_datalen(header) < int(sizeof(nfgenmsg)))
        return NL_OK;
    const auto *data = static_cast<const std::byte *>(nlmsg_data(header));
    nfgenmsg object;
    std::memcpy(&object, data, sizeof object);
    const std::byte *attributes = data + NLMSG_ALIGN(sizeof object);
    static_cast<std::vector<NftObject> *>(objects)->push_back(
        {.family = object.nfgen_family, .attributes = {attributes, attributes + nlmsg_attrlen(header, sizeof object)}});
    return NL_OK;
}

/// 0 or an error of libnl.
int request(nl_msg *message, quint8 family, std::span<const std::pair<int, QByteArray>> filter)
{
    nfgenmsg header{.nfgen_family = family, .version = NFNETLINK_V0, .res_id = 0};
    int error = nlmsg_append(message, &header, sizeof header, NLMSG_ALIGNTO);
    for (const auto &[type, text] : filter) {
        if (error == 0)
            error = nla_put_string(message, type, text.constData());
    }
    return error;
}

/// The same. One dump, on a socket of its own.
int dump(int message, quint8 family, std::span<const std::pair<int, QByteArray>> filter,
         std::vector<NftObject> &objects)
{
    const std::unique_ptr<nl_sock, SocketFree> socket(nl_socket_alloc());
    const std::unique_ptr<nl_msg, MessageFree> query(
        nlmsg_alloc_simple(NFNL_SUBSYS_NFTABLES << 8 | message, NLM_F_REQUEST | NLM_F_DUMP));
    if (!socket || !query)
        return -NLE_NOMEM;
    if (const int error = nl_connect(socket.get(), NETLINK_NETFILTER); error < 0)
        return error;
    if (const int error = request(query.get(), family, filter); error < 0)
        return error;
    nl_socket_modify_cb(socket.get(), NL_CB_VALID, NL_CB_CUSTOM, takeObject, &objects);
    const int sent = nl_send_auto(socket.get(), query.get());
    return sent < 0 ? sent : nl_recvmsgs_default(socket.get());
}

} // namespace

QLatin1StringView nftFamilyName(quint8 family)
{
    const auto found = std::ranges::find(familyNames, family, &FamilyName::family);
    return found == familyNames.end() ? QLatin1StringView() : found->name;
}

quint8 nftFamily(QStringView name)
{
    const auto found = std::ranges::find_if(familyNames, [&](const FamilyName &known) { return name == known.name; });
    return found == familyNames.end() ? quint8(NFPROTO_UNSPEC) : found->family;
}

QByteArray nftText(Bytes payload)
{
    const auto *text = reinterpret_cast<const char *>(payload.data());
    return {text, qsizetype(qstrnlen(text, payload.size()))};
}

Result<void> dumpNftables(int message, quint8 family, std::span<const std::pair<int, QByteArray>> filter,
                          const std::function<void(quint8 family, Bytes attributes)> &take)
{
    std::vector<NftObject> objects;
    int error = -NLE_DUMP_INTR;
    for (int dumps = 0; error == -NLE_DUMP_INTR && dumps < mostDumps; ++dumps) {
        objects.clear();
        error = dump(message, family, filter, objects);
    }
    if (error < 0)
        return failure(ErrorCode::FirewallRefused, {QString::fromUtf8(nl_geterror(error))});
    for (const NftObject &object : objects)
        take(object.family, object.attributes);
    return {};
}

} // namespace lvs
