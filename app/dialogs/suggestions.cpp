// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/suggestions.h"

#include "core/change/overloaded.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Suggestions)
public:
    static QString vip(int services) { return tr("VIP of %Ln service(s)", nullptr, services); }
    static QString server(int services) { return tr("server of %Ln service(s)", nullptr, services); }
    static QString own() { return tr("address of the director"); }
    static QString neighbour() { return tr("neighbour of the director"); }
};

/// Ports people balance most, with their names in /etc/services.
constexpr std::array<std::pair<quint16, QStringView>, 12> wellKnownPorts{{{21, u"ftp"},
                                                                          {22, u"ssh"},
                                                                          {25, u"smtp"},
                                                                          {53, u"domain"},
                                                                          {80, u"http"},
                                                                          {389, u"ldap"},
                                                                          {443, u"https"},
                                                                          {3306, u"mysql"},
                                                                          {5060, u"sip"},
                                                                          {5432, u"postgresql"},
                                                                          {6379, u"redis"},
                                                                          {8080, u"http-alt"}}};

QList<DescribedItem> inOrder(QList<DescribedItem> items)
{
    std::ranges::sort(items, {}, &DescribedItem::text);
    return items;
}

} // namespace

KnownObjects KnownObjects::fromTable(const Snapshot &snapshot, const ChangePlan &draft)
{
    KnownObjects known;
    for (const ServiceState &service : snapshot.services)
        known.services.emplace(service.config.key, std::vector<ServerKey>());
    for (const ServerList &list : snapshot.servers) {
        std::vector<ServerKey> &servers = known.services[list.service];
        for (const ServerState &server : list.servers)
            servers.push_back(server.config.key);
    }
    for (const Operation &operation : draft.operations) {
        std::visit(Overloaded{
                       [&](const AddService &op) { known.services.try_emplace(op.after.key); },
                       [&](const RemoveService &op) { known.services.erase(op.before.key); },
                       [&](const AddServer &op) { known.services[op.service].push_back(op.after.key); },
                       [&](const RemoveServer &op) { std::erase(known.services[op.service], op.before.key); },
                       [&](const ClearTable &) { known.services.clear(); },
                       [](const auto &) {},
                   },
                   operation);
    }
    return known;
}

KnownObjects KnownObjects::fromTable(const IpvsTable &table)
{
    KnownObjects known;
    for (const auto &[key, entry] : table.entries()) {
        std::vector<ServerKey> &servers = known.services[key];
        for (const RealServer &server : entry.servers)
            servers.push_back(server.key);
    }
    return known;
}

void KnownObjects::addHost(const HostInfo &host)
{
    for (const HostInterface &interface : host.interfaces) {
        for (const InterfaceAddress &own : interface.addresses) {
            if (!own.address.isLoopback() && !own.address.isLinkLocal())
                addresses.push_back(own.address);
        }
    }
    for (const Neighbour &neighbour : host.neighbours)
        neighbours.push_back(neighbour.address);
}

bool KnownObjects::has(const ServiceKey &service, const ServerKey &server) const
{
    const auto found = services.find(service);
    return found != services.end() && std::ranges::contains(found->second, server);
}

QList<DescribedItem> vipSuggestions(const KnownObjects &known)
{
    QHash<IpAddress, int> uses;
    for (const auto &[service, servers] : known.services) {
        if (!service.isMark())
            ++uses[service.address];
    }
    QList<DescribedItem> items;
    for (const auto &[vip, services] : uses.asKeyValueRange())
        items.append({vip.toString(), Words::vip(services)});
    for (const IpAddress &address : known.addresses) {
        if (!uses.contains(address))
            items.append({address.toString(), Words::own()});
    }
    return inOrder(std::move(items));
}

QList<DescribedItem> serverSuggestions(const KnownObjects &known, const ServiceKey &service)
{
    QHash<IpAddress, int> uses;
    for (const auto &[other, servers] : known.services) {
        if (other == service)
            continue;
        for (const ServerKey &server : servers)
            ++uses[server.address];
    }
    QList<DescribedItem> items;
    for (const auto &[address, services] : uses.asKeyValueRange())
        items.append({address.toString(), Words::server(services)});
    for (const IpAddress &address : known.neighbours) {
        if (!uses.contains(address))
            items.append({address.toString(), Words::neighbour()});
    }
    return inOrder(std::move(items));
}

QList<DescribedItem> portSuggestions(const KnownObjects &known)
{
    std::map<quint16, QString> ports;
    for (const auto &[service, servers] : known.services) {
        if (service.port != 0)
            ports.try_emplace(service.port);
    }
    for (const auto &[port, name] : wellKnownPorts)
        ports.insert_or_assign(port, name.toString());
    QList<DescribedItem> items;
    for (const auto &[port, name] : ports)
        items.append({QString::number(port), name});
    return inOrder(std::move(items));
}

} // namespace lvs
