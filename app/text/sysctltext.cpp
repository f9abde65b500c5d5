// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/sysctltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SysctlText)
public:
    static QString range(const Sysctl &sysctl);
    static QString explanation(const Sysctl &sysctl)
    {
        return tr("%1 It takes: %2.", "what a tunable does (sentences), its range")
            .arg(sysctlEffect(sysctl), range(sysctl));
    }
    static QString meaning(const Sysctl &sysctl, const QString &value);
    static QString absence(const Sysctl &sysctl);

private:
    static QString arpIgnore(const QString &value);
    static QString arpAnnounce(const QString &value);
};

struct Effect {
    QLatin1StringView name;
    const char *text;
};

constexpr Effect effects[] = {
    {"ipv4/vs/conntrack"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Keeps netfilter's connection tracking for balanced connections. FullNAT and firewall rules "
                       "that look at a connection's state need it; it costs memory and time.")},
    {"ipv4/vs/expire_nodest_conn"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "What becomes of the connections of a removed real server: 0 drops their packets without a word "
                       "until they time out, 1 ends them at once, so that clients can connect anew.")},
    {"ipv4/vs/expire_quiescent_template"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 releases persistent clients from a drained real server: their next connection "
                                     "is scheduled anew. 0 goes on sending them there.")},
    {"ipv4/vs/conn_reuse_mode"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "When a client uses a port again: 0 keeps to the old real server, 1 schedules "
                                     "anew after TIME_WAIT or CLOSE, 2 and 3 with DR and TUN also after FIN_WAIT.")},
    {"ipv4/vs/drop_entry"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Throws half-open and idle connections out of the table to save memory: 0 never, 1 and 2 while "
                       "memory is short (the kernel goes from one to the other), 3 always.")},
    {"ipv4/vs/drop_packet"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Drops some of the packets that would open a connection: 0 never, 1 and 2 while memory is short, 3 always.")},
    {"ipv4/vs/secure_tcp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Follows TCP connections by another table of states, made for floods of half-open "
                                     "connections: 0 never, 1 and 2 while memory is short, 3 always.")},
    {"ipv4/vs/am_droprate"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "With drop_packet 3, one of this many packets is dropped.")},
    {"ipv4/vs/amemthresh"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Free memory below which the automatic modes of drop_entry, drop_packet and secure_tcp begin.")},
    {"ipv4/vs/sloppy_tcp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets any TCP packet but RST open a connection, not only SYN. A director that "
                                     "takes over without having been sent all connections then goes on serving them.")},
    {"ipv4/vs/sloppy_sctp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets any SCTP packet but ABORT open a connection, not only INIT.")},
    {"ipv4/vs/cache_bypass"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "For transparent caches: when a firewall-mark service has no usable real server, "
                                     "1 sends packets on to where they were going.")},
    {"ipv4/vs/snat_reroute"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 looks up the route of NAT replies as if they came from the "
                                     "director itself, which policy routing may need.")},
    {"ipv4/vs/nat_icmp_send"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 answers a real server with “port unreachable” when it "
                                     "sends packets of a NAT connection that no longer exists.")},
    {"ipv4/vs/schedule_icmp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets ICMP errors open a connection, so that they reach a real server.")},
    {"ipv4/vs/pmtu_disc"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 tells clients when their packets are too large for the tunnel "
                                     "to the real server; 0 sends them in fragments.")},
    {"ipv4/vs/ignore_tunneled"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 marks packets of protocols that IPVS does not know, so "
                                     "that the packets inside a tunnel are not balanced.")},
    {"ipv4/vs/backup_only"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 stops balancing while a backup sync daemon runs, which "
                                     "avoids loops where a director is a real server as well.")},
    {"ipv4/vs/sync_version"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Format in which the master sends: 1 is the present one, 0 is for very old backups. Both are understood.")},
    {"ipv4/vs/sync_ports"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Threads and ports of a sync daemon, a power of two up to 64. Taken when the "
                                     "daemon starts; master and backup need the same.")},
    {"ipv4/vs/sync_persist_mode"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "1 synchronises only the templates of persistent services, not their connections.")},
    {"ipv4/vs/sync_threshold"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "A connection is synchronised when its packets, divided by the second number, "
                                     "leave the first: with 3 50 at packet 3, 53, 103.")},
    {"ipv4/vs/sync_refresh_period"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "A connection is synchronised again when its timer has moved by so much; 0 leaves it to sync_threshold.")},
    {"ipv4/vs/sync_retries"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "How often a connection is sent again at an eighth of sync_refresh_period, against lost messages.")},
    {"ipv4/vs/sync_qlen_max"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Messages that may wait to be sent; more are thrown away.")},
    {"ipv4/vs/sync_sock_size"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Buffer of a sync daemon's socket; 0 is the system's usual size. Taken when the daemon starts.")},
    {"ipv4/vs/run_estimation"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "0 stops measuring: counters and rates freeze, while connections are still counted.")},
    {"ipv4/vs/est_cpulist"_L1, QT_TRANSLATE_NOOP("SysctlText", "Processors on which the measuring threads may run.")},
    {"ipv4/vs/est_nice"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Priority of the measuring threads, from -20 (first) to 19 (last).")},
    {"ipv4/vs/lblc_expiration"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "How long the scheduler lblc remembers the real server of an address that nobody asks for.")},
    {"ipv4/vs/lblcr_expiration"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "How long the scheduler lblcr keeps a set of real servers unchanged before the busiest leaves it.")},
    {"ipv4/vs/conn_lfactor"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "How full the connection table may get before the kernel makes it larger.")},
    {"ipv4/vs/svc_lfactor"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "How full the table of services may get before the kernel makes it larger.")},
    {"ipv4/vs/conn_max"_L1, QT_TRANSLATE_NOOP("SysctlText", "How many connections are kept at most.")},
    {"ipv4/ip_forward"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets the machine pass packets on from one network to another, which a director "
                                     "of NAT needs for the replies. It sets the forwarding of every interface.")},
    {"ipv6/conf/all/forwarding"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "The same for IPv6. While it is 1, interfaces take no router advertisements any more unless "
                       "their accept_ra is 2, so that a default route that came with them ends.")},
    {"ipv4/conf/*/arp_ignore"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Whom the machine answers when it is asked for a hardware address. A real server of DR or TUN "
                       "has the virtual IP on lo and must keep silent about it: 1 or 2. The larger value of all and of "
                       "the interface that is asked counts; the one of lo has no effect.")},
    {"ipv4/conf/*/arp_announce"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "As whom the machine asks for a hardware address. A real server of DR or TUN needs 2, or its "
                       "questions announce the virtual IP as its own. The larger value of all and of the interface "
                       "that asks counts; the one of lo has no effect.")},
    {"ipv4/conf/*/rp_filter"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "1 drops packets whose replies would leave by another interface, as those out of a tunnel do; 2 "
                       "drops only those that could be answered by none. The larger value of all and of the interface "
                       "that receives counts.")},
    {"ipv4/conf/*/send_redirects"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Tells a sender when there is a shorter way. A director of NAT that has clients and real servers "
         "on one network needs 0, or the real servers learn a way past it. It is on when that of all or "
         "that of the interface is.")},
};

