// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

namespace lvs {

/// The network interfaces of this computer with their addresses; empty where the kernel does not tell.
std::vector<HostInterface> readInterfaces();

} // namespace lvs
