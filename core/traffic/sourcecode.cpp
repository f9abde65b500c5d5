// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sourcecode.h"

#include "core/traffic/crc32.h"

#include <QtEndian>

#include <algorithm>

namespace lvs {

namespace {

enum class Kind : quint8 { Machine, Service, Server };

template<class Number> void add(QByteArray &code, Number number)
{
    const Number little = qToLittleEndian(number);
    code.append(reinterpret_cast<const char *>(&little), sizeof(little));
}

quint8 versionOf(Family family)
{
    return family == Family::IPv6 ? 6 : 4;
}

void add(QByteArray &code, const IpAddress &address)
{
    add(code, versionOf(address.family()));
    code.append(reinterpret_cast<const char *>(address.bytes().data()), address.isIPv4() ? 4 : 16);
}

/// Takes what add() wrote; what can't be is noted and gives zeros from then on.
class Reader
{
public:
    explicit Reader(std::span<const quint8> code)
        : m_code(code)
    {
    }
    bool isWhole() const { return m_good && m_code.empty(); }

    template<class Number> Number number()
    {
        const auto bytes = take(sizeof(Number));
        return bytes.empty() ? Number() : qFromLittleEndian<Number>(bytes.data());
    }
    Family family()
    {
        const auto version = number<quint8>();
        m_good = m_good && (version == 4 || version == 6);
        return version == 6 ? Family::IPv6 : Family::IPv4;
    }
    IpAddress address()
    {
        const bool isIPv6 = family() == Family::IPv6;
        const auto bytes = take(isIPv6 ? 16 : 4);
        if (bytes.empty())
            return {};
        if (!isIPv6)
            return IpAddress::fromIPv4(qFromBigEndian<quint32>(bytes.data()));
        std::array<quint8, 16> all{};
        std::ranges::copy(bytes, all.begin());
        return IpAddress::fromIPv6(all);
    }

private:
    std::span<const quint8> take(std::size_t size)
    {
        m_good = m_good && m_code.size() >= size;
        if (!m_good)
            return {};
        const auto taken = m_code.first(size);
        m_code = m_code.subspan(size);
        return taken;
    }

    std::span<const quint8> m_code;
    bool m_good = true;
};

} // namespace

QByteArray toCode(const TrafficSource &source)
{
    QByteArray code;
    add(code, quint8(source.isMachine() ? Kind::Machine : source.isService() ? Kind::Service : Kind::Server));
    if (source.isMachine())
        return code;
    const auto &[service, server] = *source.object;
    add(code, versionOf(service.family));
    add(code, service.protocol);
    add(code, service.port);
    add(code, service.firewallMark);
    add(code, service.address);
    if (server) {
        add(code, server->port);
        add(code, server->address);
    }
    return code;
}

std::optional<TrafficSource> sourceFromCode(std::span<const quint8> code)
{
    Reader reader(code);
    const auto kind = reader.number<quint8>();
    TrafficSource source;
    if (kind != quint8(Kind::Machine)) {
        ObjectKey key;
        key.service.family = reader.family();
        key.service.protocol = reader.number<quint8>();
        key.service.port = reader.number<quint16>();
        key.service.firewallMark = reader.number<quint32>();
        key.service.address = reader.address();
        if (kind == quint8(Kind::Server)) {
            ServerKey server;
            server.port = reader.number<quint16>();
            server.address = reader.address();
            key.server = server;
        }
        source.object = key;
    }
    if (kind > quint8(Kind::Server) || !reader.isWhole())
        return std::nullopt;
    return source;
}

int phaseOf(const TrafficSource &source)
{
    const QByteArray code = toCode(source);
    return int(crc32(std::as_bytes(std::span(code))) & 0xff);
}

} // namespace lvs
