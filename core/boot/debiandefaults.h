// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <vector>

namespace lvs {

/// What DAEMON in /etc/default/ipvsadm names: the sync daemons that ipvsadm.service starts.
enum class DebianDaemon : quint8 { None, Master, Backup, Both };

/// The variables of /etc/default/ipvsadm that ipvsadm.service of Debian looks at, with the values that it takes where
/// the file does not set them.
struct DebianDefaults {
    bool restores = false; ///< AUTO="true"
    DebianDaemon daemon = DebianDaemon::None;
    InterfaceName interface = *InterfaceName::fromText(u"eth0");
    quint8 syncId = 0;
    friend bool operator==(const DebianDefaults &, const DebianDefaults &) = default;
};

/// Reads the file as systemd does (EnvironmentFile= in systemd.exec(5)). FileNotUnderstood where a value is none of the
/// variable's.
Result<DebianDefaults> readDebianDefaults(QByteArrayView text);

/// The file with these values: lines that set others of our variables give way, everything else stays as it is.
/// FileNotUnderstood for a text whose last quotation does not end.
Result<QByteArray> withDebianDefaults(QByteArrayView text, const DebianDefaults &defaults);

/// The sync daemons that ipvsadm.service starts, as the kernel shows them (ip_vs_sync.c; for interfaces with an MTU of
/// up to 1500).
std::vector<SyncDaemon> syncDaemonsOf(const DebianDefaults &defaults);

/// Whether a name can stand in the file without a shell making something of it.
bool isPlainInterface(const InterfaceName &interface);

} // namespace lvs
