// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/connectionsproc.h"

#include "core/proc/cursor.h"

namespace lvs {

namespace {

constexpr QByteArrayView heading = "Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData\n";
constexpr qsizetype portion = 4096;     // what the kernel gives at most
constexpr qsizetype longestRow = 500;   // an IPv6 row with engine and data has 436 bytes
constexpr qsizetype longestState = 17;  // "SHUTDOWN_RECEIVED"
constexpr qsizetype longestEngine = 16; // IP_VS_PENAME_MAXLEN
constexpr qsizetype longestData = 255;  // IP_VS_PEDATA_MAXLEN

IpAddress readAddress(Cursor &cursor)
{
    return cursor.startsWithIPv6() ? readIPv6(cursor) : readIPv4(cursor);
}

/// A template of a mark service has the mark in the first four bytes of the virtual address.
quint32 markIn(const IpAddress &address)
{
    return qFromBigEndian<quint32>(address.bytes().data());
}

QString readState(Cursor &cursor)
{
    const QByteArrayView name = cursor.word(longestState);
    const bool isName = std::ranges::all_of(
        name, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '!'; });
    if (!isName)
        cursor.fail();
    return QString::fromLatin1(name);
}

/// Text that came from the network: what is not printable becomes a replacement character.
QString tamed(QByteArrayView data)
{
    QString text = QString::fromUtf8(data);
    for (QChar &character : text) {
        if (!character.isPrint())
            character = QChar::ReplacementCharacter;
    }
    return text;
}

ConnectionEntry readRow(Cursor &cursor)
{
    ConnectionEntry entry{.protocol = readProtocol(cursor)};
    cursor.skipBlanks();
    entry.client = readAddress(cursor);
    cursor.skip(" ");
    entry.clientPort = quint16(cursor.hex(4));
    cursor.skip(" ");
    entry.virtualAddress = readAddress(cursor);
    cursor.skip(" ");
    entry.virtualPort = quint16(cursor.hex(4));
    if (entry.client.family() != entry.virtualAddress.family())
        cursor.fail();
    if (entry.protocol == 0) {
        entry.firewallMark = markIn(entry.virtualAddress);
        entry.virtualAddress = {};
    }
    cursor.skip(" ");
    entry.server.address = readAddress(cursor);
    cursor.skip(" ");
    entry.server.port = quint16(cursor.hex(4));
    cursor.skip(" ");
    entry.state = readState(cursor);
    cursor.skipBlanks();
    entry.expires = cursor.decimal(std::numeric_limits<quint32>::max());
    if (cursor.skipIf(" ")) {
        entry.engine = QString::fromLatin1(cursor.word(longestEngine));
        cursor.skip(" ");
        entry.engineData = tamed(cursor.rest(longestData));
    }
    cursor.skip("\n");
    return entry;
}

} // namespace

QByteArray readConnectionsText(QIODevice &file)
{
    QByteArray text;
    qsizetype lines = 0;
    while (lines < connectionSampleLines && text.size() < connectionSampleLines * longestRow) {
        const QByteArray more = file.read(portion);
        if (more.isEmpty())
            break;
        lines += more.count('\n');
        text += more;
    }
    return text;
}

Result<ConnectionSample> parseConnections(QByteArrayView text)
{
    Cursor cursor(text);
    ConnectionSample sample;
    cursor.skip(heading);
    while (!cursor.failed() && !cursor.atEnd()) {
        if (qsizetype(sample.entries.size()) == ConnectionSample::largestSize) {
            sample.hasMore = true;
            break;
        }
        sample.entries.push_back(readRow(cursor));
    }
    if (cursor.failed())
        return cursor.refusal();
    return sample;
}

} // namespace lvs
