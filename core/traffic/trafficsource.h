// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/objectkey.h"

namespace lvs {

/// What a curve is of: a whole machine, one of its virtual services, or one real server of a service.
struct TrafficSource {
    std::optional<ObjectKey> object{}; ///< none: the machine, every service of it together

    static TrafficSource machine() { return {}; }
    static TrafficSource of(const ServiceKey &service) { return {ObjectKey{.service = service}}; }
    static TrafficSource of(const ServiceKey &service, const ServerKey &server) { return {ObjectKey{service, server}}; }

    bool isMachine() const { return !object; }
    bool isService() const { return object && !object->server; }
    bool isServer() const { return object && object->server; }

    /// The machine first, then each service before its servers.
    friend auto operator<=>(const TrafficSource &, const TrafficSource &) = default;
    friend size_t qHash(const TrafficSource &source, size_t seed = 0) noexcept
    {
        return source.object ? qHash(*source.object, seed) : seed;
    }
};

} // namespace lvs
