// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/sshtarget.h"

#include "core/types/ipaddress.h"
#include "core/types/names.h"
#include "core/types/numbers.h"

#include <algorithm>

namespace lvs {

namespace {

constexpr qsizetype longestUser = 32;  // useradd(8)
constexpr qsizetype longestHost = 253; // RFC 1035
constexpr qsizetype longestLabel = 63;

bool isWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

std::unexpected<Error> failureAt(ErrorCode code, qsizetype start, qsizetype length, QStringList values = {})
{
    return std::unexpected(Error{.code = code, .values = std::move(values), .span = {start, length}});
}

/// Moves an error of a part to the part's place in the whole text.
std::unexpected<Error> shifted(Error error, qsizetype by)
{
    error.span.start += by;
    return std::unexpected(std::move(error));
}

Result<void> checkUser(QStringView user)
{
    if (user.isEmpty())
        return failureAt(ErrorCode::Empty, 0, 0);
    if (user.size() > longestUser)
        return failureAt(ErrorCode::TooLong, 0, user.size(), {QString::number(longestUser)});
    if (user.front() == u'-' || user.front() == u'.')
        return failureAt(ErrorCode::BadCharacter, 0, 1, {user.first(1).toString()});
    for (qsizetype i = 0; i < user.size(); ++i) {
        if (!isWord(user[i]) && user[i] != u'-' && user[i] != u'.')
            return failureAt(ErrorCode::BadCharacter, i, 1, {user.sliced(i, 1).toString()});
    }
    return {};
}

Result<void> checkName(QStringView host)
{
    if (host.size() > longestHost)
        return failureAt(ErrorCode::TooLong, 0, host.size(), {QString::number(longestHost)});
    for (qsizetype i = 0; i < host.size(); ++i) {
        if (!isWord(host[i]) && host[i] != u'-' && host[i] != u'.')
            return failureAt(ErrorCode::BadCharacter, i, 1, {host.sliced(i, 1).toString()});
    }
    // Digits and dots alone are meant as an address; "10.1" would be read as 10.0.0.1 by the resolver.
    if (std::ranges::all_of(host, [](QChar c) { return c.isDigit() || c == u'.'; })) {
        if (!IpAddress::fromText(host))
            return failureAt(ErrorCode::BadAddress, 0, host.size());
        return {};
    }
    qsizetype start = 0;
    for (QStringView label : host.split(u'.')) {
        if (label.isEmpty() || label.size() > longestLabel || label.front() == u'-' || label.back() == u'-')
            return failureAt(ErrorCode::BadHostName, start, std::max<qsizetype>(label.size(), 1));
        start += label.size() + 1;
    }
    return {};
}

Result<void> checkIPv6(QStringView host)
{
    const qsizetype percent = host.indexOf(u'%');
    const QStringView address = percent < 0 ? host : host.first(percent);
    const auto parsed = IpAddress::fromText(address);
    if (!parsed || parsed->isIPv4())
        return failureAt(ErrorCode::BadAddress, 0, address.size());
    if (percent < 0)
        return {};
    const QStringView zone = host.sliced(percent + 1);
    if (zone.isEmpty())
        return failureAt(ErrorCode::Empty, percent + 1, 0);
    for (qsizetype i = 0; i < zone.size(); ++i) {
        if (!isWord(zone[i]) && !(i > 0 && (zone[i] == u'-' || zone[i] == u'.')))
            return failureAt(ErrorCode::BadCharacter, percent + 1 + i, 1, {zone.sliced(i, 1).toString()});
    }
    if (!InterfaceName::fromText(zone))
        return failureAt(ErrorCode::BadName, percent + 1, zone.size());
    return {};
}

} // namespace

Result<SshTarget> SshTarget::fromText(QStringView text)
{
    SshTarget target;
    if (text.isEmpty())
        return failureAt(ErrorCode::Empty, 0, 0);

    qsizetype at = 0; // where `rest` begins in `text`
    QStringView rest = text;
    if (const qsizetype sign = rest.indexOf(u'@'); sign >= 0) {
        const QStringView user = rest.first(sign);
        if (auto ok = checkUser(user); !ok)
            return std::unexpected(ok.error());
        target.m_user = user.toString();
        at = sign + 1;
        rest = rest.sliced(at);
    }

    QStringView host = rest;
    qsizetype hostAt = at;
    qsizetype colon = -1; // of the port, in `rest`
    bool isIPv6 = false;
    if (rest.startsWith(u'[')) {
        const qsizetype end = rest.indexOf(u']');
        if (end < 0)
            return failureAt(ErrorCode::BadAddress, at, rest.size());
        host = rest.sliced(1, end - 1);
        hostAt = at + 1;
        isIPv6 = true;
        if (end + 1 < rest.size()) {
            if (rest[end + 1] != u':')
                return failureAt(ErrorCode::TrailingText, at + end + 1, rest.size() - end - 1);
            colon = end + 1;
        }
    } else if (rest.count(u':') > 1) {
        isIPv6 = true;
    } else if (colon = rest.indexOf(u':'); colon >= 0) {
        host = rest.first(colon);
    }

    if (host.isEmpty())
        return failureAt(ErrorCode::Empty, hostAt, 0);
    if (auto ok = isIPv6 ? checkIPv6(host) : checkName(host); !ok)
        return shifted(ok.error(), hostAt);
    target.m_host = host.toString();

    if (colon >= 0) {
        const auto port = numberFromText(rest.sliced(colon + 1), 1, limits::largestPort);
        if (!port)
            return shifted(port.error(), at + colon + 1);
        target.m_port = quint16(*port);
    }
    return target;
}

QString SshTarget::toString() const
{
    QString text;
    if (!m_user.isEmpty())
        text = m_user + u'@';
    const bool brackets = m_port != 0 && m_host.contains(u':');
    text += brackets ? u'[' + m_host + u']' : m_host;
    if (m_port != 0)
        text += u':' + QString::number(m_port);
    return text;
}

} // namespace lvs
