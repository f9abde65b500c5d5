// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/trafficfile.h"

#include <QLockFile>

namespace lvs {

/// A director's minutes on disk, kept between runs: a file (trafficfile.h) per day of UTC in a folder of the director's
/// own, for reading by anybody and for writing by one console at a time. Everything here waits for the disk; one thread
/// at a time.
class TrafficFiles
{
public:
    /// Older days are removed.
    static constexpr int keptDays = 30;
    /// All directors together; oldest days go first. What would be more on the present day alone is not written.
    static constexpr qint64 keptBytes = 512LL * 1024 * 1024;

    /// `root` is the folder of all directors.
    TrafficFiles(const QString &root, const QString &directorId, qint64 mostBytes = keptBytes);

    /// Makes the folder, which only its owner may look into, and takes its lock, which is held until this is gone. Busy
    /// if another console holds it; FileNotWritten.
    Result<void> lock();
    /// To be called with the lock only. Removes what is too old by the clock of `now` (ms since 1970), too. False if
    /// there is no room left, and nothing was written.
    Result<bool> append(std::span<const SealedMinutes> blocks, qint64 now);
    /// Real servers whose minutes are kept; to be called with the lock only.
    Result<void> writePinned(const std::set<TrafficSource> &servers) const;
    std::set<TrafficSource> readPinned() const;

    struct Found {
        qsizetype damages = 0;           ///< places in files that could not be read
        std::optional<Error> error = {}; ///< why a file as a whole could not
    };
    /// Blocks that begin between two moments (ms since 1970), newest day first, in the order of writing within a day.
    Found read(qint64 from, qint64 to, const TrafficFile::Wanted &wanted, const TrafficFile::Take &take) const;
    /// Of all directors together.
    qint64 bytes() const;

private:
    QString pathOf(qint64 day) const;
    QString pinnedPath() const { return m_folder + QStringLiteral("/pinned"); }
    /// So that there is room for `added` bytes.
    void removeOld(qint64 today, qint64 added);

    QString m_root;
    QString m_folder;
    qint64 m_mostBytes;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace lvs
