// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largetable.h"

namespace lvs::bench {

ServiceKey serviceKey(quint32 service)
{
    return ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a00'0001 + service), 80); // 10.0.0.1 onwards
}

ChangePlan largeTable()
{
    ChangePlan plan;
    plan.operations.reserve(services * (1 + serversEach));
    for (quint32 i = 0; i < services; ++i) {
        VirtualService service = VirtualService::withDefaults(serviceKey(i));
        service.scheduler = *SchedulerName::fromText(u"rr");
        plan.operations.push_back(AddService{service});
    }
    for (quint32 i = 0; i < services; ++i) {
        for (quint32 j = 1; j <= serversEach; ++j) {
            const RealServer server{.key = {.address = IpAddress::fromIPv4(0x0a80'0000 + (i << 8) + j), .port = 80},
                                    .forwarding = Forwarding::Masquerading};
            plan.operations.push_back(AddServer{serviceKey(i), server});
        }
    }
    return plan;
}

} // namespace lvs::bench
