// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/wire.h"

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
    registerStructures<KeyData, ServiceData, TunnelData, ServerData, FiguresData, TimeoutsData, DaemonData,
                       OperationData, ConnectionData, SysctlData, FeatureData, InterfaceAddressData, InterfaceData,
                       NeighbourData, HostData, ErrorData, ResultData, BootFileData, EntryData, RuleStateData>();
}

} // namespace lvs::bus
