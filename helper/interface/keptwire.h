// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/keptsetup.h"
#include "helper/interface/wire.h"

namespace lvs::bus {

struct KeptSetupData {
    QString id{};
    KeyData service{};
    QList<SysctlData> sysctls{};
    QList<HostTunnelData> tunnels{};
    QList<HostAddressData> addresses{};
    QList<RouteData> routes{};
    QList<SnatRuleData> snats{};
    QList<EntryData> rules{}; ///< at most one; servers in the order in which they are added
    QList<MarkRuleData> marks{};
    auto fields(this auto &self)
    {
        return std::tie(self.id, self.service, self.sysctls, self.tunnels, self.addresses, self.routes, self.snats,
                        self.rules, self.marks);
    }
};

KeptSetupData toWire(const KeptSetup &setup);
/// What passes is valid.
Result<KeptSetup> fromWire(const KeptSetupData &data);

} // namespace lvs::bus

Q_DECLARE_METATYPE(lvs::bus::KeptSetupData)
