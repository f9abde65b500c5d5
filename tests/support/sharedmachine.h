// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

#include <QMutex>
#include <QSemaphore>

#include <atomic>
#include <memory>

namespace lvs::test {

/// One sandbox behind several backends, as a kernel is behind a helper and directors; counts what reaches it and can
/// make a change wait.
class SharedMachine
{
public:
    SharedMachine();

    std::unique_ptr<Backend> makeBackend();
    /// The configuration as it is now.
    IpvsTable table();
    void execute(const std::vector<Operation> &operations);
    /// Changes wait from now on, until release().
    void hold() { m_held = true; }
    void release();

    std::atomic<int> reads = 0;
    std::atomic<int> changes = 0;     ///< operations carried out
    std::atomic<bool> broken = false; ///< every call fails with NoIpvs

private:
    friend class SharedBackend;
    QMutex m_mutex;
    std::unique_ptr<Backend> m_backend;
    std::atomic<bool> m_held = false;
    QSemaphore m_gate;
};

} // namespace lvs::test
