// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/optiontable.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using V = RuleVerb;
using O = RuleOption;
constexpr auto None = RuleArgument::None;
constexpr auto Required = RuleArgument::Required;
constexpr auto Optional = RuleArgument::Optional;

constexpr quint32 set(auto... verbs)
{
    return ((1U << quint8(verbs)) | ...);
}

constexpr quint32 setsService = set(V::AddService, V::EditService);
constexpr quint32 setsServer = set(V::AddServer, V::EditServer);
constexpr quint32 namesServer = setsServer | set(V::DeleteServer);
constexpr quint32 namesService = setsService | namesServer | set(V::DeleteService, V::Zero, V::List);
constexpr quint32 starts = set(V::StartDaemon);
constexpr quint32 lists = set(V::List);

constexpr std::array specs{
    RuleSpec{V::AddService, 'A', "add-service"_L1},
    RuleSpec{V::EditService, 'E', "edit-service"_L1},
    RuleSpec{V::DeleteService, 'D', "delete-service"_L1},
    RuleSpec{V::AddServer, 'a', "add-server"_L1},
    RuleSpec{V::EditServer, 'e', "edit-server"_L1},
    RuleSpec{V::DeleteServer, 'd', "delete-server"_L1},
    RuleSpec{V::Clear, 'C', "clear"_L1},
    RuleSpec{V::Zero, 'Z', "zero"_L1},
    RuleSpec{V::SetTimeouts, 0, "set"_L1},
    RuleSpec{V::StartDaemon, 0, "start-daemon"_L1, Required},
    RuleSpec{V::StopDaemon, 0, "stop-daemon"_L1, Required},
    RuleSpec{V::List, 'L', "list"_L1},
    RuleSpec{V::List, 'l', ""_L1},
    RuleSpec{V::Save, 'S', "save"_L1},
    RuleSpec{V::Restore, 'R', "restore"_L1},
    RuleSpec{V::Help, 'h', "help"_L1},
    RuleSpec{V::Version, 'v', "version"_L1},

    RuleSpec{O::TcpService, 't', "tcp-service"_L1, Required, namesService},
    RuleSpec{O::UdpService, 'u', "udp-service"_L1, Required, namesService},
    RuleSpec{O::SctpService, 0, "sctp-service"_L1, Required, namesService},
    RuleSpec{O::MarkService, 'f', "fwmark-service"_L1, Required, namesService},
    RuleSpec{O::Ipv6, '6', "ipv6"_L1, None, namesService},
    RuleSpec{O::Scheduler, 's', "scheduler"_L1, Required, setsService},
    RuleSpec{O::Persistent, 'p', "persistent"_L1, Optional, setsService},
    RuleSpec{O::Netmask, 'M', "netmask"_L1, Required, setsService},
    RuleSpec{O::Engine, 0, "pe"_L1, Required, setsService},
    RuleSpec{O::OnePacket, 'o', "ops"_L1, None, setsService},
    RuleSpec{O::SchedulerFlags, 'b', "sched-flags"_L1, Required, setsService},
    RuleSpec{O::Server, 'r', "real-server"_L1, Required, namesServer},
    RuleSpec{O::Gatewaying, 'g', "gatewaying"_L1, None, setsServer},
    RuleSpec{O::Tunnelling, 'i', "ipip"_L1, None, setsServer},
    RuleSpec{O::Masquerading, 'm', "masquerading"_L1, None, setsServer},
    RuleSpec{O::TunnelType, 0, "tun-type"_L1, Required, setsServer},
    RuleSpec{O::TunnelPort, 0, "tun-port"_L1, Required, setsServer},
    RuleSpec{O::TunnelNoChecksum, 0, "tun-nocsum"_L1, None, setsServer},
    RuleSpec{O::TunnelChecksum, 0, "tun-csum"_L1, None, setsServer},
    RuleSpec{O::TunnelRemoteChecksum, 0, "tun-remcsum"_L1, None, setsServer},
    RuleSpec{O::Weight, 'w', "weight"_L1, Required, setsServer},
    RuleSpec{O::UpperThreshold, 'x', "u-threshold"_L1, Required, setsServer},
    RuleSpec{O::LowerThreshold, 'y', "l-threshold"_L1, Required, setsServer},
    RuleSpec{O::SyncInterface, 0, "mcast-interface"_L1, Required, starts},
    RuleSpec{O::SyncId, 0, "syncid"_L1, Required, starts | lists | set(V::StopDaemon)},
    RuleSpec{O::SyncGroup, 0, "mcast-group"_L1, Required, starts},
    RuleSpec{O::SyncPort, 0, "mcast-port"_L1, Required, starts},
    RuleSpec{O::SyncTtl, 0, "mcast-ttl"_L1, Required, starts},
    RuleSpec{O::SyncLength, 0, "sync-maxlen"_L1, Required, starts},
    RuleSpec{O::Numeric, 'n', "numeric"_L1, None, lists | set(V::Save)},
    RuleSpec{O::ShowConnections, 'c', "connection"_L1, None, lists},
    RuleSpec{O::ShowTimeouts, 0, "timeout"_L1, None, lists},
    RuleSpec{O::ShowDaemons, 0, "daemon"_L1, None, lists},
    RuleSpec{O::ShowDetail, 0, "stats"_L1, None, lists},
    RuleSpec{O::ShowDetail, 0, "rate"_L1, None, lists},
    RuleSpec{O::ShowDetail, 0, "thresholds"_L1, None, lists},
    RuleSpec{O::ShowPersistent, 0, "persistent-conn"_L1, None, lists},
    RuleSpec{O::ShowTunnels, 0, "tun-info"_L1, None, lists},
    RuleSpec{O::ShowOrder, 0, "nosort"_L1, None, lists},
    RuleSpec{O::Sort, 0, "sort"_L1, None, ~0U},
    RuleSpec{O::ShowOrder, 'X', "exact"_L1, None, lists},
};

