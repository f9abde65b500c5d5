// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "helper/kernel/netlinksocket.h"
#include "helper/kernel/routesocket.h"

#include <memory>
#include <mutex>

namespace lvs {

/// The IPVS of the running kernel, over generic netlink, and the network of its machine, over rtnetlink. Needs
/// CAP_NET_ADMIN in the initial user namespace. Works in the network namespace in which its first call is made. NoIpvs
/// where the kernel has no IPVS; BadKernelReply when an answer can't be followed. After such an error, or when the
/// module was reloaded, the next call opens a new socket.
///
/// Readings and consistency: the kernel has no snapshots. It unlocks its table after each datagram of a dump (about
/// 100 services or 90 servers) and goes on by index, so that a change in between repeats or skips an object. No
/// object ever comes twice from here. If there are more services than fit in a datagram, they are read again until two
/// readings agree, the last one of the call before being as good as any. The list of a service is read again when an
/// object was repeated; but a server removed by somebody else in the instant between two datagrams of a longer list can
/// hide one other server from that reading. Readings of different services are of different moments.
class KernelBackend final : public Backend
{
public:
    /// Backends that are used on different threads of a process share `nftables`, which stands for the use of
    /// libnftables: see NftContext.
    explicit KernelBackend(std::shared_ptr<std::mutex> nftables = std::make_shared<std::mutex>())
        : m_nftables(std::move(nftables))
    {
    }

    Result<KernelInfo> readInfo() override;
    Result<std::vector<ServiceState>> readServices() override;
    Result<ServiceState> readService(const ServiceKey &key) override;
    Result<std::vector<Result<ServerList>>> readServers(std::span<const ServiceKey> services) override;
    Result<MachineTotals> readTotals() override;
    Result<Timeouts> readTimeouts() override;
    Result<std::vector<SyncDaemon>> readSyncDaemons() override;
    Result<ConnectionSample> readConnections() override;
    Result<HostInfo> readHost() override;
    Result<FirewallState> readFirewall() override;
    Result<FirewallState> readOwnFirewall() override;
    std::vector<Result<void>> execute(std::span<const Operation> operations) override;

private:
    using Outcomes = Result<std::vector<Outcome>>;
    using Decode = std::function<bool(Bytes attributes)>;

    Result<void> open();
    /// Sends m_batch and empties it.
    Outcomes exchange(const ReplyReader::OnObject &onObject);
    Outcomes exchangeOnce(const ReplyReader::OnObject &onObject);
    /// Sends the one request in m_batch and decodes every object of the answer, each in a message of `command`.
    Result<Outcome> read(quint8 command, const Decode &decode);
    /// The same where the answer is exactly one object.
    Result<void> readOne(quint8 command, const Decode &decode);
    Result<Outcome> dumpServices(std::vector<ServiceState> &services);
    /// Fills the list of a service with what it has now.
    Result<Outcome> dumpServers(ServerList &list);
    /// Reads a list that took several datagrams again while an object is in it twice.
    Result<void> mendTorn(ServerList &list);
    /// ServiceMissing in place of each empty list whose service does not exist.
    Result<void> markMissing(std::vector<Result<ServerList>> &lists);

    /// Opens m_routes where it is not yet.
    Result<void> openRoutes();
    /// Of a MachineOperation.
    Result<void> carryOut(const Operation &operation);

    std::shared_ptr<std::mutex> m_nftables;
    std::unique_ptr<NetlinkSocket> m_socket;
    std::unique_ptr<RouteSocket> m_routes;
    RequestBatch m_batch;                  ///< kept for its memory
    std::vector<ServiceKey> m_serviceKeys; ///< of the last reading, in order
};

} // namespace lvs
