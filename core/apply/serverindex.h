// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"

#include <QHash>

namespace lvs {

/// The servers of one service as read, found by key. Plans mostly ask in the order in which the kernel got the
/// servers, so the neighbour of the last answer is tried first, and the hash is made only when that fails.
class ServerIndex
{
public:
    ServerIndex() = default;
    explicit ServerIndex(const ServerList &list);

    /// Kernel list order (newest first).
    const std::vector<RealServer> &servers() const { return m_servers; }
    /// nullptr if there is none; valid as long as the index.
    const RealServer *find(const ServerKey &key) const;

private:
    std::vector<RealServer> m_servers;
    mutable std::size_t m_next = 0; ///< one above the place to try first
    mutable QHash<ServerKey, std::size_t> m_places;
};

} // namespace lvs
