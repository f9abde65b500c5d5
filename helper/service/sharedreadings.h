// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace lvs {

/// Pages of services and servers out of one sweep over the kernel's table for all who watch it.
///
/// Consoles ask for what they show once a second, or less often. What was read for one is also given to the others that
/// ask within `freshness`, but never to the same one twice: who asks again wants to know what is new, and a person who
/// presses F5 sees the table as it is. Of two consoles that ask each second, one always comes within half a second of
/// the other, so `freshness`, a bit more than that, makes one sweep of theirs, and any number of consoles cost the
/// kernel two sweeps a second at most. Pages that belong together are of the same reading, however long that took.
///
/// Nothing is read unless somebody asks. Nothing from before a change that was made through this helper is given out
/// after it. Bounded in memory: servers are dropped when their rows have come to `mostBytes`, and more than
/// `mostServices` are not kept. Not thread-safe; belongs to the thread of the backends it is handed.
class SharedReadings
{
public:
    /// Age from the beginning of a reading.
    static constexpr std::chrono::milliseconds freshness{600};
    /// For so long the services behind the first page may be asked for.
    static constexpr std::chrono::milliseconds patience{30'000};
    static constexpr qsizetype mostBytes = 32 * 1024 * 1024;
    static constexpr std::size_t mostServices = 300'000;
    /// After so many have been given a reading, the next one begins a new one.
    static constexpr std::size_t mostAskers = 32;

    struct Asker {
        QString busName{};
        quint64 generation = 0; ///< how many changes were made through this helper when it asked
    };
    struct ServerPage {
        quint32 covered = 0; ///< of the keys, from the first on
        QByteArray page{};
    };

    /// The services behind `after`, or the first ones.
    Result<QByteArray> servicePage(Backend &backend, const Asker &asker, const ServiceKey *after);
    /// The servers of the first of `keys`, each of which stands there once.
    Result<ServerPage> serverPage(Backend &backend, const Asker &asker, std::span<const ServiceKey> keys);

private:
    using Clock = std::chrono::steady_clock;

    template<class T> struct Reading {
        T value{};
        Clock::time_point begun{};
        quint64 generation = 0;
        std::vector<QString> askers{}; ///< who have been given it

        bool isFrom(const Asker &asker, std::chrono::milliseconds longestAge) const;
        bool wasGivenTo(const Asker &asker) const;
        bool isNewTo(const Asker &asker) const;
    };
    using Rows = Reading<QByteArray>; ///< as they stand in a page; none if the service is gone

    Result<void> readRows(Backend &backend, const Asker &asker, std::span<const ServiceKey> keys);
    void keep(const ServiceKey &key, Rows &&rows);

    Reading<std::vector<ServiceState>> m_services; ///< ordered by key
    QHash<ServiceKey, Rows> m_servers;
    qsizetype m_bytes = 0; ///< of m_servers
};

} // namespace lvs
