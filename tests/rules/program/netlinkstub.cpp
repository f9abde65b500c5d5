// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into ipvsadm in tests: stands in place of the kernel, so that the program runs without privilege and
// without IPVS. Every request is accepted and written to the file LVS_STUB_LOG as a line: number of the command and its
// attributes in hexadecimal. The table that is shown comes from the file LVS_STUB_TABLE: for each service
// its attributes and those of its servers, each with its length (32 bits) before it, and the number of servers between.
// No names of hosts or ports are known, so that no network is asked.

#include <linux/ip_vs.h>
#include <netdb.h>
#include <netlink/genl/ctrl.h>
#include <netlink/genl/genl.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <vector>

namespace {

struct Service {
    std::string attributes;
    std::vector<std::string> servers;
};

int (*takeReply)(nl_msg *, void *) = nullptr;
void *takeReplyArgument = nullptr;
std::string request; // the last message, from its netlink header on

FILE *openFile(const char *path, const char *mode)
{
    using Open = FILE *(*)(const char *, const char *);
    static const auto original = reinterpret_cast<Open>(dlsym(RTLD_NEXT, "fopen"));
    return original(path, mode);
}

std::string readBlock(FILE *file)
{
    uint32_t size = 0;
    if (fread(&size, sizeof size, 1, file) != 1)
        return {};
    std::string block(size, '\0');
    return fread(block.data(), 1, size, file) == size ? block : std::string();
}

std::vector<Service> readTable()
{
    std::vector<Service> table;
    const char *path = std::getenv("LVS_STUB_TABLE");
    FILE *file = path ? openFile(path, "r") : nullptr;
    if (!file)
        return table;
    for (std::string block = readBlock(file); !block.empty(); block = readBlock(file)) {
        Service service{block, {}};
        uint32_t servers = 0;
        if (fread(&servers, sizeof servers, 1, file) != 1)
            break;
        for (uint32_t i = 0; i < servers; ++i)
            service.servers.push_back(readBlock(file));
        table.push_back(std::move(service));
    }
    fclose(file);
    return table;
}

int command()
{
    const auto *header = reinterpret_cast<const nlmsghdr *>(request.data());
    return static_cast<const genlmsghdr *>(nlmsg_data(header))->cmd;
}

/// The value of an attribute, empty if it is not there.
std::string valueOf(const std::string &attributes, int type)
{
    auto *first = reinterpret_cast<nlattr *>(const_cast<char *>(attributes.data()));
    const nlattr *found = nla_find(first, int(attributes.size()), type);
    return found ? std::string(static_cast<const char *>(nla_data(found)), size_t(nla_len(found))) : std::string();
}

std::string requestAttributes()
{
    const size_t start = NLMSG_HDRLEN + GENL_HDRLEN;
    return request.size() > start ? request.substr(start) : std::string();
}

bool isRequested(const Service &service)
{
    const std::string wanted = valueOf(requestAttributes(), IPVS_CMD_ATTR_SERVICE);
    const auto isSame = [&](int type) {
        const std::string value = valueOf(wanted, type);
        return !value.empty() &&
               value.compare(0, value.size(), valueOf(service.attributes, type), 0, value.size()) == 0;
    };
    if (!valueOf(service.attributes, IPVS_SVC_ATTR_FWMARK).empty())
        return isSame(IPVS_SVC_ATTR_AF) && isSame(IPVS_SVC_ATTR_FWMARK);
    return valueOf(wanted, IPVS_SVC_ATTR_FWMARK).empty() && isSame(IPVS_SVC_ATTR_AF) &&
           isSame(IPVS_SVC_ATTR_PROTOCOL) && isSame(IPVS_SVC_ATTR_ADDR) && isSame(IPVS_SVC_ATTR_PORT);
}

void reply(uint8_t command, int type, const std::string &value)
{
    nl_msg *message = nlmsg_alloc_size(value.size() + 128);
    genlmsg_put(message, 0, 0, 42, 0, NLM_F_MULTI, command, IPVS_GENL_VERSION);
    nla_put(message, type, int(value.size()), value.data());
    takeReply(message, takeReplyArgument);
    nlmsg_free(message);
}

void replyInfo()
{
    nl_msg *message = nlmsg_alloc();
    genlmsg_put(message, 0, 0, 42, 0, 0, IPVS_CMD_SET_INFO, IPVS_GENL_VERSION);
    nla_put_u32(message, IPVS_INFO_ATTR_VERSION, 0x010201);
    nla_put_u32(message, IPVS_INFO_ATTR_CONN_TAB_SIZE, 4096);
    takeReply(message, takeReplyArgument);
    nlmsg_free(message);
}

void replyTimeouts()
{
    nl_msg *message = nlmsg_alloc();
    genlmsg_put(message, 0, 0, 42, 0, 0, IPVS_CMD_SET_CONFIG, IPVS_GENL_VERSION);
    for (const int type : {IPVS_CMD_ATTR_TIMEOUT_TCP, IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, IPVS_CMD_ATTR_TIMEOUT_UDP})
        nla_put_u32(message, type, 300);
    takeReply(message, takeReplyArgument);
    nlmsg_free(message);
}

void replyServices()
{
    const bool isDump = (reinterpret_cast<const nlmsghdr *>(request.data())->nlmsg_flags & NLM_F_DUMP) == NLM_F_DUMP;
    bool isFound = false;
    for (const Service &service : readTable()) {
        if (!isDump && !isRequested(service))
            continue;
        isFound = true;
        reply(IPVS_CMD_NEW_SERVICE, IPVS_CMD_ATTR_SERVICE, service.attributes);
    }
    if (!isDump && !isFound) { // a service that the program asks for is there
        static const char flags[8] = {};
        static const char nothing[4] = {};
        nl_msg *message = nlmsg_alloc();
        const std::string asked = valueOf(requestAttributes(), IPVS_CMD_ATTR_SERVICE);
        std::string attributes = asked;
        const auto add = [&](int type, const void *data, int size) {
            nlmsg_free(message);
            message = nlmsg_alloc();
            genlmsg_put(message, 0, 0, 42, 0, 0, 0, 1);
            nla_put(message, type, size, data);
            const auto *attribute = genlmsg_attrdata(static_cast<genlmsghdr *>(nlmsg_data(nlmsg_hdr(message))), 0);
            attributes.append(reinterpret_cast<const char *>(attribute), size_t(nla_total_size(size)));
        };
        add(IPVS_SVC_ATTR_SCHED_NAME, "rr", 3);
        add(IPVS_SVC_ATTR_FLAGS, flags, 8);
        add(IPVS_SVC_ATTR_TIMEOUT, nothing, 4);
        add(IPVS_SVC_ATTR_NETMASK, nothing, 4);
        std::string stats; // ten numbers
        for (uint16_t type = IPVS_STATS_ATTR_CONNS; type <= IPVS_STATS_ATTR_OUTBPS; ++type) {
            const nlattr header{12, type};
            stats.append(reinterpret_cast<const char *>(&header), sizeof header).append(8, '\0');
        }
        add(IPVS_SVC_ATTR_STATS64, stats.data(), int(stats.size()));
        nlmsg_free(message);
        reply(IPVS_CMD_NEW_SERVICE, IPVS_CMD_ATTR_SERVICE, attributes);
    }
}

void replyServers()
{
    for (const Service &service : readTable()) {
        if (!isRequested(service))
            continue;
        for (const std::string &server : service.servers)
            reply(IPVS_CMD_NEW_DEST, IPVS_CMD_ATTR_DEST, server);
    }
}

} // namespace

