// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sortkey.h"

namespace lvs {

QString sortKey(const IpAddress &address, quint16 port)
{
    const auto bytes = QByteArray(reinterpret_cast<const char *>(address.bytes().data()), 16).toHex();
    return QStringLiteral("%1 %2 %3").arg(int(address.family()), 2).arg(QLatin1StringView(bytes)).arg(port, 5);
}

QString sortKey(const ServiceKey &service)
{
    if (service.isMark())
        return QStringLiteral("~%1").arg(service.firewallMark, 10);
    return QStringLiteral("%1 %2").arg(sortKey(service.address, service.port)).arg(service.protocol, 3);
}

} // namespace lvs
