// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAnyStringView>

namespace lvs {

/// Which of the packets that come to IPVS pass a chain before IPVS looks at their mark.
enum class Passing : quint8 {
    None,
    Some, ///< those of one interface, or those that the machine itself sends
    All,
};

/// Of a chain at a hook of netfilter; all three as nftables writes them. IPVS looks at packets for the machine at the
/// hook input, and at those that it sends itself at output (net/netfilter/ipvs/ip_vs_core.c, ip_vs_ops4).
Passing passingOf(QAnyStringView family, QAnyStringView hook, int priority);

} // namespace lvs
