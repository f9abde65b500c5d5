// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barenetlink.h"

#include "tests/bench/largetable.h"

#include <netlink/genl/ctrl.h>
#include <netlink/genl/genl.h>
#include <netlink/socket.h>

#include <array>
#include <memory>
#include <vector>

#include <arpa/inet.h>
#include <linux/ip_vs.h>
#include <sys/socket.h>

namespace lvs::bench {

namespace {

struct Socket {
    Socket()
    {
        genl_connect(socket);
        family = genl_ctrl_resolve(socket, IPVS_GENL_NAME);
        nl_socket_disable_seq_check(socket);
        nl_socket_set_msg_buf_size(socket, 32768);
    }
    ~Socket() { nl_socket_free(socket); }
    Q_DISABLE_COPY_MOVE(Socket)

    nl_sock *socket = nl_socket_alloc();
    int family = -1;
};

using Message = std::unique_ptr<nl_msg, decltype(&nlmsg_free)>;

Message request(const Socket &socket, uint8_t command, int flags)
{
    Message message(nlmsg_alloc(), nlmsg_free);
    genlmsg_put(message.get(), NL_AUTO_PORT, 1, socket.family, 0, NLM_F_REQUEST | flags, command, IPVS_GENL_VERSION);
    return message;
}

void putService(nl_msg *message, quint32 service, bool whole)
{
    std::array<uint32_t, 4> address{htonl(serviceKey(service).address.toIPv4())};
    nlattr *nested = nla_nest_start(message, IPVS_CMD_ATTR_SERVICE);
    nla_put_u16(message, IPVS_SVC_ATTR_AF, AF_INET);
    nla_put_u16(message, IPVS_SVC_ATTR_PROTOCOL, IPPROTO_TCP);
    nla_put(message, IPVS_SVC_ATTR_ADDR, sizeof address, address.data());
    nla_put_u16(message, IPVS_SVC_ATTR_PORT, htons(80));
    if (whole) {
        const ip_vs_flags flags{.flags = 0, .mask = ~0u};
        nla_put_string(message, IPVS_SVC_ATTR_SCHED_NAME, "rr");
        nla_put(message, IPVS_SVC_ATTR_FLAGS, sizeof flags, &flags);
        nla_put_u32(message, IPVS_SVC_ATTR_TIMEOUT, 0);
        nla_put_u32(message, IPVS_SVC_ATTR_NETMASK, ~0u);
    }
    nla_nest_end(message, nested);
}

void putServer(nl_msg *message, quint32 service, quint32 server)
{
    std::array<uint32_t, 4> address{htonl(0x0a80'0000 + (service << 8) + server)};
    nlattr *nested = nla_nest_start(message, IPVS_CMD_ATTR_DEST);
    nla_put(message, IPVS_DEST_ATTR_ADDR, sizeof address, address.data());
    nla_put_u16(message, IPVS_DEST_ATTR_PORT, htons(80));
    nla_put_u32(message, IPVS_DEST_ATTR_FWD_METHOD, 0);
    nla_put_u32(message, IPVS_DEST_ATTR_WEIGHT, 1);
    nla_put_u32(message, IPVS_DEST_ATTR_U_THRESH, 0);
    nla_put_u32(message, IPVS_DEST_ATTR_L_THRESH, 0);
    nla_nest_end(message, nested);
}

/// Messages put one behind the other.
class Batch
{
public:
    explicit Batch(Socket &socket)
        : m_socket(socket)
    {
    }

    bool add(const Message &message)
    {
        const auto *bytes = reinterpret_cast<const std::byte *>(nlmsg_hdr(message.get()));
        m_last = m_bytes.size();
        m_bytes.insert(m_bytes.end(), bytes, bytes + nlmsg_hdr(message.get())->nlmsg_len);
        return ++m_count < 64 || send();
    }
    bool send()
    {
        if (m_count == 0)
            return true;
        reinterpret_cast<nlmsghdr *>(m_bytes.data() + m_last)->nlmsg_flags |= NLM_F_ACK;
        const bool ok =
            nl_sendto(m_socket.socket, m_bytes.data(), m_bytes.size()) >= 0 && nl_wait_for_ack(m_socket.socket) >= 0;
        m_bytes.clear();
        m_count = 0;
        return ok;
    }

private:
    Socket &m_socket;
    std::vector<std::byte> m_bytes;
    size_t m_last = 0;
    int m_count = 0;
};

struct Reading {
    uint16_t around;  ///< attribute with the object
    uint16_t stats64; ///< attribute with its counters
    long rows = 0;
    uint64_t connections = 0;
};

int takeCounters(nl_msg *message, void *argument)
{
    auto &reading = *static_cast<Reading *>(argument);
    nlattr *top = nlmsg_find_attr(nlmsg_hdr(message), GENL_HDRLEN, reading.around);
    std::array<nlattr *, IPVS_DEST_ATTR_MAX + 1> object;
    std::array<nlattr *, IPVS_STATS_ATTR_MAX + 1> stats;
    if (!top || nla_parse_nested(object.data(), IPVS_DEST_ATTR_MAX, top, nullptr) < 0 || !object[reading.stats64] ||
        nla_parse_nested(stats.data(), IPVS_STATS_ATTR_MAX, object[reading.stats64], nullptr) < 0)
        return NL_STOP;
    for (int type = IPVS_STATS_ATTR_CONNS; type <= IPVS_STATS_ATTR_OUTBPS; ++type)
        reading.connections += nla_get_u64(stats[size_t(type)]);
    ++reading.rows;
    return NL_OK;
}

void dump(Socket &socket, const Message &message, Reading &reading)
{
    nl_socket_modify_cb(socket.socket, NL_CB_VALID, NL_CB_CUSTOM, takeCounters, &reading);
    nl_send_auto(socket.socket, message.get());
    nl_recvmsgs_default(socket.socket);
}

} // namespace

bool bareLoad()
{
    Socket socket;
    Batch batch(socket);
    for (quint32 i = 0; i < services; ++i) {
        Message add = request(socket, IPVS_CMD_NEW_SERVICE, 0);
        putService(add.get(), i, true);
        if (!batch.add(add))
            return false;
        for (quint32 j = 1; j <= serversEach; ++j) {
            Message addServer = request(socket, IPVS_CMD_NEW_DEST, 0);
            putService(addServer.get(), i, false);
            putServer(addServer.get(), i, j);
            if (!batch.add(addServer))
                return false;
        }
    }
    return batch.send();
}

long bareRead()
{
    Socket socket;
    Reading serviceRows{.around = IPVS_CMD_ATTR_SERVICE, .stats64 = IPVS_SVC_ATTR_STATS64};
    dump(socket, request(socket, IPVS_CMD_GET_SERVICE, NLM_F_DUMP), serviceRows);
    Reading serverRows{.around = IPVS_CMD_ATTR_DEST, .stats64 = IPVS_DEST_ATTR_STATS64};
    for (quint32 i = 0; i < services; ++i) {
        Message message = request(socket, IPVS_CMD_GET_DEST, NLM_F_DUMP);
        putService(message.get(), i, false);
        dump(socket, message, serverRows);
    }
    return serviceRows.rows + serverRows.rows;
}

} // namespace lvs::bench
