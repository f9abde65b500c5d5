// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/backendthread.h"
#include "helper/service/methods.h"
#include "helper/service/sharedfirewall.h"
#include "helper/service/sharedreadings.h"

#include <QObject>

namespace lvs {

/// The methods that only look: GetInfo, ReadServices, ReadServers, ReadTotals, GetTimeouts, GetSyncDaemons,
/// ReadConnections, ReadHost, ReadFirewall. They have a thread and a Backend of their own, so that a long apply does
/// not keep views waiting. Those who look at the table at about the same time share what is read for it.
class Reads : public QObject
{
    Q_OBJECT
public:
    /// `generation` and `thread` must outlive the object.
    Reads(const quint64 &generation, BackendThread &thread, QObject *parent = nullptr);

    void registerAt(const Register &add);

private:
    Act readFirewall();
    Result<Act> readServices(const Call &call);
    Result<Act> readServers(const Call &call);
    SharedReadings::Asker askerOf(const Call &call) const;
    template<class Read> Act answerWith(Read read);

    const quint64 &m_generation;
    BackendThread &m_thread;
    // Used on the thread alone.
    SharedReadings m_shared;
    SharedFirewall m_firewall;
};

} // namespace lvs
