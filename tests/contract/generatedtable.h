// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QRandomGenerator>

namespace lvs::contract {

/// Makes valid objects of every kind with values from the whole of each field's range; each field has one function
/// that gives it another value (and takes along what is not valid without it).
class GeneratedTable
{
public:
    explicit GeneratedTable(quint32 seed)
        : m_random(seed)
    {
    }

    /// As many services and servers, with keys that differ.
    IpvsTable table(int services, int servers);

    struct ServiceField {
        const char *name;
        void (GeneratedTable::*change)(VirtualService &);
    };
    static std::vector<ServiceField> serviceFields();
    struct ServerField {
        const char *name;
        void (GeneratedTable::*change)(RealServer &);
    };
    static std::vector<ServerField> serverFields();

    /// The object with another value in this field; nothing if no other value of it fits the rest.
    std::optional<VirtualService> changed(const ServiceField &field, const VirtualService &service);
    std::optional<RealServer> changed(const ServerField &field, const RealServer &server, const ServiceKey &service);

private:
    VirtualService service(int number);
    RealServer server(const ServiceKey &service, int number);
    /// Few small, few large, and those at the borders.
    quint32 number(quint32 smallest, quint32 largest);

    void changeScheduler(VirtualService &service);
    void changePersistence(VirtualService &service);
    void changeOnePacket(VirtualService &service);
    void changeSchedulerFlag(VirtualService &service);
    void changeTimeout(VirtualService &service);
    void changeNetmask(VirtualService &service);
    void changeEngine(VirtualService &service);
    void changeForwarding(RealServer &server);
    void changeWeight(RealServer &server);
    void changeUpperThreshold(RealServer &server);
    void changeLowerThreshold(RealServer &server);
    void changeTunnelType(RealServer &server);
    void changeTunnelPort(RealServer &server);
    void changeTunnelChecksum(RealServer &server);

    QRandomGenerator m_random;
};

} // namespace lvs::contract
