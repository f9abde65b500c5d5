// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"
#include "helper/probe/ethernet.h"
#include "helper/service/descriptor.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <list>
#include <memory>

namespace lvs {

/// Asks the networks of some interfaces several times who has an address, and counts the answers by hardware address:
/// with ARP, or for IPv6 by neighbour solicitation. Finishes once.
class Census : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        quint32 requests = 5;
        std::chrono::milliseconds between{200};
        std::chrono::milliseconds listening{600}; ///< after the last
    };

    Census(const IpAddress &vip, std::vector<EthernetInterface> interfaces, const Limits &limits, QObject *parent);

    void start();

Q_SIGNALS:
    void finished(const lvs::ArpCensus &census);

private:
    struct Ear {
        EthernetInterface on;
        Descriptor socket{};
        std::unique_ptr<QSocketNotifier> notifier{};
    };

    void open(Ear &ear) const;
    void askAll();
    void ask(const Ear &ear) const;
    void receive(const Ear &ear);
    void count(const Ear &ear, const QByteArray &hardwareAddress);

    IpAddress m_vip;
    Limits m_limits;
    std::list<Ear> m_ears; ///< stable, for the notifiers
    ArpCensus m_census;
    QTimer m_next;
};

} // namespace lvs
