// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace lvs {

using BackendFactory = std::function<std::unique_ptr<Backend>()>;

/// A thread with a Backend of its own, which is made there at the first work. Work is done in the order of run().
class BackendThread
{
public:
    explicit BackendThread(BackendFactory factory)
        : m_factory(std::move(factory))
    {
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }
    /// Waits for the work that is under way; drops what has not begun.
    ~BackendThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(BackendThread)

    /// `work` takes a Backend & and runs on the thread; the future gives what it returned.
    template<class Work> auto run(Work work) -> QFuture<std::invoke_result_t<Work, Backend &>>
    {
        auto promise = std::make_shared<QPromise<std::invoke_result_t<Work, Backend &>>>();
        promise->start();
        QMetaObject::invokeMethod(
            &m_worker,
            [this, promise, work = std::move(work)]() mutable {
                if (!m_backend)
                    m_backend = m_factory();
                promise->addResult(work(*m_backend));
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

private:
    BackendFactory m_factory;
    std::unique_ptr<Backend> m_backend; ///< made and used on m_thread
    QThread m_thread;
    QObject m_worker; ///< stands for the thread
};

} // namespace lvs
