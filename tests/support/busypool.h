// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSemaphore>
#include <QThreadPool>

#include <memory>

namespace lvs::test {

/// While it lives, what is given to other threads waits, so that a quick one is not done before the test's next line.
class BusyPool
{
public:
    BusyPool()
    {
        for (int i = 0; i < m_count; ++i)
            QThreadPool::globalInstance()->start([done = m_done] { done->acquire(); });
    }
    ~BusyPool() { m_done->release(m_count); }
    Q_DISABLE_COPY_MOVE(BusyPool)

private:
    const int m_count = QThreadPool::globalInstance()->maxThreadCount();
    std::shared_ptr<QSemaphore> m_done = std::make_shared<QSemaphore>();
};

} // namespace lvs::test
