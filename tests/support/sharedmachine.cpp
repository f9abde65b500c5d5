// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sharedmachine.h"

#include "core/sandbox/sandboxbackend.h"
#include "tests/support/readtable.h"

namespace lvs::test {

class SharedBackend : public Backend
{
public:
    explicit SharedBackend(SharedMachine &machine)
        : m_machine(machine)
    {
    }

    Result<KernelInfo> readInfo() override
    {
        return read([](Backend &b) { return b.readInfo(); });
    }
    Result<std::vector<ServiceState>> readServices() override
    {
        return read([](Backend &b) { return b.readServices(); });
    }
    Result<ServiceState> readService(const ServiceKey &key) override
    {
        return read([&](Backend &b) { return b.readService(key); });
    }
    Result<std::vector<Result<ServerList>>> readServers(std::span<const ServiceKey> services) override
    {
        return read([&](Backend &b) { return b.readServers(services); });
    }
    Result<MachineTotals> readTotals() override
    {
        return read([](Backend &b) { return b.readTotals(); });
    }
    Result<Timeouts> readTimeouts() override
    {
        return read([](Backend &b) { return b.readTimeouts(); });
    }
    Result<std::vector<SyncDaemon>> readSyncDaemons() override
    {
        return read([](Backend &b) { return b.readSyncDaemons(); });
    }
    Result<ConnectionSample> readConnections() override
    {
        return read([](Backend &b) { return b.readConnections(); });
    }
    Result<HostInfo> readHost() override
    {
        return read([](Backend &b) { return b.readHost(); });
    }
    Result<FirewallState> readFirewall() override
    {
        return read([](Backend &b) { return b.readFirewall(); });
    }
    Result<FirewallState> readOwnFirewall() override
    {
        return read([](Backend &b) { return b.readOwnFirewall(); });
    }
    std::vector<Result<void>> execute(std::span<const Operation> operations) override
    {
        if (m_machine.m_held)
            m_machine.m_gate.acquire();
        const QMutexLocker lock(&m_machine.m_mutex);
        m_machine.changes += int(operations.size());
        return m_machine.m_backend->execute(operations);
    }

private:
    template<class Read> auto read(Read &&read) -> std::invoke_result_t<Read, Backend &>
    {
        const QMutexLocker lock(&m_machine.m_mutex);
        ++m_machine.reads;
        if (m_machine.broken)
            return failure(ErrorCode::NoIpvs);
        return read(*m_machine.m_backend);
    }

    SharedMachine &m_machine;
};

SharedMachine::SharedMachine()
    : m_backend(std::make_unique<SandboxBackend>())
{
}

std::unique_ptr<Backend> SharedMachine::makeBackend()
{
    return std::make_unique<SharedBackend>(*this);
}

IpvsTable SharedMachine::table()
{
    const QMutexLocker lock(&m_mutex);
    return readTable(*m_backend).value_or(IpvsTable());
}

void SharedMachine::execute(const std::vector<Operation> &operations)
{
    const QMutexLocker lock(&m_mutex);
    for (const auto &result : m_backend->execute(operations)) {
        if (!result)
            qFatal("the machine refuses the test's own operation");
    }
}

void SharedMachine::release()
{
    m_held = false;
    m_gate.release(1'000'000);
}

} // namespace lvs::test
