// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/traffic/traffichistory.h"

#include <QString>

#include <functional>

namespace lvs {

// Minutes of traffic in a file that is only ever added to. Numbers are little endian.
//
//     file     "LVSCTRAF", version 4 bytes (1), metrics 4 bytes (trafficMetricCount), then records
//     record   mark 4 bytes, length of the body 2, CRC-32 of the body 4, body
//     body     length of the source's code 1, that code (sourcecode.h), first minute 8 (since 1970 UTC), and what
//              PackedBlock::data() gives for the rest: 32 minutes from the first one, in 16-bit codes (trafficcode.h)
//
// A later record of the same source and first minute stands for the earlier one, which was written before its minutes
// were over. Where a record is damaged or cut off, reading goes on at the next mark: nothing else is lost. A file of
// another version is left alone.

/// A file as the bytes of its name say, for reading and adding.
class TrafficFile
{
public:
    explicit TrafficFile(const QString &path)
        : m_path(path)
    {
    }

    /// Adds blocks, and makes the file, which only its owner may read, if there is none. FileNotWritten;
    /// FileNotUnderstood if it is of another version. After an error a part of them may stand in it.
    Result<void> append(std::span<const SealedMinutes> blocks) const;

    /// What is wanted of a file: sources by their code, and the first minute of a block.
    using Wanted = std::function<bool(std::span<const quint8> source, qint64 firstMinute)>;
    using Take = std::function<void(SealedMinutes block)>;
    /// Gives each wanted block to `take`, in the order of the file, and says in how many places it is damaged.
    /// FileNotRead; FileNotUnderstood if it is of another version.
    Result<qsizetype> read(const Wanted &wanted, const Take &take) const;

private:
    QString m_path;
};

} // namespace lvs
