// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/bootpicture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace lvs {

/// Reads what a reboot would do to a director, one reading at a time, as often as its cost allows.
class BootReader : public QObject
{
    Q_OBJECT
public:
    /// `director` is not owned.
    explicit BootReader(Director *director, QObject *parent = nullptr);

    /// LinkLost before the first reading.
    const Result<BootPicture> &picture() const { return m_picture; }
    void readNow();
    /// Reads if that has been quick: for a timer.
    void readIfCheap();
    /// Something has changed: reads at once if that has been quick, or else after a while.
    void readSoon();
    /// Nobody looks any more: what was to be read soon is not.
    void cancel();

Q_SIGNALS:
    void pictureRead();

private:
    Director *m_director;
    Result<BootPicture> m_picture = failure(ErrorCode::LinkLost);
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_took{}; ///< the last reading
    QTimer m_later;
    bool m_reading = false;
    bool m_again = false; ///< something has changed since the reading began
};

} // namespace lvs
