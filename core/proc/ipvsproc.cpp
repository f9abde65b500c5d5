// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/ipvsproc.h"

#include "core/proc/cursor.h"
#include "core/types/netmask.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace lvs {

namespace {

constexpr QByteArrayView headings = "Prot LocalAddress:Port Scheduler Flags\n"
                                    "  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\n";
constexpr quint32 largestInt = std::numeric_limits<qint32>::max();

IpAddress readAddress(Cursor &cursor)
{
    if (!cursor.skipIf("["))
        return readIPv4(cursor);
    const IpAddress address = readIPv6(cursor);
    cursor.skip("]");
    return address;
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
    if (cursor.failed())
        return cursor.refusal();

    std::ranges::sort(entries, {}, [](const Entry &entry) { return entry.service.config.key; });
    for (Entry &entry : entries) {
        table.servers.push_back({.service = entry.service.config.key, .servers = std::move(entry.servers)});
        table.services.push_back(std::move(entry.service));
    }
    return table;
}

} // namespace lvs
