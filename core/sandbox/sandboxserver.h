// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"
#include "core/sandbox/estimator.h"

#include <memory>
#include <optional>

namespace lvs {

struct SandboxService;

/// A real server as the kernel's struct ip_vs_dest keeps it: configuration, connection counts and the overload flag.
/// Connections refer to it, so it may outlive its place in a service (see SandboxTable's trash).
class SandboxServer : public std::enable_shared_from_this<SandboxServer>
{
public:
    SandboxServer(const RealServer &config, const ServiceKey &service, SandboxTime firstTick);

    const RealServer &config() const { return m_config; }
    const ServiceKey &serviceKey() const { return m_serviceKey; }
    int weight() const { return int(m_config.weight); }
    /// The last weight that was not 0; 0 only for a server added with it.
    int lastWeight() const { return m_lastWeight; }
    bool isOverloaded() const { return m_overloaded; }
    /// Whether schedulers may give it a new connection at all.
    bool isUsable() const { return weight() > 0 && !m_overloaded; }
    int active() const { return m_active; }
    int total() const { return m_total; }
    int templates() const { return m_templates; }
    bool isReferenced() const { return m_total > 0 || m_templates > 0; }

    /// The service whose list it stands in; nullptr while it is deleted. Only SandboxTable sets it.
    SandboxService *service() const { return m_service; }
    void setService(SandboxService *service) { m_service = service; }

    /// Replaces the configuration. The overload flag is looked at again only if a threshold changed.
    void configure(const RealServer &config);
    /// The same for a server that comes back from the trash.
    void revive(const RealServer &config);

    // Connections coming and going.
    void bindConnection();
    void unbindConnection();
    void setActive(bool active) { m_active += active ? 1 : -1; }
    void bindTemplate() { ++m_templates; }
    void unbindTemplate() { --m_templates; }
    /// As they were read of a server elsewhere. It is overloaded where they reach the upper threshold; whether it still
    /// is below that can't be read.
    void assumeConnections(quint32 active, quint32 inactive);

    void count(const Counters &events, SandboxTime now) { m_estimator.count(events, now); }
    void zero(SandboxTime now) { m_estimator.zero(now); }
    ServerState state(SandboxTime now);

    /// When the trash first saw it without connections.
    std::optional<SandboxTime> idleSince;

private:
    /// Connections below which an overloaded server is used again.
    quint32 relaxedBelow() const;

    RealServer m_config;
    ServiceKey m_serviceKey;
    SandboxService *m_service = nullptr;
    int m_lastWeight = 0;
    int m_active = 0;
    int m_total = 0;
    int m_templates = 0;
    bool m_overloaded = false;
    Estimator m_estimator;
};

} // namespace lvs
