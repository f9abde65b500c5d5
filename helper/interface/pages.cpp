// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/pages.h"

#include "core/types/numbers.h"
#include "helper/interface/bounds.h"
#include "helper/interface/convert.h"
#include "helper/interface/pagebytes.h"

#include <algorithm>

namespace lvs::bus {

namespace {

constexpr quint8 pageVersion = 1;
enum PageKind : quint8 { ServicesPage = 1, ServersPage = 2 };
constexpr quint8 moreFollow = 1;
constexpr qsizetype headerBytes = 2; ///< version and kind
/// Longest names of the kernel: IP_VS_SCHEDNAME_MAXLEN and IP_VS_PENAME_MAXLEN.
constexpr quint64 longestName = 16;
/// An IPv4 server with every number in one byte; guards the reservation of memory.
constexpr qsizetype smallestServerRow = 5 + 8 + 3 + 10;

// What one takes on a busy director.
constexpr qsizetype usualServiceRow = 64;
constexpr qsizetype usualServerRow = 50;

void writeAddress(PageWriter &out, const IpAddress &address)
{
    out.byte(quint8(address.family()));
    out.bytes(QByteArrayView(address.bytes().data(), address.isIPv4() ? 4 : 16));
}

IpAddress readAddress(PageReader &in)
{
    const quint8 family = in.byte();
    if (family == quint8(Family::IPv4)) {
        if (const QByteArrayView bytes = in.bytes(4); bytes.size() == 4) {
            return IpAddress::fromIPv4(quint32(quint8(bytes[0])) << 24 | quint32(quint8(bytes[1])) << 16 |
                                       quint32(quint8(bytes[2])) << 8 | quint8(bytes[3]));
        }
    } else if (family == quint8(Family::IPv6)) {
        if (const QByteArrayView bytes = in.bytes(16); bytes.size() == 16) {
            std::array<quint8, 16> address{};
            std::ranges::copy(bytes, address.begin());
            return IpAddress::fromIPv6(address);
        }
    }
    in.fail();
    return {};
}

// A key begins with its mark; 0 is followed by protocol, port and address, any other by the family.
void writeKey(PageWriter &out, const ServiceKey &key)
{
    out.number(key.firewallMark);
    if (key.isMark()) {
        out.byte(quint8(key.family));
        return;
    }
    out.byte(key.protocol);
    out.number(key.port);
    writeAddress(out, key.address);
}

ServiceKey readKey(PageReader &in)
{
    if (const auto mark = in.number<quint32>(); mark != 0) {
        const quint8 family = in.byte();
        if (family != quint8(Family::IPv4) && family != quint8(Family::IPv6))
            in.fail();
        return in.ok() ? ServiceKey::forMark(mark, Family(family)) : ServiceKey();
    }
    ServiceKey key;
    key.protocol = in.byte();
    key.port = in.number<quint16>();
    key.address = readAddress(in);
    key.family = key.address.family();
    return key;
}

void writeTraffic(PageWriter &out, const Traffic &traffic)
{
    const auto &[counters, rates] = traffic;
    for (const quint64 value :
         {counters.connections, counters.inPackets, counters.outPackets, counters.inBytes, counters.outBytes,
          rates.connections, rates.inPackets, rates.outPackets, rates.inBytes, rates.outBytes})
        out.number(value);
}

Traffic readTraffic(PageReader &in)
{
    Traffic traffic;
    auto &[counters, rates] = traffic;
    for (quint64 *value :
         {&counters.connections, &counters.inPackets, &counters.outPackets, &counters.inBytes, &counters.outBytes,
          &rates.connections, &rates.inPackets, &rates.outPackets, &rates.inBytes, &rates.outBytes})
        *value = in.number();
    return traffic;
}

template<class Name> Name readName(PageReader &in)
{
    const QByteArrayView text = in.name(longestName);
    if (text.isEmpty() && std::is_same_v<Name, PersistenceEngine>)
        return {};
    const auto name = Name::fromText(QString::fromLatin1(text));
    if (!name)
        in.fail();
    return name.value_or(Name());
}

void writeService(PageWriter &out, const ServiceState &state)
{
    const VirtualService &service = state.config;
    writeKey(out, service.key);
    out.name(service.scheduler.toString().toLatin1());
    out.number(service.flags.toInt());
    out.number(service.persistenceTimeout);
    out.number(service.netmask);
    out.name(service.engine.toString().toLatin1());
    writeTraffic(out, state.traffic);
}

ServiceState readService(PageReader &in)
{
    ServiceState state;
    VirtualService &service = state.config;
    service.key = readKey(in);
    service.scheduler = readName<SchedulerName>(in);
    service.flags = ServiceFlags::fromInt(in.number<quint32>());
    service.persistenceTimeout = in.number<quint32>();
    service.netmask = in.number<quint32>();
    service.engine = readName<PersistenceEngine>(in);
    state.traffic = readTraffic(in);
    return state;
}

void writeServer(PageWriter &out, const ServerState &state)
{
    const RealServer &server = state.config;
    writeAddress(out, server.key.address);
    out.number(server.key.port);
    out.number(quint8(server.forwarding));
    out.number(server.weight);
    out.number(server.upperThreshold);
    out.number(server.lowerThreshold);
    out.number(quint8(server.tunnel.type));
    out.number(server.tunnel.port);
    out.number(quint16(server.tunnel.checksum));
    out.number(state.activeConnections);
    out.number(state.inactiveConnections);
    out.number(state.persistentConnections);
    writeTraffic(out, state.traffic);
}

/// Other programs can put values into the kernel that have no name here (forwarding up to 7, any tunnel type): they
/// are kept as they are, for a table must be shown whatever it holds.
ServerState readServer(PageReader &in)
{
    ServerState state;
    RealServer &server = state.config;
    server.key.address = readAddress(in);
    server.key.port = in.number<quint16>();
    server.forwarding = Forwarding(in.number<quint8>(largestForwarding));
    server.weight = in.number<quint32>(limits::largestWeight);
    server.upperThreshold = in.number<quint32>();
    server.lowerThreshold = in.number<quint32>();
    server.tunnel.type = TunnelType(in.number<quint8>());
    server.tunnel.port = in.number<quint16>();
    server.tunnel.checksum = TunnelChecksum(in.number<quint16>());
    state.activeConnections = in.number<quint32>();
    state.inactiveConnections = in.number<quint32>();
    state.persistentConnections = in.number<quint32>();
    state.traffic = readTraffic(in);
    return state;
}

std::unexpected<Error> badPage()
{
    return failure(ErrorCode::HelperFailed, {QStringLiteral("page")});
}

/// A reader behind the header of a page of `kind`, already failed if it is none.
PageReader openPage(QByteArrayView page, PageKind kind)
{
    PageReader in(page);
    if (page.size() > bounds::pageLargest || in.byte() != pageVersion || in.byte() != kind)
        in.fail();
    return in;
}

} // namespace

QByteArray encodeServices(std::span<const ServiceState> services, const ServiceKey *after)
{
    if (after) {
        const auto rest = std::ranges::upper_bound(services, *after, {}, [](const auto &s) { return s.config.key; });
        services = {rest, services.end()};
    }
    PageWriter out(std::min(usualServiceRow * qsizetype(services.size() + 1), bounds::pageTarget));
    out.byte(pageVersion);
    out.byte(ServicesPage);
    out.byte(0);
    bool isFull = false;
    for (const ServiceState &service : services) {
        isFull = out.size() >= bounds::pageTarget;
        if (isFull)
            break;
        writeService(out, service);
    }
    QByteArray page = out.take();
    page[headerBytes] = char(isFull ? moreFollow : 0);
    return page;
}

Result<ServicePage> decodeServices(QByteArrayView bytes)
{
    PageReader in = openPage(bytes, ServicesPage);
    ServicePage page;
    page.more = in.number<quint8>(moreFollow) == moreFollow;
    while (!in.atEnd()) {
        page.services.push_back(readService(in));
        if (page.services.size() > 1 && page.services.back().config.key <= page.services.end()[-2].config.key)
            in.fail();
    }
    if (!in.ok())
        return badPage();
    return page;
}

ServerPageWriter::ServerPageWriter()
{
    m_page.append(char(pageVersion)).append(char(ServersPage));
}

bool ServerPageWriter::isFull() const
{
    return m_page.size() >= bounds::pageTarget;
}

QByteArray encodeServers(const ServerList &list)
{
    PageWriter out(usualServerRow * qsizetype(list.servers.size() + 1));
    writeKey(out, list.service);
    out.number(list.servers.size());
    for (const ServerState &server : list.servers)
        writeServer(out, server);
    return out.take();
}

Result<std::vector<ServerList>> decodeServers(QByteArrayView bytes)
{
    PageReader in = openPage(bytes, ServersPage);
    std::vector<ServerList> lists;
    while (!in.atEnd()) {
        ServerList &list = lists.emplace_back();
        list.service = readKey(in);
        const quint64 count = in.number();
        if (count > quint64(in.left() / smallestServerRow)) {
            in.fail();
            break;
        }
        list.servers.reserve(count);
        for (quint64 i = 0; i < count && in.ok(); ++i)
            list.servers.push_back(readServer(in));
        if (hasRepeats(list.servers)) // of which a table could show only one
            in.fail();
    }
    if (!in.ok())
        return badPage();
    return lists;
}

} // namespace lvs::bus
