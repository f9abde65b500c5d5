// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/plans.h"

#include "helper/interface/convert.h"
#include "helper/service/applyrequest.h"

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// The part of a list that one answer carries.
struct Piece {
    size_t begin = 0;
    size_t end = 0;
    Piece(quint32 offset, size_t size)
        : begin(std::min<size_t>(offset, size))
        , end(std::min(size, begin + size_t(bus::bounds::operationsPerPiece)))
    {
    }
};

} // namespace

Plans::Plans(Authority &authority, BackendThread &reader, BackendThread &editor, std::chrono::milliseconds lifetime,
             QObject *parent)
    : QObject(parent)
    , m_authority(authority)
    , m_reader(reader)
    , m_editor(editor)
{
    connect(&m_sweep, &QTimer::timeout, this, [this, lifetime] {
        if (m_store.dropUnused(std::chrono::steady_clock::now() - lifetime))
            Q_EMIT forgotten();
    });
    m_sweep.start(lifetime / 4);
}

void Plans::registerAt(const Register &add)
{
    add("Stage"_L1, [this](const Call &call) { return stage(call); });
    add("Apply"_L1, [this](const Call &call) { return apply(call); });
    add("ReadResults"_L1, [this](const Call &call) { return readResults(call); });
    add("ReadUndo"_L1, [this](const Call &call) { return readUndo(call); });
    add("Discard"_L1, [this](const Call &call) { return discard(call); });
}

void Plans::callerGone(const QString &busName)
{
    m_store.drop(busName);
}

Result<void> Plans::checkFree() const
{
    if (m_running)
        return failure(ErrorCode::Busy, {userName(m_running->owner.uid)});
    return {};
}

Result<void> Plans::claim(const std::shared_ptr<StagedPlan> &plan)
{
    if (const auto present = m_store.find(plan->owner, plan->id); !present)
        return std::unexpected(present.error());
    if (const auto free = checkFree(); !free)
        return free;
    m_running = plan;
    return {};
}

void Plans::release()
{
    m_running.reset();
}

Result<Act> Plans::stage(const Call &call)
{
    auto operations =
        bus::listFromWire(bus::listFrom<bus::OperationData>(call.argument(1)), bus::bounds::operationsPerPiece);
    if (!operations)
        return std::unexpected(operations.error());
    // What a piece contradicts in the pieces before is found by Apply; everything else here, before anybody is asked.
    ChangePlan piece{std::move(*operations)};
    if (const auto valid = validate(piece); !valid)
        return std::unexpected(valid.error());
    return [this, id = call.argument(0).toULongLong(),
            operations = std::move(piece.operations)](const CallPtr &acting) mutable {
        const auto plan = m_store.stage(acting->caller, id, std::move(operations));
        if (plan)
            acting->reply({*plan});
        else
            acting->fail(plan.error());
    };
}

Result<Act> Plans::apply(const Call &call)
{
    const auto plan = m_store.find(call.caller, call.argument(0).toULongLong());
    if (!plan)
        return std::unexpected(plan.error());
    return [this, plan = *plan](const CallPtr &acting) {
        if (plan->state != StagedPlan::State::Staging)
            return acting->fail(Error{.code = ErrorCode::PlanMissing});
        auto *request = new ApplyRequest(acting, plan, {m_authority, m_reader, m_editor}, *this);
        request->start();
    };
}

Result<Act> Plans::readResults(const Call &call)
{
    const auto plan = m_store.find(call.caller, call.argument(0).toULongLong());
    if (!plan)
        return std::unexpected(plan.error());
    return [plan = *plan, offset = call.argument(1).toUInt()](const CallPtr &acting) {
        const auto &[operations, results] = std::tie(plan->report.plan.operations, plan->report.results);
        const Piece piece(offset, std::min(operations.size(), results.size()));
        QList<bus::ResultData> list;
        for (size_t i = piece.begin; i < piece.end; ++i)
            list.append(bus::toWire(operations[i], results[i]));
        acting->reply({QVariant::fromValue(list)});
    };
}

Result<Act> Plans::readUndo(const Call &call)
{
    const auto plan = m_store.find(call.caller, call.argument(0).toULongLong());
    if (!plan)
        return std::unexpected(plan.error());
    return [plan = *plan, offset = call.argument(1).toUInt()](const CallPtr &acting) {
        const auto &operations = plan->report.undo.operations;
        const Piece piece(offset, operations.size());
        acting->reply({QVariant::fromValue(
            bus::listToWire(std::span(operations).subspan(piece.begin, piece.end - piece.begin)))});
    };
}

Result<Act> Plans::discard(const Call &call)
{
    const quint64 id = call.argument(0).toULongLong();
    if (const auto plan = m_store.find(call.caller, id); !plan)
        return std::unexpected(plan.error());
    return [this, id](const CallPtr &acting) {
        if (const auto discarded = m_store.discard(acting->caller, id))
            acting->reply({});
        else
            acting->fail(discarded.error());
    };
}

} // namespace lvs
