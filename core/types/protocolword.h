// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <QStringView>

#include <optional>

namespace lvs {

/// "tcp", "udp" or "sctp", as iptables, nftables and the kernel's extensions name them; empty for every other protocol.
QLatin1StringView protocolWord(quint8 protocol);

/// "TCP", or "IP_4" for a protocol without a word, as /proc/net/ip_vs writes it.
QString protocolName(quint8 protocol);

/// Nothing for every other word. Lower case only.
std::optional<Protocol> protocolFromWord(QStringView word);

} // namespace lvs
