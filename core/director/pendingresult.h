// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <memory>
#include <vector>

namespace lvs {

/// The part of a PendingResult that does not depend on what is awaited.
class PendingCall
{
public:
    PendingCall() = default;
    virtual ~PendingCall() = default;
    Q_DISABLE_COPY_MOVE(PendingCall)

    /// Finishes with an error, unless it is finished already.
    virtual void fail(const Error &error) = 0;
};

/// A future that surely finishes: with the first result given from any thread, or with LinkLost when whoever was to
/// give one goes away.
template<class T> class PendingResult final : public PendingCall
{
public:
    PendingResult() { m_promise.start(); }
    ~PendingResult() override { PendingResult::fail({.code = ErrorCode::LinkLost}); }
    Q_DISABLE_COPY_MOVE(PendingResult)

    QFuture<Result<T>> future() { return m_promise.future(); }

    /// Only the first call has an effect.
    void finish(Result<T> result)
    {
        if (m_finished.test_and_set())
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }
    void fail(const Error &error) override { finish(std::unexpected(error)); }

private:
    QPromise<Result<T>> m_promise;
    std::atomic_flag m_finished;
};

/// The calls that wait for one connection. Not thread-safe.
class PendingCalls
{
public:
    void add(const std::shared_ptr<PendingCall> &call)
    {
        std::erase_if(m_calls, [](const auto &known) { return known.expired(); });
        m_calls.push_back(call);
    }
    void failAll(const Error &error)
    {
        for (const auto &known : std::exchange(m_calls, {})) {
            if (const auto call = known.lock())
                call->fail(error);
        }
    }

private:
    std::vector<std::weak_ptr<PendingCall>> m_calls;
};

/// A future that is finished with an error from the start.
template<class T> QFuture<Result<T>> failedFuture(const Error &error)
{
    PendingResult<T> pending;
    pending.fail(error);
    return pending.future();
}

} // namespace lvs
