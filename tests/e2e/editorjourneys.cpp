// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/journeys.h"

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

const QString saved = u"ipvsadm -Sn"_s;
const QString web = u"TCP 172.18.100.6:80"_s;
const QString addWeb = u"ipvsadm -A -t 172.18.100.6:80 -s rr"_s;
const QString addServer = addWeb + u" && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11 -m"_s;
const QString savedWeb = u"-A -t 172.18.100.6:80 -s rr"_s;

/// What stands in a field of a dialog, by the field's label.
struct Entry {
    enum Kind { Text, Choice, Check } kind;
    QString field;
    QString value{};
};

Entry text(const QString &field, const QString &value)
{
    return {Entry::Text, field, value};
}

Entry choice(const QString &field, const QString &value)
{
    return {Entry::Choice, field, value};
}

Entry check(const QString &field)
{
    return {Entry::Check, field};
}

void fill(Console &console, const QList<Entry> &entries)
{
    for (const Entry &entry : entries) {
        switch (entry.kind) {
        case Entry::Text:
            console.program().setText(entry.field, entry.value);
            break;
        case Entry::Choice:
            console.program().choose(entry.field, entry.value);
            break;
        case Entry::Check:
            console.program().check(entry.field, true);
            break;
        }
    }
}

/// Adds a service by the editor.
auto service(const QList<Entry> &entries)
{
    return [entries](Console &console) {
        console.openDialog(u"Add service…"_s, u"Add virtual service"_s);
        fill(console, entries);
        console.accept(u"Add service"_s);
    };
}

/// Adds a server to the service above by the editor.
auto server(const QList<Entry> &entries)
{
    return [entries](Console &console) {
        console.selectRow(web);
        console.openDialog(u"Add real server…"_s, u"Add real server to %1"_s.arg(web));
        fill(console, entries);
        console.accept(u"Add real server"_s);
    };
}

} // namespace

QList<Journey> serviceJourneys()
{
    const Entry vip = text(u"Address"_s, u"172.18.100.6"_s);
    return {
        {"TCP service",
         {u"--add-service -A"_s, u"--tcp-service -t"_s, u"--scheduler -s"_s, u"--save -S"_s, u"--numeric -n"_s},
         {},
         service({vip, text(u"Port"_s, u"80"_s), choice(u"Scheduler"_s, u"rr"_s)}),
         saved,
         {savedWeb}},
        {"UDP service, one packet",
         {u"--udp-service -u"_s, u"--ops -o"_s},
         {},
         service({choice(u"Kind"_s, u"UDP"_s), vip, text(u"Port"_s, u"53"_s), check(u"More"_s),
                  check(u"One-packet scheduling"_s)}),
         saved,
         {u"-A -u 172.18.100.6:53 -s wlc -o"_s}},
        {"SCTP service",
         {u"--sctp-service"_s},
         {},
         service({choice(u"Kind"_s, u"SCTP"_s), vip, text(u"Port"_s, u"5060"_s)}),
         saved,
         {u"-A --sctp-service 172.18.100.6:5060 -s wlc"_s}},
        {"firewall mark, IPv6",
         {u"--fwmark-service -f"_s, u"--ipv6 -6"_s},
         {},
         service({choice(u"Kind"_s, u"Firewall mark"_s), text(u"Firewall mark"_s, u"7"_s),
                  choice(u"Address family"_s, u"IPv6"_s)}),
         saved,
         {u"-A -f 7 -6 -s wlc"_s}},
        {"persistence by network",
         {u"--persistent -p"_s, u"--netmask -M"_s},
         {},
         service({vip, text(u"Port"_s, u"443"_s), check(u"Persistence"_s), text(u"Timeout"_s, u"1800"_s),
                  text(u"Netmask"_s, u"255.255.255.0"_s)}),
         saved,
         {u"-A -t 172.18.100.6:443 -s wlc -p 1800 -M 255.255.255.0"_s}},
        {"persistence engine",
         {u"--pe"_s},
         {},
         service({choice(u"Kind"_s, u"UDP"_s), vip, text(u"Port"_s, u"5060"_s), check(u"Persistence"_s),
                  check(u"More"_s), choice(u"Persistence engine"_s, u"sip"_s)}),
         saved,
         {u"-A -u 172.18.100.6:5060 -s wlc -p 360 --pe sip"_s}},
        {"scheduler flags",
         {u"--sched-flags -b"_s},
         {},
         service({vip, text(u"Port"_s, u"80"_s), choice(u"Scheduler"_s, u"sh"_s), check(u"Fallback"_s),
                  check(u"Source port"_s)}),
         saved,
         {u"-A -t 172.18.100.6:80 -s sh -b sh-fallback,sh-port"_s}},
        {"other scheduler",
         {u"--edit-service -E"_s},
         addServer,
         [](Console &console) { console.setScheduler(web, u"wrr"_s); },
         saved,
         {u"-A -t 172.18.100.6:80 -s wrr"_s, u"-a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 1"_s}},
        {"service removed",
         {u"--delete-service -D"_s},
         u"ipvsadm -A -u 172.18.100.7:53 && "_s + addWeb,
         [](Console &console) { console.remove(web, {}); },
         saved,
         {u"-A -u 172.18.100.7:53 -s wlc"_s}},
    };
}

