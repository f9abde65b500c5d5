// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

#include <QIODevice>

namespace lvs {

/// Reads /proc/net/tcp, tcp6, udp or udp6: sockets that wait for clients. Of TCP the kernel lists them first
/// (net/ipv4/tcp_ipv4.c, tcp_get_idx), and the connections behind them, of which a busy machine has very many, are not
/// read. Lines that can't be understood are left out.
std::vector<Listener> readListeners(QIODevice &file, Protocol protocol);
/// Those of this computer, in its network namespace: each once, ordered.
std::vector<Listener> readListeners();

} // namespace lvs
