// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lvs::Operation)

class CommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void command_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("command");
        const auto row = [](const char *name, const Operation &operation, const QString &command) {
            QTest::newRow(name) << operation << command;
        };

        row("add a service", AddService{service(web)}, u"ipvsadm -A -t 172.18.100.6:80 -s rr"_s);
        row("edit a service", EditService{service(web), service(web, u"wrr")},
            u"ipvsadm -E -t 172.18.100.6:80 -s wrr"_s);
        row("remove a service", RemoveService{service(web), {server(11)}}, u"ipvsadm -D -t 172.18.100.6:80"_s);

        const ServiceKey dns = ServiceKey::forAddress(Protocol::Udp, ip(u"172.18.100.6"), 53);
        VirtualService changed = service(dns);
        changed.flags = ServiceFlag::OnePacket;
        row("one packet", AddService{changed}, u"ipvsadm -A -u 172.18.100.6:53 -s rr -o"_s);

        const ServiceKey sip = ServiceKey::forAddress(Protocol::Udp, ip(u"172.18.100.6"), 5060);
        changed = service(sip);
        changed.flags = ServiceFlag::Persistent;
        changed.persistenceTimeout = 360;
        changed.engine = *PersistenceEngine::fromText(u"sip");
        row("engine", AddService{changed},
            u"ipvsadm -A -u 172.18.100.6:5060 -s rr -p 360 -M 255.255.255.255 --pe sip"_s);

        changed = service(web);
        changed.flags = ServiceFlag::Persistent;
        changed.persistenceTimeout = 60;
        changed.netmask = 0xffffff00;
        row("persistent per network", AddService{changed},
            u"ipvsadm -A -t 172.18.100.6:80 -s rr -p 60 -M 255.255.255.0"_s);

        changed = service(web, u"sh");
        changed.flags = ServiceFlags{ServiceFlag::Scheduler1} | ServiceFlag::Scheduler2;
        row("sh flags", AddService{changed}, u"ipvsadm -A -t 172.18.100.6:80 -s sh -b sh-fallback,sh-port"_s);
        changed = service(web, u"mh");
        changed.flags = ServiceFlag::Scheduler2;
        row("mh flags", AddService{changed}, u"ipvsadm -A -t 172.18.100.6:80 -s mh -b mh-port"_s);
        changed = service(web);
        changed.flags = ServiceFlags{ServiceFlag::Scheduler1} | ServiceFlag::Scheduler3;
        row("other flags", AddService{changed}, u"ipvsadm -A -t 172.18.100.6:80 -s rr -b flag-1,flag-3"_s);

        const ServiceKey mark6 = ServiceKey::forMark(4294967295, Family::IPv6);
        changed = service(mark6);
        changed.flags = ServiceFlag::Persistent;
        changed.persistenceTimeout = 60;
        changed.netmask = 64;
        row("IPv6 mark", AddService{changed}, u"ipvsadm -A -f 4294967295 -6 -s rr -p 60 -M 64"_s);
        row("IPv6", AddService{service(tcp(u"2001:db8::6", 80))}, u"ipvsadm -A -t [2001:db8::6]:80 -s rr"_s);
        row("SCTP", AddService{service(ServiceKey::forAddress(Protocol::Sctp, ip(u"172.18.100.6"), 5060))},
            u"ipvsadm -A --sctp-service 172.18.100.6:5060 -s rr"_s);
        ServiceKey foreign = web;
        foreign.protocol = 47;
        row("no word for the protocol", RemoveService{service(foreign), {}}, {});

        row("add a server", AddServer{web, server(11)},
            u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 1 -x 0 -y 0"_s);
        RealServer limited = server(11, 10);
        limited.upperThreshold = 200;
        limited.lowerThreshold = 150;
        row("edit a server", EditServer{web, server(11), limited},
            u"ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 10 -x 200 -y 150"_s);
        row("remove a server", RemoveServer{web, server(11)}, u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.11:80"_s);
        RealServer other = server(11);
        other.forwarding = Forwarding::Gatewaying;
        row("DR", AddServer{web, other}, u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -g -w 1 -x 0 -y 0"_s);
        other.forwarding = Forwarding::Local;
        row("no word for the forwarding", AddServer{web, other}, {});

        other.forwarding = Forwarding::Tunnelling;
        const QString tunnel = u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -i -w 1 -x 0 -y 0 --tun-type "_s;
        row("IPIP", AddServer{web, other}, tunnel + u"ipip"_s);
        other.tunnel = {TunnelType::Gue, 6080, TunnelChecksum::RemoteChecksum};
        row("GUE", AddServer{web, other}, tunnel + u"gue --tun-port 6080 --tun-remcsum"_s);
        other.tunnel = {TunnelType::Gre, 0, TunnelChecksum::None};
        row("GRE", AddServer{web, other}, tunnel + u"gre --tun-nocsum"_s);
        other.tunnel = {TunnelType::Gre, 0, TunnelChecksum::Checksum};
        row("GRE with checksum", AddServer{web, other}, tunnel + u"gre --tun-csum"_s);

        row("zero a service", ZeroCounters{web}, u"ipvsadm -Z -t 172.18.100.6:80"_s);
        row("zero everything", ZeroCounters{}, u"ipvsadm -Z"_s);
        row("clear", ClearTable{}, u"ipvsadm -C"_s);
        row("timeouts", SetTimeouts{{}, {900, 0, 300}}, u"ipvsadm --set 900 0 300"_s);
        row("tunable", SetSysctl{u"ipv4/vs/sync_threshold"_s, u"3 50"_s, u"10 100"_s},
            u"sysctl -w net.ipv4.vs.sync_threshold=\"10 100\""_s);
        SyncDaemon daemon{.role = SyncRole::Master, .interface = *InterfaceName::fromText(u"eth1"), .syncId = 5};
        row("start", StartSyncDaemon{daemon}, u"ipvsadm --start-daemon master --mcast-interface eth1 --syncid 5"_s);
        daemon.group = ip(u"224.0.0.82");
        daemon.port = 8849;
        daemon.ttl = 2;
        daemon.maxLength = 1400;
        row("start with everything", StartSyncDaemon{daemon},
            u"ipvsadm --start-daemon master --mcast-interface eth1 --syncid 5 --mcast-group 224.0.0.82 "
            "--mcast-port 8849 --mcast-ttl 2 --sync-maxlen 1400"_s);
        daemon.role = SyncRole::Backup;
        row("stop", StopSyncDaemon{daemon}, u"ipvsadm --stop-daemon backup"_s);
    }
    void command()
    {
        QFETCH(Operation, operation);
        QFETCH(QString, command);
        QCOMPARE(commandsFor(operation), command.isEmpty() ? QStringList() : QStringList{command});
    }
};

QTEST_APPLESS_MAIN(CommandsTest)
#include "tst_commands.moc"