QList<Journey> serverJourneys()
{
    const Entry rip = text(u"Address"_s, u"192.168.10.11"_s);
    const Entry nat = choice(u"Forwarding"_s, u"Masquerading (NAT)"_s);
    const Entry tun = choice(u"Forwarding"_s, u"Tunnelling (TUN)"_s);
    const auto line = [](const char *rest) {
        return QStringList{savedWeb, u"-a -t 172.18.100.6:80 -r 192.168.10.11:"_s + QLatin1StringView(rest)};
    };
    return {
        {"NAT to another port",
         {u"--add-server -a"_s, u"--real-server -r"_s, u"--masquerading -m"_s, u"--weight -w"_s},
         addWeb,
         server({rip, nat, text(u"Port"_s, u"8080"_s), text(u"Weight"_s, u"5"_s)}),
         saved,
         line("8080 -m -w 5")},
        {"DR",
         {u"--gatewaying -g"_s},
         addWeb,
         server({rip, choice(u"Forwarding"_s, u"Gatewaying (DR)"_s)}),
         saved,
         line("80 -g -w 1")},
        {"tunnel, IP in IP", {u"--ipip -i"_s}, addWeb, server({rip, tun}), saved, line("80 -i -w 1 --tun-type ipip")},
        {"tunnel, GUE",
         {u"--tun-type"_s, u"--tun-port"_s, u"--tun-remcsum"_s},
         addWeb,
         server({rip, tun, choice(u"Tunnel type"_s, u"GUE"_s), text(u"Tunnel port"_s, u"6080"_s),
                 choice(u"Checksum"_s, u"Remote checksum offload"_s)}),
         saved,
         line("80 -i -w 1 --tun-type gue --tun-port 6080 --tun-remcsum")},
        {"tunnel, GRE",
         {u"--tun-csum"_s},
         addWeb,
         server({rip, tun, choice(u"Tunnel type"_s, u"GRE"_s), choice(u"Checksum"_s, u"Checksum"_s)}),
         saved,
         line("80 -i -w 1 --tun-type gre --tun-csum")},
        {"tunnel without checksum",
         {u"--tun-nocsum"_s},
         addServer.chopped(2) + u"-i --tun-type gre --tun-csum"_s,
         [](Console &console) {
             console.selectRow(web, u"192.168.10.11:80"_s);
             console.openDialog(u"Edit…"_s, u"Edit 192.168.10.11:80"_s);
             fill(console, {choice(u"Checksum"_s, u"No checksum"_s)});
             console.accept(u"Change real server"_s);
         },
         saved,
         line("80 -i -w 1 --tun-type gre --tun-nocsum")},
        {"thresholds",
         {u"--u-threshold -x"_s, u"--l-threshold -y"_s},
         addWeb,
         server(
             {rip, nat, check(u"More"_s), text(u"Upper threshold"_s, u"100"_s), text(u"Lower threshold"_s, u"50"_s)}),
         u"ipvsadm -Ln --thresholds | awk '/->.*:80/ {print $1, $2, $3, $4}'"_s, // not the connections of other tests
         {u"-> 192.168.10.11:80 100 50"_s}},
        {"other weight",
         {u"--edit-server -e"_s},
         addServer,
         [](Console &console) {
             console.selectRow(web, u"192.168.10.11:80"_s);
             console.openDialog(u"Edit…"_s, u"Edit 192.168.10.11:80"_s);
             fill(console, {text(u"Weight"_s, u"9"_s)});
             console.accept(u"Change real server"_s);
         },
         saved,
         line("80 -m -w 9")},
        {"server removed",
         {u"--delete-server -d"_s},
         addServer,
         [](Console &console) { console.remove(web, u"192.168.10.11:80"_s); },
         saved,
         {savedWeb}},
    };
}

} // namespace lvs::e2e
