// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/model/ipvstable.h"

#include <QString>

namespace lvs {

// The field's terms in the language of the application.

/// Name of a director for people: its host, "Sandbox" or "This computer".
QString directorName(const Director &director);
/// The same by its id, for one that may be forgotten: "root@director-1:22", "rs1 (sandbox)".
QString hostText(const QString &id);
QString linkStateText(LinkState state);

/// "TCP", "UDP", "SCTP", or "protocol 47".
QString protocolText(quint8 protocol);
/// "TCP 172.18.100.6:80" or "Firewall mark 1".
QString serviceText(const ServiceKey &key);
/// "NAT", "DR", "TUN", "local", "bypass": for a table cell.
QString forwardingText(Forwarding forwarding);
/// "Masquerading (NAT)": for a dialog or a sentence.
QString forwardingLongText(Forwarding forwarding);
/// Parts of a list, one after the other.
QString listText(const QStringList &parts);
/// "300 s", "300 s, 255.255.255.0", or "–".
QString persistenceText(const VirtualService &service);

} // namespace lvs
