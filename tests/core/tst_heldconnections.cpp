// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/heldconnections.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

namespace {

IpAddress address(QStringView text)
{
    return *IpAddress::fromText(text);
}

ConnectionEntry connection(QStringView client, quint16 port, const ServiceKey &service, const ServerKey &server)
{
    return {.client = address(client),
            .clientPort = port,
            .virtualAddress = service.address,
            .virtualPort = service.port,
            .server = server,
            .state = QStringLiteral("ESTABLISHED")};
}

ConnectionEntry pin(QStringView client, const ServiceKey &service, const ServerKey &server)
{
    ConnectionEntry entry = connection(client, 0, service, server);
    entry.state = QStringLiteral("ASSURED");
    return entry;
}

VirtualService persistent(const ServiceKey &key, quint32 netmask = 0xffffffff)
{
    VirtualService service = VirtualService::withDefaults(key);
    service.flags = ServiceFlag::Persistent;
    service.persistenceTimeout = 360;
    service.netmask = netmask;
    return service;
}

} // namespace

class TestHeldConnections : public QObject
{
    Q_OBJECT
    using Holders = std::vector<std::optional<size_t>>;
    static constexpr std::optional<size_t> nobody{};

private Q_SLOTS:
    void perPort()
    {
        const ConnectionSample sample{.entries = {connection(u"10.0.0.5", 4000, web, server(11).key),
                                                  pin(u"10.0.0.5", web, server(11).key),
                                                  connection(u"10.0.0.6", 4000, web, server(11).key),
                                                  connection(u"10.0.0.5", 4001, database, server(11, 1, 3306).key)}};
        QCOMPARE(holdingTemplates(sample, std::vector{persistent(web)}), (Holders{1, nobody, nobody, nobody}));
        QCOMPARE(holdingTemplates(sample, std::vector{service(web)}), Holders(4)); // not persistent
    }

    void wholeNetworks()
    {
        const ConnectionSample sample{.entries = {pin(u"10.0.0.0", web, server(11).key),
                                                  connection(u"10.0.0.5", 4000, web, server(11).key),
                                                  connection(u"10.0.0.200", 4000, web, server(11).key),
                                                  connection(u"10.0.1.5", 4000, web, server(11).key)}};
        QCOMPARE(holdingTemplates(sample, std::vector{persistent(web, 0xffffff00)}), (Holders{nobody, 0, 0, nobody}));
    }

    void everyPort()
    {
        const ServiceKey all = tcp(u"172.18.100.6", 0);
        const ConnectionSample sample{.entries = {pin(u"10.0.0.5", all, server(11, 1, 0).key),
                                                  connection(u"10.0.0.5", 4000, web, server(11).key),
                                                  connection(u"10.0.0.5", 4001, database, server(11, 1, 3306).key)}};
        QCOMPARE(holdingTemplates(sample, std::vector{persistent(all)}), (Holders{nobody, 0, 0}));
    }

    void firewallMarks()
    {
        const ServiceKey mark = ServiceKey::forMark(1, Family::IPv4);
        ConnectionEntry held = pin(u"10.0.0.5", {}, server(11, 1, 0).key);
        held.protocol = 0;
        held.firewallMark = 1;
        const ConnectionSample sample{.entries = {held, connection(u"10.0.0.5", 4000, web, server(11).key),
                                                  connection(u"10.0.0.5", 4000, web, server(12).key)}};
        QCOMPARE(holdingTemplates(sample, std::vector{persistent(mark)}), (Holders{nobody, 0, nobody}));
    }

    void invalidatedTemplatesHoldNobody()
    {
        ConnectionEntry released = pin(u"10.0.0.5", web, server(11).key);
        released.virtualPort = 0xffff;
        released.server.port = 0xffff;
        const ConnectionSample sample{.entries = {released, connection(u"10.0.0.5", 4000, web, server(11).key)}};
        QCOMPARE(holdingTemplates(sample, std::vector{persistent(web)}), Holders(2));
    }
};

QTEST_GUILESS_MAIN(TestHeldConnections)
#include "tst_heldconnections.moc"
