// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QRandomGenerator>

namespace lvs::test {

/// Makes tables of valid objects with few different keys, so that two of them have much in common.
class RandomTable
{
public:
    explicit RandomTable(quint32 seed)
        : m_random(seed)
    {
    }

    IpvsTable table(int mostServices = 6, int mostServers = 6);
    /// The table with some of its objects changed, added and removed.
    IpvsTable variationOf(const IpvsTable &table);
    VirtualService service(const ServiceKey &key);
    RealServer server(const ServiceKey &service, int number);

private:
    ServiceKey key(int number);
    std::vector<RealServer> servers(const ServiceKey &service, int most);

    QRandomGenerator m_random;
};

/// The table with each list of servers in the order of their keys.
IpvsTable withoutListOrder(const IpvsTable &table);

} // namespace lvs::test
