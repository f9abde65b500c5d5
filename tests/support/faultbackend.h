// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/change/changeplan.h"

#include <functional>
#include <map>

namespace lvs::test {

/// Any backend, with errors at chosen steps. Operations and reads are counted from 0 since the faults were set.
class FaultBackend : public Backend
{
public:
    /// What happens to an operation that is answered with a fault.
    enum class Really : quint8 { NotDone, Done };

    /// `inner` must outlive this.
    explicit FaultBackend(Backend &inner)
        : m_inner(inner)
    {
    }

    void failOperation(qsizetype number, int kernelErrno, Really really = Really::NotDone);
    /// This and every later one.
    void failOperationsFrom(qsizetype number, int kernelErrno);
    /// Answered as done, but not carried out.
    void ignoreOperation(qsizetype number);
    /// Runs before an operation, on the inner backend: what another program does meanwhile.
    void beforeOperation(qsizetype number, std::function<void(Backend &)> meanwhile);
    void failRead(qsizetype number, int kernelErrno);
    void failReadsFrom(qsizetype number, int kernelErrno);
    /// Forgets all faults and counts anew.
    void reset();

    qsizetype operations() const { return m_operations; }
    qsizetype reads() const { return m_reads; }
    /// What was sent, batch by batch.
    const std::vector<std::vector<Operation>> &batches() const { return m_batches; }

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
    struct Fault {
        int kernelErrno = 0; ///< 0: answered as done
        Really really = Really::NotDone;
    };

    Result<void> carryOut(const Operation &operation);
    /// The errno of the next read, 0 for none.
    int nextReadFault();

    Backend &m_inner;
    std::map<qsizetype, Fault> m_operationFaults;
    std::map<qsizetype, std::function<void(Backend &)>> m_meanwhile;
    std::map<qsizetype, int> m_readFaults;
    std::optional<std::pair<qsizetype, int>> m_operationsFrom;
    std::optional<std::pair<qsizetype, int>> m_readsFrom;
    std::vector<std::vector<Operation>> m_batches;
    qsizetype m_operations = 0;
    qsizetype m_reads = 0;
};

} // namespace lvs::test
