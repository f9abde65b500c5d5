// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/ipaddress.h"

#include "core/types/numbers.h"

#include <algorithm>
#include <arpa/inet.h>
#include <ranges>

namespace lvs {
namespace {

std::unexpected<Error> refuse(ErrorCode code, qsizetype start, qsizetype length, QStringList values = {})
{
    return std::unexpected(Error{.code = code, .values = std::move(values), .span = {start, length}});
}

bool isLiteralCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') || c == u'.' || c == u':';
}

/// "10.0.0.1": four numbers in their shortest form; the usual case, so no error is made on the way.
std::optional<quint32> plainQuad(QStringView text)
{
    quint32 value = 0;
    quint32 part = 0;
    int digits = 0;
    int points = 0;
    for (const QChar c : text) {
        if (c == u'.') {
            if (digits == 0 || ++points > 3)
                return {};
            value = value << 8 | part;
            part = 0;
            digits = 0;
        } else if (c >= u'0' && c <= u'9' && digits < 3 && (digits == 0 || part > 0)) {
            part = 10 * part + (c.unicode() - u'0');
            ++digits;
            if (part > 255)
                return {};
        } else {
            return {};
        }
    }
    return points == 3 && digits > 0 ? std::optional(value << 8 | part) : std::nullopt;
}

/// What is wrong with a text that is no plain quad.
std::unexpected<Error> whyNoQuad(QStringView text)
{
    int parts = 0;
    for (QStringView part : text.tokenize(u'.')) {
        if (++parts > 4)
            break;
        const auto number = numberFromText(part, 0, 255);
        // An empty or hexadecimal part is no bad number: the whole is no address.
        const auto isBad = [&](const Error &error) {
            return error.code == ErrorCode::OutOfRange || (part.size() > 1 && part.front() == u'0');
        };
        if (!number && isBad(number.error()))
            return refuse(number.error().code, part.begin() - text.begin(), part.size(), number.error().values);
        if (!number)
            break;
    }
    return refuse(ErrorCode::BadAddress, 0, text.size());
}

} // namespace

IpAddress IpAddress::fromIPv4(quint32 value)
{
    IpAddress address;
    qToBigEndian(value, address.m_bytes.data());
    return address;
}

IpAddress IpAddress::fromIPv6(const std::array<quint8, 16> &bytes)
{
    IpAddress address;
    address.m_family = Family::IPv6;
    address.m_bytes = bytes;
    return address;
}

Result<IpAddress> IpAddress::fromText(QStringView text)
{
    constexpr qsizetype longest = INET6_ADDRSTRLEN - 1;
    if (const auto quad = plainQuad(text))
        return fromIPv4(*quad);
    if (text.isEmpty())
        return refuse(ErrorCode::Empty, 0, 0);
    if (text.size() > longest)
        return refuse(ErrorCode::TooLong, longest, text.size() - longest, {QString::number(longest)});
    const auto odd = std::ranges::find_if_not(text, isLiteralCharacter);
    if (odd != text.end())
        return refuse(ErrorCode::BadCharacter, odd - text.begin(), 1, {QString(*odd)});
    if (!text.contains(u':'))
        return whyNoQuad(text);
    std::array<quint8, 16> bytes{};
    if (inet_pton(AF_INET6, text.toLatin1().constData(), bytes.data()) != 1)
        return refuse(ErrorCode::BadAddress, 0, text.size());
    return fromIPv6(bytes);
}

quint32 IpAddress::toIPv4() const
{
    return qFromBigEndian<quint32>(m_bytes.data());
}

QString IpAddress::toString() const
{
    char buffer[INET6_ADDRSTRLEN];
    return QString::fromLatin1(inet_ntop(isIPv4() ? AF_INET : AF_INET6, m_bytes.data(), buffer, sizeof buffer));
}

bool IpAddress::isUnspecified() const
{
    return std::ranges::all_of(m_bytes, [](quint8 byte) { return byte == 0; });
}

bool IpAddress::isMulticast() const
{
    return isIPv4() ? (m_bytes[0] & 0xf0) == 0xe0 : m_bytes[0] == 0xff;
}

bool IpAddress::isBroadcast() const
{
    return isIPv4() && toIPv4() == 0xffffffff;
}

bool IpAddress::isLinkLocal() const
{
    return !isIPv4() && m_bytes[0] == 0xfe && (m_bytes[1] & 0xc0) == 0x80;
}

bool IpAddress::isLoopback() const
{
    if (isIPv4())
        return m_bytes[0] == 127;
    return std::ranges::all_of(m_bytes | std::views::take(15), [](quint8 byte) { return byte == 0; }) &&
           m_bytes.back() == 1;
}

bool IpAddress::isUnicast() const
{
    constexpr std::array<quint8, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}; // ::ffff:0:0/96
    const bool isMapped = !isIPv4() && std::ranges::equal(mapped, std::span(m_bytes).first<12>());
    return !isMulticast() && !isUnspecified() && !isBroadcast() && !isLinkLocal() && !isMapped;
}

} // namespace lvs
