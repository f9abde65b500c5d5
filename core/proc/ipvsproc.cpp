// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/ipvsproc.h"

#include "core/types/netmask.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace lvs {

namespace {

constexpr QByteArrayView headings = "Prot LocalAddress:Port Scheduler Flags\n"
                                    "  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\n";
constexpr quint32 largestInt = std::numeric_limits<qint32>::max();

/// Walks through the text; the first thing that is not as expected makes everything after it fail, so that the callers
/// need to look once a row.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    {
    }

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_text.size(); }
    qsizetype position() const { return m_at; }
    void fail() { m_failed = true; }

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

IpAddress readAddress(Cursor &cursor)
{
    if (!cursor.skipIf("["))
        return IpAddress::fromIPv4(cursor.hex(8));
    std::array<quint8, 16> bytes{};
    for (size_t group = 0; group < 8; ++group) {
        if (group > 0)
            cursor.skip(":");
        qToBigEndian(quint16(cursor.hex(4)), &bytes[group * 2]);
    }
    cursor.skip("]");
    return IpAddress::fromIPv6(bytes);
}

quint8 readProtocol(Cursor &cursor)
{
    const QByteArrayView name = cursor.word(8);
    if (name == "TCP")
        return quint8(Protocol::Tcp);
    if (name == "UDP")
        return quint8(Protocol::Udp);
    if (name == "SCTP")
        return quint8(Protocol::Sctp);
    // ip_vs_proto_name(): protocols without a module of IPVS are numbers.
    if (name == "IP")
        return 0;
    bool isNumber = false;
    const uint number = name.startsWith("IP_") ? name.sliced(3).toUInt(&isNumber) : 0;
    if (!isNumber || number > 255)
        cursor.fail();
    return quint8(number);
}

Forwarding readForwarding(Cursor &cursor)
{
    const QByteArrayView name = cursor.word(7);
    if (name == "Local")
        return Forwarding::Local;
    if (name == "Tunnel")
        return Forwarding::Tunnelling;
    if (name == "Route")
        return Forwarding::Gatewaying;
    if (name != "Masq")
        cursor.fail();
    return Forwarding::Masquerading;
}

ServiceState readService(Cursor &cursor, quint32 ticksPerSecond)
{
    VirtualService service;
    if (cursor.skipIf("FWM  ")) {
        service.key = ServiceKey::forMark(cursor.hex(8), Family::IPv4); // the line does not tell the family
        if (!service.key.isMark())
            cursor.fail();
    } else {
        service.key.protocol = readProtocol(cursor);
        cursor.skipBlanks();
        service.key.address = readAddress(cursor);
        service.key.family = service.key.address.family();
        cursor.skip(":");
        service.key.port = quint16(cursor.hex(4));
    }
    cursor.skip(" ");
    const auto scheduler = SchedulerName::fromText(QString::fromLatin1(cursor.word(15)));
    if (scheduler)
        service.scheduler = *scheduler;
    else
        cursor.fail();
    cursor.skip(" ");
    if (cursor.skipIf("ops "))
        service.flags |= ServiceFlag::OnePacket;
    cursor.skipIf(" "); // after an IPv4 service
    if (cursor.skipIf("persistent ")) {
        service.flags |= ServiceFlag::Persistent;
        cursor.skipIf("-"); // printed as a signed number
        service.persistenceTimeout = cursor.decimal(std::numeric_limits<quint32>::max()) / ticksPerSecond;
        cursor.skip(" ");
        const quint32 mask = cursor.hex(8);
        service.netmask = service.key.family == Family::IPv6 ? qbswap(mask) : mask;
    } else if (service.key.family == Family::IPv6) {
        service.netmask = widestNetmask(Family::IPv6);
    }
    cursor.skip("\n");
    return {.config = service};
}

ServerState readServer(Cursor &cursor)
{
    ServerState server;
    server.config.key.address = readAddress(cursor);
    cursor.skip(":");
    server.config.key.port = quint16(cursor.hex(4));
    cursor.skipBlanks();
    server.config.forwarding = readForwarding(cursor);
    cursor.skipBlanks();
    server.config.weight = cursor.decimal(largestInt);
    cursor.skipBlanks();
    server.activeConnections = cursor.decimal(largestInt);
    cursor.skipBlanks();
    server.inactiveConnections = cursor.decimal(largestInt);
    while (cursor.skipIf(" ")) {
    }
    cursor.skip("\n");
    return server;
}

/// A mark service is of the family of its clients, which only its servers show; a tunnel may join the families.
void setFamilyOfMark(VirtualService &service, const ServerState &server)
{
    if (!service.key.isMark() || server.config.forwarding == Forwarding::Tunnelling ||
        service.key.family == server.config.key.address.family())
        return;
    service.key.family = server.config.key.address.family();
    service.netmask = service.isPersistent() ? qbswap(service.netmask) : widestNetmask(service.key.family);
}

struct Entry {
    ServiceState service{};
    std::vector<ServerState> servers{};
};

} // namespace

Result<IpvsProc> parseIpvsProc(QByteArrayView text, quint32 ticksPerSecond)
{
    Cursor cursor(text);
    IpvsProc table;
    cursor.skip("IP Virtual Server version ");
    for (int part = 0; part < 3; ++part) {
        if (part > 0)
            cursor.skip(".");
        table.version = table.version << 8 | cursor.decimal(255);
    }
    cursor.skip(" (size=");
    table.connectionTableSize = cursor.decimal(largestInt);
    cursor.skip(")\n");
    cursor.skip(headings);

    std::vector<Entry> entries;
    while (!cursor.failed() && !cursor.atEnd()) {
        if (!cursor.skipIf("  -> ")) {
            entries.push_back({.service = readService(cursor, ticksPerSecond)});
        } else if (entries.empty()) {
            cursor.fail();
        } else {
            entries.back().servers.push_back(readServer(cursor));
            setFamilyOfMark(entries.back().service.config, entries.back().servers.back());
        }
    }
    if (cursor.failed()) {
        const qsizetype at = std::min(cursor.position(), std::max<qsizetype>(text.size() - 1, 0));
        return std::unexpected(Error{.code = ErrorCode::BadKernelReply, .span = {at, text.isEmpty() ? 0 : 1}});
    }

    std::ranges::sort(entries, {}, [](const Entry &entry) { return entry.service.config.key; });
    for (Entry &entry : entries) {
        table.servers.push_back({.service = entry.service.config.key, .servers = std::move(entry.servers)});
        table.services.push_back(std::move(entry.service));
    }
    return table;
}

} // namespace lvs
