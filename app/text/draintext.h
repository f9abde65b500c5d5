// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/drainwatch.h"

namespace lvs {

/// What holds on to a server that is drained, or to several.
struct Holdings {
    quint64 active = 0;
    quint64 inactive = 0;
    quint64 templates = 0;

    void add(const ServerState &server);
    bool isEmpty() const { return active == 0 && inactive == 0 && templates == 0; }
};

/// "14 active, 9 inactive connections, 3 templates"
QString holdingsText(const Holdings &holdings);
QString progressText(DrainWatch::Progress progress);

// What the kernel does with what is left (ip_vs_core.c); nothing for a sysctl that could not be read.

/// What becomes of the connections when the server is removed.
QString removalEffectText(std::optional<int> expireNodestConn);
/// What becomes of templates while the server is drained.
QString templateEffectText(std::optional<int> expireQuiescentTemplate);

} // namespace lvs
