// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupchecks.h"

namespace lvs {

// Which lines of a checklist are about what machines of one network tell each other: where an address is.

/// The line is about what every neighbour hears, whichever real server a connection would get.
bool isHeardByAll(SetupCheck::Code code);

/// A machine that answers no ARP at all hides the VIP, and itself as well.
bool answersNothing(const SetupCheck &check);

/// Whether the real server does not answer the director's ARP request for it: not at all, or not the director, whose
/// address it takes for one of its own.
bool isUnheard(const SetupCheck &check);

/// Whether a red line says that another one than the director answers who asks for the VIP.
bool answersForVip(const SetupCheck &check, const IpAddress &vip, const SetupHosts &hosts);

/// The machine with that id, as far as it is known, has the VIP.
bool hasVip(const QString &host, const IpAddress &vip, const SetupHosts &hosts);

/// The hardware address that gets what is sent to the VIP where the line is why the director does not; empty where it
/// is not known.
QByteArray takerOf(const SetupCheck &finding, const IpAddress &vip, const SetupHosts &hosts);

} // namespace lvs
