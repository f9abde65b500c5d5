// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/wire.h"

#include "helper/interface/keptwire.h"
#include "helper/interface/probewire.h"

#include <QDBusMetaType>

namespace lvs::bus {

namespace {

template<class... Ts> void registerStructures()
{
    (qDBusRegisterMetaType<Ts>(), ...);
    (qDBusRegisterMetaType<QList<Ts>>(), ...);
}

} // namespace

void registerWireTypes()
{
    registerStructures<
        KeyData, ServiceData, TunnelData, ServerData, FiguresData, TimeoutsData, DaemonData, ConnectionData, SysctlData,
        FeatureData, InterfaceAddressData, TunnelEndsData, InterfaceData, HostAddressData, RouteData, HostTunnelData,
        NetworkData, PortRangeData, MarkRuleData, SnatRuleData, RuleTrafficData, MarkRuleStateData, SnatRuleStateData,
        UnreadRulesData, FilterRuleData, FirewallData, OperationData, NeighbourData, ListenerData, RoutingRuleData,
        TableRouteData, HostData, ErrorData, ResultData, BootFileData, EntryData, RuleStateData, KeptSetupData>();
    registerStructures<AddressData, PortData, PageData, ProbeResultData, PageResultData, TlsResultData,
                       ArpAnswerData>();
}

} // namespace lvs::bus