QString Words::range(const Sysctl &sysctl)
{
    const Sysctl::Range useful = sysctl.usefulRange();
    if (sysctl.kind == Sysctl::Kind::PowerOfTwo)
        return tr("a power of two from %1 to %2").arg(useful.smallest).arg(useful.largest);
    if (sysctl.range || sysctl.use)
        return tr("%1 to %2").arg(useful.smallest).arg(useful.largest);
    switch (sysctl.kind) {
    case Sysctl::Kind::Switch:
        return tr("0 or 1");
    case Sysctl::Kind::Pages:
        return tr("pages of memory");
    case Sysctl::Kind::Seconds:
        return tr("seconds");
    case Sysctl::Kind::Octets:
        return tr("bytes");
    case Sysctl::Kind::Messages:
        return tr("messages");
    case Sysctl::Kind::Pair:
        return tr("two numbers");
    case Sysctl::Kind::CpuList:
        return tr("list of processors");
    case Sysctl::Kind::Level:
    case Sysctl::Kind::Defence:
    case Sysctl::Kind::PowerOfTwo:
    case Sysctl::Kind::Number:
        break;
    }
    return tr("a number");
}

QString Words::arpIgnore(const QString &value)
{
    switch (value.toInt()) {
    case 0:
        return tr("answers for every address of the machine");
    case 1:
        return tr("only for those of the interface that is asked");
    case 2:
        return tr("as 1, and only senders of its network");
    case 3:
        return tr("not for those of scope host");
    case 8:
        return tr("answers nobody, not even for its own address");
    default:
        return tr("reserved, the same as 0");
    }
}

