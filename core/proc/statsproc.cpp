// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/statsproc.h"

#include "core/proc/cursor.h"

namespace lvs {

namespace {

/// A column: blanks, which the largest numbers leave out but for one, and a number in hexadecimal.
quint64 readNumber(Cursor &cursor)
{
    while (cursor.skipIf(" ")) {
    }
    bool isNumber = false;
    const quint64 value = cursor.word(16).toULongLong(&isNumber, 16);
    if (!isNumber)
        cursor.fail();
    return value;
}

template<class Figures> Figures readFigures(Cursor &cursor)
{
    Figures figures;
    figures.connections = readNumber(cursor);
    figures.inPackets = readNumber(cursor);
    figures.outPackets = readNumber(cursor);
    figures.inBytes = readNumber(cursor);
    figures.outBytes = readNumber(cursor);
    cursor.skip("\n");
    return figures;
}

} // namespace

Result<Traffic> parseStatsProc(QByteArrayView text)
{
    Cursor cursor(text);
    Traffic traffic;
    cursor.skip(statsProcHeading);
    cursor.skip("   Conns  Packets  Packets            Bytes            Bytes\n");
    traffic.counters = readFigures<Counters>(cursor);
    cursor.skip("\n Conns/s   Pkts/s   Pkts/s          Bytes/s          Bytes/s\n");
    traffic.rates = readFigures<Rates>(cursor);
    if (!cursor.atEnd())
        cursor.fail();
    if (cursor.failed())
        return cursor.refusal();
    return traffic;
}

} // namespace lvs
