// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ipvstable.h"
#include "core/model/syncdaemon.h"
#include "core/types/numbers.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lvs::VirtualService)
Q_DECLARE_METATYPE(lvs::RealServer)
Q_DECLARE_METATYPE(lvs::ServiceKey)

namespace {

IpAddress ip(const QString &text)
{
    return *IpAddress::fromText(text);
}

const ServiceKey web = ServiceKey::forAddress(Protocol::Tcp, ip(u"172.18.100.6"_s), 80);
const ServiceKey dns = ServiceKey::forAddress(Protocol::Udp, ip(u"172.18.100.6"_s), 53);
const ServiceKey web6 = ServiceKey::forAddress(Protocol::Tcp, ip(u"2001:db8::6"_s), 80);
const ServiceKey mark = ServiceKey::forMark(1, Family::IPv4);
constexpr int accepted = -1;

} // namespace

class ModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void syncDaemons_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<quint32>("wanted");
        QTest::addColumn<quint32>("running");
        QTest::addColumn<bool>("isAsWanted");
        const auto row = [](const char *name, const QString &field, quint32 wanted, quint32 running, bool isAsWanted) {
            QTest::newRow(name) << field << wanted << running << isAsWanted;
        };
        row("as filled in", {}, 0, 0, true);
        row("other ID", u"id"_s, 0, 7, false);
        row("port left open", u"port"_s, 0, 8848, true);
        row("port left open, another runs", u"port"_s, 0, 8849, false);
        row("port", u"port"_s, 8849, 8849, true);
        row("port named as the default is", u"port"_s, 8848, 8848, true);
        row("another port", u"port"_s, 8849, 8848, false);
        row("TTL left open", u"ttl"_s, 0, 1, true);
        row("TTL left open, another runs", u"ttl"_s, 0, 2, false);
        row("another TTL", u"ttl"_s, 3, 2, false);
        row("group left open", u"group"_s, 0, 0xe0000051, true);
        row("group left open, another runs", u"group"_s, 0, 0xe0000052, false);
        row("another group", u"group"_s, 0xe0000053, 0xe0000052, false);
        row("length left open: by the interface", u"length"_s, 0, 8972, true);
        row("length", u"length"_s, 1400, 1400, true);
        row("another length", u"length"_s, 1400, 1472, false);
        row("length that the kernel bounds", u"length"_s, 500, 1024, true);
        row("length that the kernel bounds from above", u"length"_s, 65535, 65507, true);
    }
    void syncDaemons()
    {
        QFETCH(const QString, field);
        QFETCH(const quint32, wanted);
        QFETCH(const quint32, running);
        QFETCH(const bool, isAsWanted);
        const SyncDaemon bare{.role = SyncRole::Backup, .interface = *InterfaceName::fromText(u"eth0")};
        SyncDaemon filled = bare;
        filled.maxLength = 1472;
        filled.group = IpAddress::fromIPv4(0xe0000051);
        filled.port = 8848;
        filled.ttl = 1;
        const auto with = [&](SyncDaemon daemon, quint32 value) {
            if (field == u"id")
                daemon.syncId = value;
            else if (field == u"port")
                daemon.port = quint16(value);
            else if (field == u"ttl")
                daemon.ttl = quint8(value);
            else if (field == u"length")
                daemon.maxLength = quint16(value);
            else if (field == u"group")
                daemon.group = value == 0 ? std::nullopt : std::optional(IpAddress::fromIPv4(value));
            return daemon;
        };
        QCOMPARE(lvs::isAsWanted(with(bare, wanted), with(filled, running)), isAsWanted);
        QVERIFY(!lvs::isAsWanted({.role = SyncRole::Master, .interface = bare.interface}, filled));
    }

    void service_data()
    {
        QTest::addColumn<VirtualService>("service");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const ServiceKey &key, auto change, int code) {
            VirtualService service = VirtualService::withDefaults(key);
            change(service);
            QTest::newRow(name) << service << code;
        };
        const auto nothing = [](VirtualService &) {};
        const auto persistent = [](quint32 seconds) {
            return [=](VirtualService &s) {
                s.flags = ServiceFlag::Persistent;
                s.persistenceTimeout = seconds;
            };
        };
        const auto netmask = [](quint32 mask) { return [=](VirtualService &s) { s.netmask = mask; }; };
        const auto onePacket = [](VirtualService &s) { s.flags = ServiceFlag::OnePacket; };

        row("TCP", web, nothing, accepted);
        row("IPv6", web6, nothing, accepted);
        row("mark", mark, nothing, accepted);
        row("mark IPv6", ServiceKey::forMark(4294967295, Family::IPv6), nothing, accepted);
        const auto broadcast = ServiceKey::forAddress(Protocol::Tcp, ip(u"255.255.255.255"_s), 80);
        row("broadcast", broadcast, nothing, int(ErrorCode::NotUnicast));
        row("mark 0", ServiceKey::forMark(0, Family::IPv4), nothing, int(ErrorCode::FirewallMarkZero));
        row("mark 0 IPv6", ServiceKey::forMark(0, Family::IPv6), nothing, int(ErrorCode::FirewallMarkZero));
        ServiceKey odd = mark;
        odd.port = 80;
        row("mark with a port", odd, nothing, int(ErrorCode::BadAddress));
        odd = web;
        odd.protocol = 47;
        row("GRE", odd, nothing, int(ErrorCode::UnsupportedProtocol));
        odd = web;
        odd.family = Family::IPv6;
        row("family of another address", odd, nothing, int(ErrorCode::FamilyMismatch));
        row("no address", ServiceKey::forAddress(Protocol::Tcp, {}, 80), nothing, int(ErrorCode::NotUnicast));
        row("multicast", ServiceKey::forAddress(Protocol::Udp, ip(u"224.0.0.1"_s), 80), nothing,
            int(ErrorCode::NotUnicast));

        ServiceKey everyPort = web;
        everyPort.port = 0;
        row("every port, not persistent", everyPort, nothing, int(ErrorCode::PortZeroNeedsPersistence));
        row("every port, persistent", everyPort, persistent(360), accepted);

        row("shortest persistence", web, persistent(1), accepted);
        row("no persistence time", web, persistent(0), int(ErrorCode::OutOfRange));
        row("longest persistence", web, persistent(limits::largestPersistence), accepted);
        row("too long persistence", web, persistent(limits::largestPersistence + 1), int(ErrorCode::OutOfRange));
        row("timeout kept while not persistent", web, [](VirtualService &s) { s.persistenceTimeout = 300; }, accepted);

        row("network", web, netmask(0xffffff00), accepted);
        row("everybody", web, netmask(0), accepted);
        row("mask with holes", web, netmask(0xff00ff00), int(ErrorCode::BadMask));
        row("IPv6 shortest prefix", web6, netmask(1), accepted);
        row("IPv6 no prefix", web6, netmask(0), int(ErrorCode::BadMask));
        row("IPv6 prefix too long", web6, netmask(129), int(ErrorCode::BadMask));

        row("one packet UDP", dns, onePacket, accepted);
        row("one packet mark", mark, onePacket, accepted);
        row("one packet TCP", web, onePacket, int(ErrorCode::OnePacketNeedsUdp));
        row(
            "unknown flag", web, [](VirtualService &s) { s.flags = ServiceFlags::fromInt(0x2); },
            int(ErrorCode::NotSupported));
    }
    void service()
    {
        QFETCH(VirtualService, service);
        QFETCH(int, code);
        const auto verdict = validate(service);
        QCOMPARE(verdict ? accepted : int(verdict.error().code), code);
    }

    void server_data()
    {
        QTest::addColumn<RealServer>("server");
        QTest::addColumn<ServiceKey>("service");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const ServiceKey &service, const QString &address, quint16 port,
                            Forwarding forwarding, int code, auto change) {
            RealServer server{.key = {ip(address), port}, .forwarding = forwarding};
            change(server);
            QTest::newRow(name) << server << service << code;
        };
        const auto nothing = [](RealServer &) {};
        const QString rip = u"192.168.10.11"_s;
        const QString rip6 = u"2001:db8::11"_s;
        using enum Forwarding;

        row("NAT on another port", web, rip, 8080, Masquerading, accepted, nothing);
        row("DR on the same port", web, rip, 80, Gatewaying, accepted, nothing);
        row("DR on another port", web, rip, 8080, Gatewaying, int(ErrorCode::PortMustMatchService), nothing);
        row("TUN on another port", web, rip, 8080, Tunnelling, int(ErrorCode::PortMustMatchService), nothing);
        row("DR behind a mark", mark, rip, 0, Gatewaying, accepted, nothing);
        row("bypass", web, rip, 80, Bypass, accepted, nothing);
        row("unknown forwarding", web, rip, 80, Forwarding(5), int(ErrorCode::UnsupportedForwarding), nothing);
        row("IPv6 behind IPv4, NAT", web, rip6, 80, Masquerading, int(ErrorCode::FamilyMismatch), nothing);
        row("IPv6 behind IPv4, TUN", web, rip6, 80, Tunnelling, accepted, nothing);
        row("multicast", web, u"224.0.0.1"_s, 80, Masquerading, int(ErrorCode::NotUnicast), nothing);

        const auto weight = [](quint32 w) { return [=](RealServer &s) { s.weight = w; }; };
        row("drained", web, rip, 80, Masquerading, accepted, weight(0));
        row("largest weight", web, rip, 80, Masquerading, accepted, weight(2147483647));
        row("weight too large", web, rip, 80, Masquerading, int(ErrorCode::OutOfRange), weight(2147483648));

        const auto thresholds = [](quint32 upper, quint32 lower) {
            return [=](RealServer &s) {
                s.upperThreshold = upper;
                s.lowerThreshold = lower;
            };
        };
        row("equal thresholds", web, rip, 80, Masquerading, accepted, thresholds(5, 5));
        row("lower threshold above", web, rip, 80, Masquerading, int(ErrorCode::ThresholdOrder), thresholds(5, 6));
        row("lower threshold alone", web, rip, 80, Masquerading, int(ErrorCode::ThresholdOrder), thresholds(0, 1));
        row("largest threshold", web, rip, 80, Masquerading, accepted, thresholds(2147483647, 0));
        row("threshold too large", web, rip, 80, Masquerading, int(ErrorCode::OutOfRange), thresholds(2147483648, 0));

        const auto tunnel = [](Tunnel t) { return [=](RealServer &s) { s.tunnel = t; }; };
        using enum TunnelType;
        using Checksum = TunnelChecksum;
        row("GUE", web, rip, 80, Tunnelling, accepted, tunnel({Gue, 6080, Checksum::RemoteChecksum}));
        row("GUE without port", web, rip, 80, Tunnelling, int(ErrorCode::TunnelPortMissing), tunnel({.type = Gue}));
        row("GRE", web, rip, 80, Tunnelling, accepted, tunnel({Gre, 0, Checksum::Checksum}));
        row("GRE with port", web, rip, 80, Tunnelling, int(ErrorCode::UnsupportedTunnel),
            tunnel({.type = Gre, .port = 1}));
        row("GRE remote checksum", web, rip, 80, Tunnelling, int(ErrorCode::UnsupportedTunnel),
            tunnel({Gre, 0, Checksum::RemoteChecksum}));
        row("IPIP checksum", web, rip, 80, Tunnelling, int(ErrorCode::UnsupportedTunnel),
            tunnel({IpIp, 0, Checksum::Checksum}));
        row("unknown tunnel", web, rip, 80, Tunnelling, int(ErrorCode::UnsupportedTunnel),
            tunnel({.type = TunnelType(3)}));
    }
    void server()
    {
        QFETCH(RealServer, server);
        QFETCH(ServiceKey, service);
        QFETCH(int, code);
        const auto verdict = validate(server, service);
        QCOMPARE(verdict ? accepted : int(verdict.error().code), code);
    }

    void table()
    {
        IpvsTable table;
        QVERIFY(table.isEmpty());
        table.setService(VirtualService::withDefaults(web));
        table.setService(VirtualService::withDefaults(mark));
        const RealServer first{.key = {ip(u"192.168.10.11"_s), 80}};
        const RealServer second{.key = {ip(u"192.168.10.12"_s), 80}};
        table.setServers(web, {second, first});
        QCOMPARE(table.serverCount(), 2);

        VirtualService edited = VirtualService::withDefaults(web);
        edited.scheduler = *SchedulerName::fromText(u"rr");
        table.setService(edited);
        QCOMPARE(table.find(web)->service.scheduler.toString(), u"rr"_s);
        QCOMPARE(table.find(web)->servers, (std::vector{second, first}));
        QCOMPARE(*table.find(web)->find(first.key), first);
        QVERIFY(!table.find(web)->find({ip(u"192.168.10.13"_s), 80}));
        QVERIFY(!table.find(dns));

        table.remove(web);
        QVERIFY(!table.find(web));
        QCOMPARE(table.serverCount(), 0);
    }
};

QTEST_APPLESS_MAIN(ModelTest)
#include "tst_model.moc"