/// The options of which only one can be given share the first of them.
O kindOf(O option)
{
    switch (option) {
    case O::UdpService:
    case O::SctpService:
    case O::MarkService:
        return O::TcpService;
    case O::Tunnelling:
    case O::Masquerading:
        return O::Gatewaying;
    case O::TunnelChecksum:
    case O::TunnelRemoteChecksum:
        return O::TunnelNoChecksum;
    default:
        return option;
    }
}

const RuleSpec *find(auto &&matches)
{
    const auto spec = std::ranges::find_if(specs, matches);
    return spec == specs.end() ? nullptr : &*spec;
}

} // namespace

QString RuleSpec::name() const
{
    return shortName ? u'-' + QString(QLatin1Char(shortName)) : u"--"_s + longName;
}

std::span<const RuleSpec> ruleSpecs()
{
    return specs;
}

const RuleSpec &specOf(RuleVerb verb)
{
    return *find([&](const RuleSpec &spec) { return spec.meaning == decltype(spec.meaning)(verb); });
}

const RuleSpec &specOf(RuleOption option)
{
    return *find([&](const RuleSpec &spec) { return spec.meaning == decltype(spec.meaning)(option); });
}

const RuleSpec *findRuleSpec(QChar shortName)
{
    static const auto table = [] { // asked for with each option of each line
        std::array<const RuleSpec *, 128> byName{};
        for (const RuleSpec &spec : specs) {
            if (spec.shortName)
                byName[std::size_t(spec.shortName)] = &spec;
        }
        return byName;
    }();
    return shortName.unicode() < table.size() ? table[shortName.unicode()] : nullptr;
}

const RuleSpec *findRuleSpec(QStringView longName)
{
    return find([&](const RuleSpec &spec) { return !longName.isEmpty() && spec.longName == longName; });
}

bool excludeEachOther(const RuleSpec &one, const RuleSpec &other)
{
    const O option = std::get<O>(one.meaning);
    if (option == O::Ipv6 || option == O::Sort) // ipvsadm does not count them
        return false;
    if (option == O::ShowDetail || option == O::ShowOrder) // several of a kind
        return &one == &other;
    return kindOf(option) == kindOf(std::get<O>(other.meaning));
}

bool needsService(RuleVerb verb)
{
    return namesService >> quint8(verb) & 1 && verb != V::Zero && verb != V::List;
}

bool needsServer(RuleVerb verb)
{
    return namesServer >> quint8(verb) & 1;
}

} // namespace lvs
