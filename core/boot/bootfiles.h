// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/debiandefaults.h"
#include "core/rules/ruleplanner.h"

namespace lvs {

/// What /etc/ipvsadm.rules and /etc/default/ipvsadm hold after writing.
struct DebianBootFiles {
    QByteArray rules{};
    QByteArray defaults{};
    friend bool operator==(const DebianBootFiles &, const DebianBootFiles &) = default;
};

/// The files that restore a state on Debian and Ubuntu. Sync daemons are named in one of them alone, for the second
/// start of a daemon fails: in DAEMON if that can say all of them, else as rules. `presentDefaults` is kept but for our
/// variables.
Result<DebianBootFiles> debianBootFiles(const RuleState &state, QByteArrayView presentDefaults);

/// What those files bring back, as they are read at boot.
RuleState restoredBy(const DebianBootFiles &files);

/// What /etc/sysconfig/ipvsadm holds after writing.
QByteArray rhelBootFile(const RuleState &state);

} // namespace lvs
