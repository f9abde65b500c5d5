// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

#include <memory>
#include <mutex>

namespace lvs::test {

/// A handle on a backend that several threads use, one call at a time: a machine that outlives the directors that
/// look at it.
class SharedBackend : public Backend
{
    struct Machine {
        std::mutex mutex;
        std::unique_ptr<Backend> backend;
    };

    std::shared_ptr<Machine> m_machine;

    auto locked(auto &&call)
    {
        const std::lock_guard guard(m_machine->mutex);
        return call(*m_machine->backend);
    }

public:
    explicit SharedBackend(std::unique_ptr<Backend> backend)
        : m_machine(std::make_shared<Machine>())
    {
        m_machine->backend = std::move(backend);
    }

    Result<KernelInfo> readInfo() override
    {
        return locked([](Backend &backend) { return backend.readInfo(); });
    }
    Result<std::vector<ServiceState>> readServices() override
    {
        return locked([](Backend &backend) { return backend.readServices(); });
    }
    Result<ServiceState> readService(const ServiceKey &key) override
    {
        return locked([&](Backend &backend) { return backend.readService(key); });
    }
    Result<std::vector<Result<ServerList>>> readServers(std::span<const ServiceKey> services) override
    {
        return locked([&](Backend &backend) { return backend.readServers(services); });
    }
    Result<Timeouts> readTimeouts() override
    {
        return locked([](Backend &backend) { return backend.readTimeouts(); });
    }
    Result<std::vector<SyncDaemon>> readSyncDaemons() override
    {
        return locked([](Backend &backend) { return backend.readSyncDaemons(); });
    }
    std::vector<Result<void>> execute(std::span<const Operation> operations) override
    {
        return locked([&](Backend &backend) { return backend.execute(operations); });
    }
};

} // namespace lvs::test
