// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configwalk.h"

namespace lvs::keepalived {

/// A virtual_server_group: what its services are made of.
struct ServiceGroup {
    struct Range {
        IpAddress first{};
        IpAddress last{};
        quint16 port = 0;
    };
    struct Mark {
        quint32 mark = 0;
        std::optional<Family> family{};
    };

    QString name{};
    std::vector<Range> ranges{};
    std::vector<Mark> marks{};
};

/// Reads the block; entries that keepalived skips are noted and left out.
ServiceGroup readGroup(ConfigWalk &walk, const PlacedStatement &block);

/// The addresses of a range, at most `most`.
std::vector<IpAddress> addressesOf(const ServiceGroup::Range &range, qsizetype most);

} // namespace lvs::keepalived
