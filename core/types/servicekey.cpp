// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/servicekey.h"

#include "core/types/protocolword.h"

namespace lvs {
namespace {

QString endpoint(const IpAddress &address, quint16 port)
{
    const QString format = address.isIPv4() ? QStringLiteral("%1:%2") : QStringLiteral("[%1]:%2");
    return format.arg(address.toString()).arg(port);
}

} // namespace

ServiceKey ServiceKey::forAddress(Protocol protocol, const IpAddress &address, quint16 port)
{
    return {.family = address.family(), .protocol = quint8(protocol), .port = port, .address = address};
}

ServiceKey ServiceKey::forMark(quint32 mark, Family family)
{
    return {.family = family, .firewallMark = mark};
}

QString ServiceKey::toString() const
{
    if (isMark())
        return QStringLiteral("FWM %1%2").arg(firewallMark).arg(family == Family::IPv6 ? u" IPv6" : u"");
    return protocolName(protocol) + u' ' + endpoint(address, port);
}

QString ServerKey::toString() const
{
    return endpoint(address, port);
}

} // namespace lvs
