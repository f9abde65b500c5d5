// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/uptimeproc.h"

#include "core/proc/cursor.h"

namespace lvs {

namespace {

/// "350735.47"
std::chrono::milliseconds readSeconds(Cursor &cursor)
{
    const quint32 seconds = cursor.decimal(std::numeric_limits<quint32>::max());
    cursor.skip(".");
    const QByteArrayView hundredths = cursor.word(2);
    const bool isNumber =
        hundredths.size() == 2 && std::ranges::all_of(hundredths, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        cursor.fail();
    return std::chrono::seconds(seconds) + std::chrono::milliseconds(hundredths.toInt() * 10);
}

} // namespace

Result<std::chrono::milliseconds> parseUptimeProc(QByteArrayView text)
{
    Cursor cursor(text);
    const std::chrono::milliseconds uptime = readSeconds(cursor);
    cursor.skip(" ");
    cursor.word(20); // of all processors together, how long they had nothing to do
    cursor.skip("\n");
    if (!cursor.atEnd())
        cursor.fail();
    if (cursor.failed())
        return cursor.refusal();
    return uptime;
}

} // namespace lvs
