// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setuprecord.h"

#include "core/change/overloaded.h"
#include "core/setup/recordfields.h"
#include "core/traffic/crc32.h"

#include <QTimeZone>

#include <algorithm>

namespace lvs {
namespace {

// "LVSCSETU", version 4 bytes, the record, CRC-32 of everything before it 4 bytes.
constexpr QByteArrayView magic("LVSCSETU");
constexpr quint32 version = 1;
constexpr qsizetype checksumSize = 4;
static_assert(std::variant_size_v<Operation> == 19); // they are written by number: another order is another version

quint32 checksum(QByteArrayView bytes)
{
    return crc32(std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
}

bool isRecordId(const QString &id)
{
    constexpr qsizetype longest = 64;
    return !id.isEmpty() && id.size() <= longest && std::ranges::all_of(id, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || c == u'-';
    });
}

} // namespace

QByteArray toBytes(const SetupRecord &record)
{
    RecordWriter code;
    code(version, record.id, record.begunAt.toMSecsSinceEpoch(), record.wish, record.progress.plan().steps,
         record.progress.steps());
    const QByteArray bytes = magic.toByteArray() + code.bytes();
    RecordWriter sum;
    sum(checksum(bytes));
    return bytes + sum.bytes();
}

Result<SetupRecord> setupRecordFromBytes(QByteArrayView bytes)
{
    const auto notUnderstood = failure(ErrorCode::FileNotUnderstood);
    if (bytes.size() < magic.size() + checksumSize || !bytes.startsWith(magic))
        return notUnderstood;
    quint32 sum = 0;
    RecordReader(bytes.last(checksumSize))(sum);
    bytes.chop(checksumSize);
    if (checksum(bytes) != sum)
        return notUnderstood;

    RecordReader code(bytes.sliced(magic.size()));
    quint32 writtenBy = 0;
    code(writtenBy);
    if (writtenBy != version)
        return notUnderstood;
    SetupRecord record;
    qint64 begunAt = 0;
    HostPlan plan;
    std::vector<StepProgress> steps;
    code(record.id, begunAt, record.wish, plan.steps, steps);
    if (!code.isWhole() || !isRecordId(record.id) || !validate(record.wish))
        return notUnderstood;
    auto progress = HostPlanProgress::from(std::move(plan), std::move(steps));
    if (!progress)
        return notUnderstood;
    record.progress = std::move(*progress);
    record.begunAt = QDateTime::fromMSecsSinceEpoch(begunAt, QTimeZone::UTC);
    return record;
}

} // namespace lvs
