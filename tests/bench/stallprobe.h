// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace lvs::bench {

/// Knows the longest turn of the event loop of the thread it was made in, as a key or a click would meet it: another
/// thread sends an event every millisecond and looks how long it had to wait.
class StallProbe : public QObject
{
public:
    StallProbe()
        : m_sender([this](const std::stop_token &stop) { send(stop); })
    {
    }

    void reset() { m_longest = {}; }
    std::chrono::duration<double, std::milli> longest() const { return m_longest; }

private:
    using Clock = std::chrono::steady_clock;

    void send(const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            if (!m_underWay.exchange(true))
                QMetaObject::invokeMethod(this, [this, sent = Clock::now()] { arrived(sent); }, Qt::QueuedConnection);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    void arrived(Clock::time_point sent)
    {
        m_longest = std::max(m_longest, Clock::now() - sent);
        m_underWay = false;
    }

    Clock::duration m_longest{};
    std::atomic_bool m_underWay = false;
    std::jthread m_sender; ///< last, so that it ends first
};

} // namespace lvs::bench
