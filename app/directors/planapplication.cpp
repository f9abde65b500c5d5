// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/planapplication.h"

#include "app/directors/helperclient.h"
#include "helper/interface/convert.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

struct Results {
    std::vector<Operation> operations{};
    std::vector<OperationResult> results{};
};

Result<Results> resultsFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    Results page;
    for (const bus::ResultData &data : bus::listFrom<bus::ResultData>(reply->arguments()[0])) {
        auto operation = bus::fromWire(data.operation);
        auto result = bus::resultFromWire(data);
        if (!operation || !result)
            return std::unexpected(operation ? result.error() : operation.error());
        page.operations.push_back(std::move(*operation));
        page.results.push_back(std::move(*result));
    }
    return page;
}

Result<std::vector<Operation>> operationsFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    return bus::listFromWire(bus::listFrom<bus::OperationData>(reply->arguments()[0]), bus::bounds::operationsPerPiece);
}

/// Why an Apply that was sent has no answer of the helper: what it did is open.
Error afterSending(const Error &error)
{
    return helper::isUnreachable(error.code) ? Error{.code = ErrorCode::OutcomeUnknown} : error;
}

} // namespace

QFuture<Result<ApplyReport>> PlanApplication::start(const QDBusConnection &connection, const ChangePlan &plan)
{
    auto *application = new PlanApplication(connection, plan);
    auto future = application->m_promise.future();
    application->stage(0);
    return future;
}

PlanApplication::PlanApplication(QDBusConnection connection, ChangePlan plan)
    : QObject(QCoreApplication::instance()) // so that a call without an answer goes with the program
    , m_connection(std::move(connection))
    , m_plan(std::move(plan))
{
    m_promise.start();
}

void PlanApplication::stage(qsizetype offset)
{
    const qsizetype size = qsizetype(m_plan.operations.size());
    const qsizetype count = std::min(bus::bounds::operationsPerPiece, size - offset);
    const auto piece = std::span(m_plan.operations).subspan(size_t(offset), size_t(count));
    helper::call(m_connection, "Stage"_L1, {m_id, QVariant::fromValue(bus::listToWire(piece))})
        .then(this, [this, next = offset + count, size](const Result<QDBusMessage> &reply) {
            if (!reply)
                return fail(reply.error());
            m_id = reply->arguments()[0].toULongLong();
            if (next < size)
                stage(next);
            else
                apply();
        });
}

void PlanApplication::apply()
{
    helper::call(m_connection, "Apply"_L1, {m_id}, helper::Patience::Typing)
        .then(this, [this](const Result<QDBusMessage> &reply) {
            if (!reply)
                return fail(afterSending(reply.error()));
            const QVariantList values = reply->arguments();
            const auto outcome = bus::outcomeFromWire(values[0].value<quint8>());
            if (!outcome)
                return fail(outcome.error());
            m_report.outcome = *outcome;
            m_results = values[1].toUInt();
            m_undo = values[2].toUInt();
            m_report.duration = std::chrono::milliseconds(values[3].toULongLong());
            if (const auto errors = bus::listFrom<bus::ErrorData>(values[4]); !errors.isEmpty())
                m_report.error = bus::fromWire(errors.front());
            if (std::max(m_results, m_undo) > ChangePlan::largestSize)
                return fail({.code = ErrorCode::HelperFailed, .values = {u"report"_s}});
            readResults();
        });
}

void PlanApplication::readResults()
{
    const qsizetype offset = qsizetype(m_report.results.size());
    if (offset >= m_results)
        return readUndo();
    helper::call(m_connection, "ReadResults"_L1, {m_id, quint32(offset)})
        .then(QThreadPool::globalInstance(), resultsFrom)
        .then(this, [this](Result<Results> page) {
            if (!page || page->results.empty())
                return finishWithoutDetails();
            std::ranges::move(page->operations, std::back_inserter(m_report.plan.operations));
            std::ranges::move(page->results, std::back_inserter(m_report.results));
            readResults();
        });
}

void PlanApplication::readUndo()
{
    const qsizetype offset = qsizetype(m_report.undo.operations.size());
    if (offset >= m_undo)
        return finish();
    helper::call(m_connection, "ReadUndo"_L1, {m_id, quint32(offset)})
        .then(QThreadPool::globalInstance(), operationsFrom)
        .then(this, [this](Result<std::vector<Operation>> operations) {
            if (!operations || operations->empty())
                return finishWithoutDetails();
            std::ranges::move(*operations, std::back_inserter(m_report.undo.operations));
            readUndo();
        });
}

/// The outcome is known and stands; a part of an undo would do harm.
void PlanApplication::finishWithoutDetails()
{
    m_report.plan = {};
    m_report.results = {};
    m_report.undo = {};
    finish();
}

void PlanApplication::fail(const Error &error)
{
    discard();
    m_promise.addResult(std::unexpected(error));
    m_promise.finish();
    deleteLater();
}

void PlanApplication::finish()
{
    discard();
    m_promise.addResult(std::move(m_report));
    m_promise.finish();
    deleteLater();
}

void PlanApplication::discard()
{
    if (m_id != 0)
        helper::call(m_connection, "Discard"_L1, {m_id});
}

} // namespace lvs
