// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/virtualservice.h"

#include <optional>

namespace lvs {

// The values of options as ipvsadm reads them. Names of hosts and services are refused: what they stand for depends on
// the machine that looks them up. The span of an error is relative to the text.

struct RuleAddress {
    IpAddress address{};
    std::optional<quint16> port{};
    bool isUnusual = false; ///< an IPv4 address in another form than four decimal numbers, as inet_aton(3) takes it
};

/// "IPv4[:PORT]", "[IPv6]:PORT" or "IPv6". In brackets ipvsadm also takes "IPv4[:PORT]", and forgets what stands
/// behind.
Result<RuleAddress> ruleAddressFromText(QStringView text, bool mayBracketIPv4);
/// Decimal as strtol(3) takes it, so that "+5", "007" and "\v5" are numbers.
Result<quint32> ruleNumberFromText(QStringView text, quint32 smallest, quint32 largest);
/// IPv4 as inet_aton(3) takes it, holes included ("24" is 0.0.0.24); for IPv6 a prefix length, behind which atoi(3),
/// and so ipvsadm, takes any text.
Result<quint32> ruleNetmaskFromText(QStringView text, Family family, bool mayTrail);
/// "sh-port,sh-fallback"; refuses those of another scheduler.
Result<ServiceFlags> schedulerFlagsFromText(QStringView text, const SchedulerName &scheduler);
/// The place of a word in a list.
Result<qsizetype> keywordFromText(QStringView text, const QStringList &words);

} // namespace lvs
