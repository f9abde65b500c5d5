// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/clientaddress.h"

#include "core/rules/optionvalues.h"
#include "core/types/numbers.h"

namespace lvs {

ServerKey exampleClient(Family family)
{
    constexpr quint16 port = 40000;
    const IpAddress address =
        family == Family::IPv4 ? *IpAddress::fromText(u"198.51.100.7") : *IpAddress::fromText(u"2001:db8::7");
    return {address, port};
}

Result<ServerKey> clientFromText(const QString &text, Family family)
{
    const QString client = text.trimmed();
    if (client.isEmpty())
        return failure(ErrorCode::Empty);
    const Result<RuleAddress> read = ruleAddressFromText(client, false);
    if (!read)
        return std::unexpected(read.error());
    if (read->isUnusual || read->address.family() != family)
        return failure(ErrorCode::BadAddress);
    if (!read->port)
        return failure(ErrorCode::MissingPort);
    if (*read->port == 0)
        return failure(ErrorCode::OutOfRange, {QStringLiteral("1"), QString::number(limits::largestPort)});
    if (!read->address.isUnicast())
        return failure(ErrorCode::NotUnicast);
    return ServerKey{read->address, *read->port};
}

} // namespace lvs
