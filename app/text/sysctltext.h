// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sysctls.h"

namespace lvs {

/// A tunable's name as it is shown: "conntrack" of IPVS, "net.ipv4.conf.eth0.arp_ignore" of all others.
QString sysctlTitle(QStringView name);
/// What a tunable does, for an administrator.
QString sysctlEffect(const Sysctl &sysctl);
/// What it takes: "0 or 1", "0 to 3", "seconds".
QString sysctlRange(const Sysctl &sysctl);
/// Both, in sentences.
QString sysctlExplanation(const Sysctl &sysctl);
/// One of its values with what it means, "1 (on)"; the value alone where that says enough.
QString sysctlMeaning(const Sysctl &sysctl, const QString &value);
/// Why a machine does not have it.
QString sysctlAbsence(const Sysctl &sysctl);

} // namespace lvs