QString Words::arpAnnounce(const QString &value)
{
    switch (value.toInt()) {
    case 1:
        return tr("rather as one of the asked machine's network");
    case 2:
        return tr("always as the interface's own address");
    default: // also what is more than 2
        return tr("as any address of the machine");
    }
}

QString Words::meaning(const Sysctl &sysctl, const QString &value)
{
    QString meaning;
    if (sysctl.kind == Sysctl::Kind::Switch)
        meaning = value == u'0' ? tr("off") : tr("on");
    else if (sysctl.kind == Sysctl::Kind::Defence)
        meaning = value == u'0' ? tr("never") : value == u'3' ? tr("always") : tr("while memory is short");
    else if (sysctl.name == "ipv4/vs/sync_version"_L1)
        meaning = value == u'0' ? tr("for very old backups") : tr("present format");
    else if (sysctl.name == "ipv4/conf/*/arp_ignore"_L1)
        meaning = arpIgnore(value);
    else if (sysctl.name == "ipv4/conf/*/arp_announce"_L1)
        meaning = arpAnnounce(value);
    else if (sysctl.name == "ipv4/conf/*/rp_filter"_L1)
        meaning = value == u'0' ? tr("off") : value == u'1' ? tr("strict") : tr("loose");
    return meaning.isEmpty() ? value : tr("%1 (%2)", "value, meaning").arg(value, meaning);
}

QString Words::absence(const Sysctl &sysctl)
{
    if (sysctl.name == "ipv4/vs/lblc_expiration"_L1)
        return tr("It is there only while the module ip_vs_lblc is loaded, as it is from the first service with the "
                  "scheduler lblc on.");
    if (sysctl.name == "ipv4/vs/lblcr_expiration"_L1)
        return tr("It is there only while the module ip_vs_lblcr is loaded, as it is from the first service with the "
                  "scheduler lblcr on.");
    return tr("The kernel of this director does not have it.");
}

} // namespace

QString sysctlTitle(QStringView name)
{
    const QString whole = sysctlFullName(name);
    return isIpvsSysctl(name) ? whole.sliced(QStringView(u"net.ipv4.vs.").size()) : whole;
}

QString sysctlEffect(const Sysctl &sysctl)
{
    const auto row = std::ranges::find(effects, sysctl.name, &Effect::name);
    return row == std::end(effects) ? QString() : QCoreApplication::translate("SysctlText", row->text);
}

QString sysctlRange(const Sysctl &sysctl)
{
    return Words::range(sysctl);
}

QString sysctlExplanation(const Sysctl &sysctl)
{
    return Words::explanation(sysctl);
}

QString sysctlMeaning(const Sysctl &sysctl, const QString &value)
{
    return Words::meaning(sysctl, value);
}

QString sysctlAbsence(const Sysctl &sysctl)
{
    return Words::absence(sysctl);
}

} // namespace lvs