extern "C" {

int genl_connect(nl_sock *)
{
    return 0;
}

int genl_ctrl_resolve(nl_sock *, const char *)
{
    return 42;
}

int nl_socket_modify_cb(nl_sock *, nl_cb_type type, nl_cb_kind, nl_recvmsg_msg_cb_t take, void *argument)
{
    if (type == NL_CB_VALID) {
        takeReply = take;
        takeReplyArgument = argument;
    }
    return 0;
}

int nl_send_auto_complete(nl_sock *, nl_msg *message)
{
    const nlmsghdr *header = nlmsg_hdr(message);
    request.assign(reinterpret_cast<const char *>(header), header->nlmsg_len);
    static FILE *log = openFile(std::getenv("LVS_STUB_LOG"), "w");
    fprintf(log, "%d ", command());
    for (const char byte : requestAttributes())
        fprintf(log, "%02x", unsigned(static_cast<unsigned char>(byte)));
    fputc('\n', log);
    fflush(log); // the program may crash
    return int(request.size());
}

int nl_recvmsgs_default(nl_sock *)
{
    switch (command()) {
    case IPVS_CMD_GET_INFO:
        replyInfo();
        break;
    case IPVS_CMD_GET_CONFIG:
        replyTimeouts();
        break;
    case IPVS_CMD_GET_SERVICE:
        replyServices();
        break;
    case IPVS_CMD_GET_DEST:
        replyServers();
        break;
    default:
        break;
    }
    return 0;
}

hostent *gethostbyname(const char *)
{
    h_errno = HOST_NOT_FOUND;
    return nullptr;
}

servent *getservbyname(const char *, const char *)
{
    return nullptr;
}

/// The list of connections, which is a file of the kernel, is empty.
FILE *fopen(const char *path, const char *mode)
{
    static char title[] = "Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires\n";
    if (std::strcmp(path, "/proc/net/ip_vs_conn") == 0)
        return fmemopen(title, sizeof title - 1, "r");
    return openFile(path, mode);
}
}
