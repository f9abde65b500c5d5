// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/serviceshare.h"

#include <algorithm>

namespace lvs {

const ServiceShare::Server *ServiceShare::find(const ServerKey &key) const
{
    const auto found = std::ranges::lower_bound(servers, key, {}, &Server::key);
    return found == servers.end() || found->key != key ? nullptr : &*found;
}

} // namespace lvs
