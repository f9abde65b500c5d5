// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/listenersproc.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

namespace lvs {

namespace {

// include/net/tcp_states.h; a UDP socket that is bound and not connected is closed to it
constexpr QByteArrayView listening = "0A";
constexpr QByteArrayView unconnected = "07";
constexpr qsizetype wordDigits = 8;
constexpr qsizetype longestLine = 512;
constexpr int mostLines = 100'000;

/// Words of 32 bits as the machine has them in memory, each printed as its number.
std::optional<IpAddress> addressFrom(QByteArrayView digits)
{
    std::array<quint8, 16> bytes{};
    const qsizetype words = digits.size() / wordDigits;
    if (digits.size() % wordDigits != 0 || (words != 1 && words != 4))
        return {};
    for (qsizetype word = 0; word < words; ++word) {
        bool isNumber = false;
        const quint32 value = digits.sliced(word * wordDigits, wordDigits).toByteArray().toUInt(&isNumber, 16);
        if (!isNumber)
            return {};
        std::memcpy(bytes.data() + word * qsizetype(sizeof value), &value, sizeof value);
    }
    constexpr std::array<quint8, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}; // ::ffff:0:0/96, of IPv4
    const bool isMapped = words == 4 && std::memcmp(bytes.data(), mapped.data(), mapped.size()) == 0;
    if (words == 4 && !isMapped)
        return IpAddress::fromIPv6(bytes);
    quint32 value = 0;
    std::memcpy(&value, bytes.data() + (isMapped ? mapped.size() : 0), sizeof value);
    return IpAddress::fromIPv4(qFromBigEndian(value));
}

} // namespace

std::vector<Listener> readListeners(QIODevice &file, Protocol protocol)
{
    const bool isTcp = protocol == Protocol::Tcp;
    std::vector<Listener> listeners;
    file.readLine(longestLine); // the heading
    for (int line = 0; line < mostLines; ++line) {
        const QByteArray text = file.readLine(longestLine);
        if (text.isEmpty())
            break;
        // "sl: ADDRESS:PORT ADDRESS:PORT STATE ..."
        const auto columns = text.simplified().split(' ');
        if (columns.size() < 4)
            continue;
        if (columns[3] != (isTcp ? listening : unconnected)) {
            if (isTcp)
                break;
            continue;
        }
        const qsizetype colon = columns[1].indexOf(':');
        const auto address = addressFrom(QByteArrayView(columns[1]).first(std::max<qsizetype>(colon, 0)));
        bool isNumber = false;
        const quint16 port = columns[1].sliced(colon + 1).toUShort(&isNumber, 16);
        if (address && isNumber && port != 0)
            listeners.push_back({.protocol = quint8(protocol), .address = *address, .port = port});
    }
    return listeners;
}

std::vector<Listener> readListeners()
{
    std::vector<Listener> listeners;
    for (const auto &[name, protocol] : {std::pair("tcp", Protocol::Tcp), std::pair("tcp6", Protocol::Tcp),
                                         std::pair("udp", Protocol::Udp), std::pair("udp6", Protocol::Udp)}) {
        QFile file(QStringLiteral("/proc/net/%1").arg(QLatin1StringView(name)));
        if (file.open(QIODevice::ReadOnly))
            std::ranges::move(readListeners(file, protocol), std::back_inserter(listeners));
    }
    std::ranges::sort(listeners);
    const auto repeated = std::ranges::unique(listeners); // several sockets of one program
    listeners.erase(repeated.begin(), repeated.end());
    return listeners;
}

} // namespace lvs
