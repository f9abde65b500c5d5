// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/refusals.h"

#include "tests/contract/contractvalues.h"

#include <cerrno>

namespace lvs::contract {

namespace {

using Change = std::function<void(RealServer &)>;

RealServer with(RealServer server, const Change &change)
{
    change(server);
    return server;
}

Change weight(quint32 value)
{
    return [=](RealServer &server) { server.weight = value; };
}

Change thresholds(quint32 upper, quint32 lower)
{
    return [=](RealServer &server) {
        server.upperThreshold = upper;
        server.lowerThreshold = lower;
    };
}

Change at(const char *text)
{
    return [=](RealServer &server) { server.key.address = address(text); };
}

Change tunnelled(const char *text)
{
    return [=](RealServer &server) {
        server.key.address = address(text);
        server.forwarding = Forwarding::Tunnelling;
    };
}

void gueWithoutPort(RealServer &server)
{
    server.tunnel.type = TunnelType::Gue;
}

void gueWithoutPortOrTunnelling(RealServer &server)
{
    server.forwarding = Forwarding::Gatewaying;
    server.tunnel.type = TunnelType::Gue;
}

VirtualService withScheduler(VirtualService service, const char *name)
{
    service.scheduler = scheduler(name);
    return service;
}

VirtualService withEngine(VirtualService service, const char *name)
{
    service.engine = engine(name);
    return service;
}

VirtualService withPrefix(VirtualService service, quint32 length)
{
    service.netmask = length;
    return service;
}

const ServiceKey web = tcp("10.0.0.1", 80); // http()
const ServiceKey web6 = tcp("2001:db8::6", 80);

const RealServer added = server(2);
const RealServer present = server(1, 3);

const SyncDaemon master{.role = SyncRole::Master, .interface = interface("lo"), .syncId = 1};

constexpr auto refused = ErrorCode::KernelRefused;

std::vector<Refusal> ofServices()
{
    const VirtualService absent = VirtualService::withDefaults(tcp("10.0.0.9", 80));
    const VirtualService absent6 = VirtualService::withDefaults(tcp("2001:db8::9", 80));
    const VirtualService present6 = VirtualService::withDefaults(web6);
    const VirtualService mark = VirtualService::withDefaults(ServiceKey::forMark(7, Family::IPv4));
    using enum Situation;
    return {
        {ServiceExists, "address", AddService{http()}, EEXIST, ErrorCode::ServiceExists},
        {ServiceExists, "mark", AddService{mark}, EEXIST, ErrorCode::ServiceExists, {AddService{mark}}},
        {ServiceExists, "whatever its scheduler", AddService{withScheduler(http(), "nosuch")}, EEXIST,
         ErrorCode::ServiceExists},
        {ServiceExists,
         "whatever its prefix",
         AddService{withPrefix(present6, 0)},
         EEXIST,
         ErrorCode::ServiceExists,
         {AddService{present6}}},

        {ServiceMissing, "edit", EditService{absent, absent}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "edit, whatever its scheduler", EditService{absent, withScheduler(absent, "nosuch")}, ESRCH,
         ErrorCode::ServiceMissing},
        {ServiceMissing, "edit a mark", EditService{mark, mark}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "remove", RemoveService{absent, {}}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "zero", ZeroCounters{absent.key}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "add server", AddServer{absent.key, added}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "add server, whatever its weight", AddServer{absent.key, with(added, weight(0x80000000))},
         ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "edit server", EditServer{absent.key, present, present}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "remove server", RemoveServer{absent.key, present}, ESRCH, ErrorCode::ServiceMissing},
        {ServiceMissing, "other protocol", RemoveService{VirtualService::withDefaults(udp("10.0.0.1", 80)), {}}, ESRCH,
         ErrorCode::ServiceMissing},

        {ModuleMissing, "add, scheduler", AddService{withScheduler(absent, "nosuch")}, ENOENT,
         ErrorCode::SchedulerMissing},
        {ModuleMissing, "add, engine", AddService{withEngine(absent, "nosuch")}, ENOENT, ErrorCode::SchedulerMissing},
        {ModuleMissing, "add, scheduler before prefix", AddService{withPrefix(withScheduler(absent6, "nosuch"), 0)},
         ENOENT, ErrorCode::SchedulerMissing},
        {ModuleMissing, "edit, scheduler", EditService{http(), withScheduler(http(), "nosuch")}, ENOENT,
         ErrorCode::SchedulerMissing},
        {ModuleMissing, "edit, engine", EditService{http(), withEngine(http(), "nosuch")}, ENOENT,
         ErrorCode::SchedulerMissing},

        {FullMaglevTable, "edit", EditService{http(), withScheduler(http(), "mh")}, EINVAL, refused,
         manyServers(web, maglevPlaces)}, // beside the one that is there

        {PrefixLength, "add, 0", AddService{withPrefix(absent6, 0)}, EINVAL, refused},
        {PrefixLength, "add, 129", AddService{withPrefix(absent6, 129)}, EINVAL, refused},
        {PrefixLength,
         "edit, 0",
         EditService{present6, withPrefix(present6, 0)},
         EINVAL,
         refused,
         {AddService{present6}}},
        {PrefixLength,
         "edit, 129",
         EditService{present6, withPrefix(present6, 129)},
         EINVAL,
         refused,
         {AddService{present6}}},
    };
}

std::vector<Refusal> ofServers()
{
    const AddService service6{VirtualService::withDefaults(web6)};
    const RealServer mixed = with(added, tunnelled("2001:db8::11"));
    using enum Situation;
    return {
        {ServerExists, "add", AddServer{web, server(1)}, EEXIST, ErrorCode::ServerExists},
        {ServerExists, "add as a different one", AddServer{web, with(server(1, 9), thresholds(7, 3))}, EEXIST,
         ErrorCode::ServerExists},
        {ServerMissing, "edit", EditServer{web, added, added}, ENOENT, ErrorCode::ServerMissing},
        {ServerMissing, "remove", RemoveServer{web, added}, ENOENT, ErrorCode::ServerMissing},
        {ServerMissing,
         "remove twice",
         RemoveServer{web, added},
         ENOENT,
         ErrorCode::ServerMissing,
         {AddServer{web, added}, RemoveServer{web, added}}},

        {NegativeWeight, "add, smallest", AddServer{web, with(added, weight(0x80000000))}, ERANGE, refused},
        {NegativeWeight, "edit, -1", EditServer{web, present, with(present, weight(0xffffffff))}, ERANGE, refused},
        {NegativeWeight, "add what exists", AddServer{web, with(present, weight(0x80000000))}, ERANGE, refused},
        {NegativeWeight, "edit what is missing", EditServer{web, added, with(added, weight(0x80000000))}, ERANGE,
         refused},
        {CrossedThresholds, "add", AddServer{web, with(added, thresholds(10, 11))}, ERANGE, refused},
        {CrossedThresholds, "edit, no upper one", EditServer{web, present, with(present, thresholds(0, 1))}, ERANGE,
         refused},
        {LargeThreshold, "add", AddServer{web, with(added, thresholds(0x80000000, 0))}, EINVAL, refused},
        {LargeThreshold, "edit, both", EditServer{web, present, with(present, thresholds(0xffffffff, 0x80000000))},
         EINVAL, refused},
        {TunnelPort, "add", AddServer{web, with(added, gueWithoutPort)}, EINVAL, refused},
        {TunnelPort, "edit", EditServer{web, present, with(present, gueWithoutPort)}, EINVAL, refused},
        {TunnelPort, "add without tunnelling", AddServer{web, with(added, gueWithoutPortOrTunnelling)}, EINVAL,
         refused},

        {NotUnicast, "multicast", AddServer{web, with(added, at("224.0.0.5"))}, EINVAL, refused},
        {NotUnicast, "broadcast", AddServer{web, with(added, at("255.255.255.255"))}, EINVAL, refused},
        {NotUnicast, "0.0.0.0", AddServer{web, with(added, at("0.0.0.0"))}, EINVAL, refused},
        {NotUnicast, "IPv6 multicast", AddServer{web6, with(added, at("ff0e::5"))}, EINVAL, refused, {service6}},
        {NotUnicast, "link-local", AddServer{web6, with(added, at("fe80::5"))}, EINVAL, refused, {service6}},
        {NotUnicast, "::", AddServer{web6, with(added, at("::"))}, EINVAL, refused, {service6}},
        {NotUnicast,
         "IPv4 written as IPv6",
         AddServer{web6, with(added, at("::ffff:192.168.10.11"))},
         EINVAL,
         refused,
         {service6}},
        {NotUnicast, "IPv6 multicast through a tunnel", AddServer{web, with(added, tunnelled("ff0e::5"))}, EINVAL,
         refused},

        {MixedFamilies, "add without tunnel", AddServer{web, with(added, at("2001:db8::11"))}, EINVAL, refused},
        {MixedFamilies, "add without tunnel, IPv6", AddServer{web6, added}, EINVAL, refused, {service6}},
        {MixedFamilies,
         "edit to no tunnel",
         EditServer{web, mixed, with(added, at("2001:db8::11"))},
         EINVAL,
         refused,
         {AddServer{web, mixed}}},
        {MixedFamilies,
         "add while a sync daemon runs",
         AddServer{web, mixed},
         EINVAL,
         refused,
         {StartSyncDaemon{master}}},
        {MixedFamilies,
         "start a sync daemon beside",
         StartSyncDaemon{master},
         EINVAL,
         refused,
         {AddServer{web, mixed}}},
    };
}

std::vector<Refusal> ofSettings()
{
    const auto timeouts = [](const Timeouts &after) { return SetTimeouts{.before = {}, .after = after}; };
    constexpr quint32 tooLarge = 8'589'935; // 2^31 ticks of 1/250 s
    SyncDaemon elsewhere = master;
    elsewhere.interface = interface("nosuchif0");
    SyncDaemon unicast = master;
    unicast.group = address("10.0.0.1");
    SyncDaemon noRole = master;
    noRole.role = SyncRole(3);
    using enum Situation;
    return {
        {LargeTimeout, "tcp", timeouts({.tcp = tooLarge, .tcpFin = 60, .udp = 60}), EINVAL, refused},
        {LargeTimeout, "tcpfin", timeouts({.tcp = 60, .tcpFin = tooLarge, .udp = 60}), EINVAL, refused},
        {LargeTimeout, "udp", timeouts({.tcp = 60, .tcpFin = 60, .udp = tooLarge}), EINVAL, refused},
        {LargeTimeout, "as an int", timeouts({.tcp = 0x80000000}), EINVAL, refused},
        {LargeTimeout, "largest", timeouts({.udp = 0xffffffff}), EINVAL, refused},

        {InterfaceMissing, "start", StartSyncDaemon{elsewhere}, ENODEV, ErrorCode::InterfaceMissing},
        {DaemonExists, "start", StartSyncDaemon{master}, EEXIST, ErrorCode::DaemonExists, {StartSyncDaemon{master}}},
        {UnknownRole, "start", StartSyncDaemon{noRole}, EINVAL, refused},
        {UnknownRole, "stop", StopSyncDaemon{noRole}, EINVAL, refused},
        {NotMulticast, "start", StartSyncDaemon{unicast}, EINVAL, refused},
        {NotMulticast, "whatever its interface", StartSyncDaemon{[&] {
             SyncDaemon both = unicast;
             both.interface = elsewhere.interface;
             return both;
         }()},
         EINVAL, refused},
        {DaemonMissing, "stop", StopSyncDaemon{master}, ESRCH, ErrorCode::DaemonMissing},
    };
}

} // namespace

std::vector<Refusal> refusals()
{
    std::vector<Refusal> all;
    for (auto part : {ofServices(), ofServers(), ofSettings()})
        std::ranges::move(part, std::back_inserter(all));
    return all;
}

std::vector<BeyondBackend> beyondBackend()
{
    using enum Situation;
    return {
        {NoCapability, "the sandbox knows no users", "tst_kernelbackend needsTheCapability"},
        {UnknownCommand, "every operation has its command", "tst_kernelrefusals"},
        {NoFamily, "a sandbox is always there", "tst_kernelrefusals; tst_sshdirector withoutIpvs"},
        {ShortAttribute, "attributes are made from typed values", "tst_kernelrefusals"},
        {MissingAttribute, "every attribute is always sent", "tst_kernelrefusals"},
        {UnknownAddressFamily, "an address is IPv4 or IPv6", "tst_kernelrefusals"},
        {DumpOfMissingService, "a backend looks twice and gives ServiceMissing",
         "readOfAGoneService; tst_kernelrefusals"},
        {SecondDump, "a backend reads long lists one after the other", "tst_kernelrefusals"},
        {ModuleLeaves, "can't be met on purpose: the moment while ip_vs is being unloaded", "tst_kernelerror"},
        {NoMemory, "can't be met on purpose", "tst_kernelerror"},
        {ReceiveQueueFull, "a backend's receive buffer holds a full batch", "tst_kernelrefusals; runsLongBatches"},
        {LongReply, "no reply of IPVS is as long as a page", "tst_kernelerror"},
    };
}

} // namespace lvs::contract
