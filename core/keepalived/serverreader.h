// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configwalk.h"

namespace lvs::keepalived {

/// A forwarding method with its tunnel; nothing before it is given.
struct Method {
    std::optional<Forwarding> forwarding{};
    Tunnel tunnel{};
};

/// A real or sorry server as far as it is written; the rest comes from its service.
struct ServerDraft {
    ServerBlock block{};
    Method method{};
    std::optional<quint32> weight{};
    std::optional<bool> inhibits{};
    PlacedStatement at{};
};

/// "lb_kind NAT" or "lvs_method TUN type gue port 6080 csum". What can't be read leaves `method` as it is.
void readMethod(ConfigWalk &walk, const PlacedStatement &at, Method &method);

/// Address and port from the words after the keyword; nothing if keepalived skips the server.
std::optional<ServerDraft> readServerName(ConfigWalk &walk, const PlacedStatement &at, const Method &inherited);

/// A real_server block.
std::optional<ServerDraft> readServerBlock(ConfigWalk &walk, const PlacedStatement &at, const Method &inherited);

} // namespace lvs::keepalived
