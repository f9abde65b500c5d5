// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/warnings.h"

#include <algorithm>

namespace lvs {

namespace {

class Findings
{
public:
    void add(Warning warning, bool holds)
    {
        if (holds)
            m_warnings.push_back(warning);
    }
    std::vector<Warning> take() { return std::move(m_warnings); }

private:
    std::vector<Warning> m_warnings;
};

bool isOneOf(const SchedulerName &scheduler, std::initializer_list<QStringView> names)
{
    return std::ranges::contains(names, QStringView(scheduler.toString()));
}

/// Packets of a port-0 service, and of a mark once it is persistent, keep their port whatever their server's is
/// (ip_vs_core.c, ip_vs_sched_persist).
bool keepsPorts(const VirtualService &service)
{
    return service.key.port == 0 && (!service.key.isMark() || service.isPersistent());
}

} // namespace

std::vector<Warning> warningsOf(const VirtualService &service)
{
    const ServiceKey &key = service.key;
    const SchedulerName &scheduler = service.scheduler;
    const bool isUdp = !key.isMark() && key.protocol == quint8(Protocol::Udp);
    const bool hasEngine = !service.engine.isNone();

    Findings findings;
    findings.add(Warning::LinkLocalVip, key.address.isLinkLocal());
    findings.add(Warning::LoopbackVip, key.address.isLoopback());
    findings.add(Warning::NoScheduler, isOneOf(scheduler, {u"none"}));
    findings.add(Warning::NoActiveUdp, isUdp && isOneOf(scheduler, {u"nq", u"sed", u"ovf"}));
    findings.add(Warning::OneDestination, !key.isMark() && isOneOf(scheduler, {u"dh", u"lblc", u"lblcr"}));
    findings.add(Warning::FlagsWithoutEffect,
                 (service.flags & schedulerFlags) && scheduler.isFromKernel() && !scheduler.isHashing());
    findings.add(Warning::OnePacketOnlyUdp, key.isMark() && service.flags.testFlag(ServiceFlag::OnePacket));
    findings.add(Warning::AllClientsAreOne,
                 service.isPersistent() && key.family == Family::IPv4 && service.netmask == 0);
    findings.add(Warning::EngineUnused, hasEngine && !service.isPersistent());
    findings.add(Warning::SipNeedsUdp, hasEngine && service.isPersistent() && !isUdp);
    return findings.take();
}

std::vector<Warning> warningsOf(const RealServer &server, const VirtualService &service)
{
    constexpr quint32 largestOfIpvsadm = 65535;
    const ServiceKey &key = service.key;
    const bool tunnels = server.forwarding == Forwarding::Tunnelling;
    const bool translates = server.forwarding == Forwarding::Masquerading;
    const bool portUnused = translates ? keepsPorts(service) : key.isMark();

    Findings findings;
    findings.add(Warning::LoopbackServer, server.key.address.isLoopback());
    findings.add(Warning::ServerIsVip, !key.isMark() && server.key.address == key.address);
    findings.add(Warning::PortUnused, portUnused && server.key.port != 0);
    findings.add(Warning::Drained, server.isDrained());
    findings.add(Warning::WeightBeyondIpvsadm, server.weight > largestOfIpvsadm);
    findings.add(Warning::ThresholdSparesClients, service.isPersistent() && server.upperThreshold != 0);
    findings.add(Warning::MixedFamilies, tunnels && mixesFamilies(server.key, key));
    return findings.take();
}

} // namespace lvs
