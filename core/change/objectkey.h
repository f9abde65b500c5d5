// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs {

/// Identity of the service or real server an operation is about, inside one table.
struct ObjectKey {
    ServiceKey service{};
    std::optional<ServerKey> server{}; ///< none: the service itself

    /// A service before its servers.
    friend auto operator<=>(const ObjectKey &, const ObjectKey &) = default;
    friend size_t qHash(const ObjectKey &key, size_t seed = 0) noexcept
    {
        return key.server ? qHashMulti(seed, key.service, *key.server) : qHash(key.service, seed);
    }
};

/// Nothing for operations on the whole table or the machine.
inline std::optional<ObjectKey> objectOf(const Operation &operation)
{
    auto service = serviceOf(operation);
    if (!service)
        return std::nullopt;
    return ObjectKey{*service, serverOf(operation)};
}

} // namespace lvs
