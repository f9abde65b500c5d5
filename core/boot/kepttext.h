// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/keptsetup.h"

namespace lvs {

// A machine's kept set-ups as a text of lines, in the order in which they come back:
//
//     setup 1f0c… TCP 172.18.100.6:80
//     sysctl net/ipv4/conf/all/arp_ignore = 1
//     tunnel lvsac12640b local 172.18.100.11
//     address lo 172.18.100.6/32 label lo:0
//     route default via 192.168.10.1 dev eth0 metric 0
//     snat 192.168.10.0/24 172.18.100.6 -> 192.168.10.1
//     ipvsadm -A -t 172.18.100.6:80 -s wrr
//     ipvsadm -a -t 172.18.100.6:80 -r 172.18.100.11:80 -g -w 1
//     mark 172.18.100.6 TCP 80,443 -> 0x1
//
// Empty lines and such as begin with '#' mean nothing.

/// In parts that readKeptText() gives back.
QByteArray keptText(const std::vector<KeptSetup> &setups);

/// What a text says.
struct KeptText {
    std::vector<KeptSetup> setups{};      ///< without what the faulty lines should have said
    std::vector<QString> incomplete{};    ///< the ids of those that lack a line
    std::vector<qsizetype> faultyLines{}; ///< from 1; what follows a faulty first line of a set-up is passed over
};

/// Reads what keptText() wrote. A line is understood only in exactly the words in which it would be written: each value
/// passes through its type, and what that makes of it is compared. Takes time in proportion to the text; safe in any
/// thread.
KeptText readKeptText(QByteArrayView text);

} // namespace lvs
