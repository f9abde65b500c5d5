// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace lvs {

/// Walks through the text of a /proc file; the first thing that is not as expected makes everything after it fail, so
/// that the callers need to look once a row.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    {
    }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_text.size(); }
    void fail() { m_failed = true; }
    /// BadKernelReply, with the place where it failed.
    std::unexpected<Error> refusal() const
    {
        const qsizetype at = std::min(m_at, std::max<qsizetype>(m_text.size() - 1, 0));
        return std::unexpected(Error{.code = ErrorCode::BadKernelReply, .span = {at, m_text.isEmpty() ? 0 : 1}});
    }

    /// Steps over `expected` if it stands here.
    bool skipIf(QByteArrayView expected)
    {
        if (m_failed || !m_text.sliced(m_at).startsWith(expected))
            return false;
        m_at += expected.size();
        return true;
    }
    void skip(QByteArrayView expected)
    {
        if (!skipIf(expected))
            fail();
    }
    /// The blanks that fill a column: at least one.
    void skipBlanks()
    {
        skip(" ");
        while (skipIf(" ")) {
        }
    }
    /// Up to the next blank or line feed; at least one character.
    QByteArrayView word(qsizetype longest)
    {
        const auto isEnd = [](char c) { return c == ' ' || c == '\n'; };
        const QByteArrayView rest = m_failed ? QByteArrayView() : m_text.sliced(m_at);
        const qsizetype size = std::ranges::find_if(rest, isEnd) - rest.begin();
        if (size == 0 || size > longest) {
            fail();
            return {};
        }
        m_at += size;
        return rest.first(size);
    }
    /// Up to the line feed; may be empty.
    QByteArrayView rest(qsizetype longest)
    {
        const QByteArrayView rest = m_failed ? QByteArrayView() : m_text.sliced(m_at);
        const qsizetype end = rest.indexOf('\n');
        if (end < 0 || end > longest) {
            fail();
            return {};
        }
        m_at += end;
        return rest.first(end);
    }
    /// An IPv6 address stands here, or nothing known.
    bool startsWithIPv6() const { return m_at + 4 < m_text.size() && m_text[m_at + 4] == ':'; }
    quint32 hex(qsizetype digits)
    {
        quint32 value = 0;
        for (; digits > 0; --digits) {
            const int digit = m_at < m_text.size() ? valueOf(m_text[m_at]) : -1;
            if (m_failed || digit < 0) {
                fail();
                return 0;
            }
            value = value << 4 | quint32(digit);
            ++m_at;
        }
        return value;
    }
    quint32 decimal(quint32 largest)
    {
        quint64 value = 0;
        const qsizetype start = m_at;
        while (!m_failed && m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9') {
            value = value * 10 + quint64(m_text[m_at] - '0');
            if (value > largest) {
                m_at = start;
                fail();
                return 0;
            }
            ++m_at;
        }
        if (m_at == start)
            fail();
        return quint32(value);
    }

private:
    static int valueOf(char c)
    {
        if (c >= '0' && c <= '9')
            return c - '0';
        if (c >= 'A' && c <= 'F')
            return c - 'A' + 10;
        if (c >= 'a' && c <= 'f')
            return c - 'a' + 10;
        return -1;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    bool m_failed = false;
};

/// "0A000001"
inline IpAddress readIPv4(Cursor &cursor)
{
    return IpAddress::fromIPv4(cursor.hex(8));
}

/// "2001:0db8:0000:0000:0000:0000:0000:0006", never compressed
inline IpAddress readIPv6(Cursor &cursor)
{
    std::array<quint8, 16> bytes{};
    for (size_t group = 0; group < 8; ++group) {
        if (group > 0)
            cursor.skip(":");
        qToBigEndian(quint16(cursor.hex(4)), &bytes[group * 2]);
    }
    return IpAddress::fromIPv6(bytes);
}

/// ip_vs_proto_name() of net/netfilter/ipvs/ip_vs_core.c: protocols without a module of IPVS are numbers.
inline quint8 readProtocol(Cursor &cursor)
{
    const QByteArrayView name = cursor.word(8);
    if (name == "TCP")
        return quint8(Protocol::Tcp);
    if (name == "UDP")
        return quint8(Protocol::Udp);
    if (name == "SCTP")
        return quint8(Protocol::Sctp);
    if (name == "IP")
        return 0;
    bool isNumber = false;
    const uint number = name.startsWith("IP_") ? name.sliced(3).toUInt(&isNumber) : 0;
    if (!isNumber || number > 255)
        cursor.fail();
    return quint8(number);
}

} // namespace lvs
