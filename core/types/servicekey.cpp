// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/servicekey.h"

#include "core/types/numbers.h"

namespace lvs {
namespace {

QString endpoint(const IpAddress &address, quint16 port)
{
    const QString format = address.isIPv4() ? QStringLiteral("%1:%2") : QStringLiteral("[%1]:%2");
    return format.arg(address.toString()).arg(port);
}

std::unexpected<Error> moved(Error error, qsizetype offset)
{
    error.span.start += offset;
    return std::unexpected(std::move(error));
}

QString protocolName(quint8 protocol)
{
    switch (Protocol(protocol)) {
    case Protocol::Tcp:
        return QStringLiteral("TCP");
    case Protocol::Udp:
        return QStringLiteral("UDP");
    case Protocol::Sctp:
        return QStringLiteral("SCTP");
    }
    return QStringLiteral("IP_%1").arg(protocol); // as /proc/net/ip_vs writes it
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

Result<ServerKey> ServerKey::fromText(QStringView text)
{
    const auto refuse = [](ErrorCode code, qsizetype start, qsizetype length) {
        return std::unexpected(Error{.code = code, .span = {start, length}});
    };
    const bool bracketed = text.startsWith(u'[');
    qsizetype addressEnd = bracketed ? text.indexOf(u']') : text.indexOf(u':');
    if (bracketed && addressEnd < 0)
        return refuse(ErrorCode::BadAddress, 0, text.size());
    // Two colons without brackets: an IPv6 address, of which no part is surely a port.
    if (!bracketed && (addressEnd < 0 || text.count(u':') > 1))
        addressEnd = text.size();

    const qsizetype addressStart = bracketed ? 1 : 0;
    const auto address = IpAddress::fromText(text.sliced(addressStart, addressEnd - addressStart));
    if (!address)
        return moved(address.error(), addressStart);
    if (bracketed && address->isIPv4())
        return refuse(ErrorCode::BadAddress, 0, addressEnd + 1);

    const qsizetype restStart = addressEnd + addressStart; // after the bracket, if there is one
    const QStringView rest = text.sliced(restStart);
    if (rest.isEmpty() || rest == u":")
        return refuse(ErrorCode::MissingPort, text.size(), 0);
    if (rest.front() != u':')
        return refuse(ErrorCode::TrailingText, restStart, rest.size());
    const auto port = numberFromText(rest.sliced(1), 0, limits::largestPort);
    if (!port)
        return moved(port.error(), restStart + 1);
    return ServerKey{.address = *address, .port = quint16(*port)};
}

} // namespace lvs
