// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setuprecord.h"

#include "core/boot/keptsetup.h"
#include "core/change/overloaded.h"
#include "core/setup/recordfields.h"
#include "core/traffic/crc32.h"

#include <QTimeZone>

#include <utility>

namespace lvs {
namespace {

// "LVSCSETU", version 4 bytes, the record, CRC-32 of everything before it 4 bytes. Version 2 can have operations on
// rules of the packet filter, 3 has what marks are for, and two more phases.
constexpr QByteArrayView magic("LVSCSETU");
constexpr quint32 oldestRecord = 1;
constexpr qsizetype checksumSize = 4;
static_assert(std::variant_size_v<Operation> == 23); // they are written by number: another order is another version

quint32 checksum(QByteArrayView bytes)
{
    return crc32(std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
}

/// Phases are written by number, and version 3 has put SourceNat among them.
void renumberPhases(HostPlan &plan)
{
    for (HostStep &step : plan.steps) {
        if (step.phase >= SetupPhase::SourceNat)
            step.phase = SetupPhase(std::to_underlying(step.phase) + 1);
    }
}

} // namespace

QByteArray toBytes(const SetupRecord &record)
{
    RecordWriter code;
    code(code.version(), record.id, record.begunAt.toMSecsSinceEpoch(), record.wish, record.progress.plan().steps,
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
    if (writtenBy < oldestRecord || writtenBy > newestRecord)
        return notUnderstood;
    code.setVersion(writtenBy);
    SetupRecord record;
    qint64 begunAt = 0;
    HostPlan plan;
    std::vector<StepProgress> steps;
    code(record.id, begunAt, record.wish, plan.steps, steps);
    if (!code.isWhole() || !isSetupId(record.id) || !validate(record.wish))
        return notUnderstood;
    if (writtenBy < 3)
        renumberPhases(plan);
    auto progress = HostPlanProgress::from(std::move(plan), std::move(steps));
    if (!progress)
        return notUnderstood;
    record.progress = std::move(*progress);
    record.begunAt = QDateTime::fromMSecsSinceEpoch(begunAt, QTimeZone::UTC);
    return record;
}

} // namespace lvs
