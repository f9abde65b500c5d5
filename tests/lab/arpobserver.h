// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

namespace lvs::lab {

/// What was seen on the network between router and director.
struct ArpTally {
    int requests = 0; ///< for the address, one every 10 ms
    /// By hardware address, how often somebody said that the address is his: in replies, and as the sender of requests
    /// of his own.
    QMap<QString, int> claims;
};

/// Asks that network, where the real servers have a leg too, again and again who has an IPv4 address, and listens to
/// all who say that they have it. What it can't do fails the running test.
class ArpObserver
{
public:
    explicit ArpObserver(const QString &address); ///< returns once requests go out
    ~ArpObserver();                               ///< ends it
    Q_DISABLE_COPY_MOVE(ArpObserver)

    /// Waits until the interface with that hardware address has said that it has the address.
    void awaitClaim(const QString &hardwareAddress) const;
    /// Stops asking; what was seen from the first request on.
    ArpTally end();

private:
    bool m_hasEnded = false;
};

} // namespace lvs::lab
