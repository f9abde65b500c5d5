// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QDBusConnection>
#include <QElapsedTimer>
#include <QPromise>

namespace lvs {

/// One reading of a table through the helper: pages of services one after the other, then the servers in pieces, of
/// which a few are always under way, so that helper, bus and decoding work at the same time. Deletes itself.
class SnapshotReading : public QObject
{
    Q_OBJECT
public:
    static QFuture<Result<Snapshot>> start(const QDBusConnection &connection, const Interest &interest);

private:
    SnapshotReading(QDBusConnection connection, Interest interest);

    /// A run of keys that is asked for in one call, and again from where a full page ended.
    struct Piece {
        std::span<const ServiceKey> keys{}; ///< in m_keys
        std::vector<ServerList> lists{};
    };

    void readServices();
    /// Beside the services. An older helper has no such method, and the totals are not worth a failed reading.
    void readTotals();
    void readServers();
    void readPiece(size_t index, size_t offset);
    void fail(const Error &error);
    /// Nothing more of the servers is to come.
    void serversRead();
    /// Once everything has come.
    void finish();

    QDBusConnection m_connection;
    Interest m_interest;
    QPromise<Result<Snapshot>> m_promise;
    QElapsedTimer m_clock;
    Snapshot m_snapshot;
    std::vector<ServiceKey> m_keys; ///< whose servers are wanted, in order
    std::vector<Piece> m_pieces;
    size_t m_nextPiece = 0;
    size_t m_openPieces = 0;
    qsizetype m_rows = 0;
    bool m_totalsOpen = false; ///< asked for and not answered
    bool m_serversRead = false;
    bool m_done = false;
};

} // namespace lvs
