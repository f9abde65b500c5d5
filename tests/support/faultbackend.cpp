// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultbackend.h"

#include "core/apply/kernelerror.h"

namespace lvs::test {

void FaultBackend::failOperation(qsizetype number, int kernelErrno, Really really)
{
    m_operationFaults[number] = {kernelErrno, really};
}

void FaultBackend::failOperationsFrom(qsizetype number, int kernelErrno)
{
    m_operationsFrom = {number, kernelErrno};
}

void FaultBackend::ignoreOperation(qsizetype number)
{
    m_operationFaults[number] = {};
}

void FaultBackend::beforeOperation(qsizetype number, std::function<void(Backend &)> meanwhile)
{
    m_meanwhile[number] = std::move(meanwhile);
}

void FaultBackend::failRead(qsizetype number, int kernelErrno)
{
    m_readFaults[number] = kernelErrno;
}

void FaultBackend::failReadsFrom(qsizetype number, int kernelErrno)
{
    m_readsFrom = {number, kernelErrno};
}

void FaultBackend::reset()
{
    m_operationFaults.clear();
    m_meanwhile.clear();
    m_readFaults.clear();
    m_operationsFrom.reset();
    m_readsFrom.reset();
    m_batches.clear();
    m_operations = 0;
    m_reads = 0;
}

int FaultBackend::nextReadFault()
{
    const qsizetype number = m_reads++;
    if (m_readsFrom && number >= m_readsFrom->first)
        return m_readsFrom->second;
    const auto fault = m_readFaults.find(number);
    return fault == m_readFaults.end() ? 0 : fault->second;
}

Result<KernelInfo> FaultBackend::readInfo()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readInfo();
}

Result<std::vector<ServiceState>> FaultBackend::readServices()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readServices();
}

Result<ServiceState> FaultBackend::readService(const ServiceKey &key)
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readService(key);
}

Result<std::vector<Result<ServerList>>> FaultBackend::readServers(std::span<const ServiceKey> services)
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readServers(services);
}

Result<MachineTotals> FaultBackend::readTotals()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readTotals();
}

Result<Timeouts> FaultBackend::readTimeouts()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readTimeouts();
}

Result<std::vector<SyncDaemon>> FaultBackend::readSyncDaemons()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readSyncDaemons();
}

Result<ConnectionSample> FaultBackend::readConnections()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readConnections();
}

Result<HostInfo> FaultBackend::readHost()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readHost();
}

Result<FirewallState> FaultBackend::readFirewall()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readFirewall();
}

Result<FirewallState> FaultBackend::readOwnFirewall()
{
    if (const int fault = nextReadFault())
        return std::unexpected(errorFromErrno(fault));
    return m_inner.readOwnFirewall();
}

std::vector<Result<void>> FaultBackend::execute(std::span<const Operation> operations)
{
    m_batches.emplace_back(operations.begin(), operations.end());
    std::vector<Result<void>> results;
    results.reserve(operations.size());
    for (const Operation &operation : operations)
        results.push_back(carryOut(operation));
    return results;
}

Result<void> FaultBackend::carryOut(const Operation &operation)
{
    const qsizetype number = m_operations++;
    if (const auto meanwhile = m_meanwhile.find(number); meanwhile != m_meanwhile.end())
        meanwhile->second(m_inner);
    if (m_operationsFrom && number >= m_operationsFrom->first)
        return std::unexpected(errorFromErrno(m_operationsFrom->second, operation));
    const auto fault = m_operationFaults.find(number);
    if (fault == m_operationFaults.end())
        return m_inner.execute({&operation, 1}).front();
    if (fault->second.really == Really::Done)
        m_inner.execute({&operation, 1});
    if (fault->second.kernelErrno == 0)
        return {};
    return std::unexpected(errorFromErrno(fault->second.kernelErrno, operation));
}

} // namespace lvs::test
