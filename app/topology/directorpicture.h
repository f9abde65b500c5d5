// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/topology/diagramcontent.h"
#include "core/setup/setup.h"

#include <memory>

namespace lvs {

class DirectorSession;
class HostList;
class TopologyReading;

/// What there is to be drawn of a director, by the last readings of its table and of the machines around it.
class DirectorPicture
{
public:
    /// So many services are drawn; nobody looks for one among more cards.
    static constexpr std::size_t mostServices = 200;

    /// Nothing is owned.
    DirectorPicture(DirectorSession *session, HostList *hosts, TopologyReading *reading);

    /// What of the table has to be read: nothing chosen is the whole director.
    Interest interest(const std::optional<ServiceKey> &chosen) const;
    /// Remembers readings with the servers of every service: where those are many they are not read all the time.
    void take(const std::shared_ptr<const Snapshot> &snapshot);
    /// They are to be read again.
    void forgetWhole() { m_whole.reset(); }
    /// Of the last one of those readings; 0 before the first.
    std::size_t services() const;

    struct Service {
        DiagramContent content{};
        SetupWish wish{};
        SetupFacts facts{};
        std::shared_ptr<const ServerList> servers{}; ///< with their figures
        QDateTime readAt{};                          ///< when those were read
    };
    /// Nothing before its servers have been read.
    std::optional<Service> ofService(const ServiceKey &key, const std::set<ServerCondition> &unfolded) const;
    /// Nothing before all servers have been read.
    std::optional<DiagramContent> ofDirector() const;

    /// How machines are called, by Director::id().
    std::map<QString, QString> hostNames() const;

private:
    std::set<ServerKey> unreachable(const ServerList &list) const;

    DirectorSession *m_session;
    HostList *m_hosts;
    TopologyReading *m_reading;
    std::shared_ptr<const Snapshot> m_whole;
    IpvsTable m_wholeTable; ///< of that, as far as it is drawn
};

} // namespace lvs
