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
            .arg(sysctlEffect(QString(sysctl.name)), range(sysctl));
    }
    static QString meaning(const Sysctl &sysctl, const QString &value);
    static QString absence(const Sysctl &sysctl);
};

struct Effect {
    QLatin1StringView name;
    const char *text;
};

constexpr Effect effects[] = {
    {"conntrack"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Keeps netfilter's connection tracking for balanced connections. FullNAT and firewall rules "
                       "that look at a connection's state need it; it costs memory and time.")},
    {"expire_nodest_conn"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "What becomes of the connections of a removed real server: 0 drops their packets without a word "
                       "until they time out, 1 ends them at once, so that clients can connect anew.")},
    {"expire_quiescent_template"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 releases persistent clients from a drained real server: their next connection "
                                     "is scheduled anew. 0 goes on sending them there.")},
    {"conn_reuse_mode"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "When a client uses a port again: 0 keeps to the old real server, 1 schedules "
                                     "anew after TIME_WAIT or CLOSE, 2 and 3 with DR and TUN also after FIN_WAIT.")},
    {"drop_entry"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Throws half-open and idle connections out of the table to save memory: 0 never, 1 and 2 while "
                       "memory is short (the kernel goes from one to the other), 3 always.")},
    {"drop_packet"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Drops some of the packets that would open a connection: 0 never, 1 and 2 while memory is short, 3 always.")},
    {"secure_tcp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Follows TCP connections by another table of states, made for floods of half-open "
                                     "connections: 0 never, 1 and 2 while memory is short, 3 always.")},
    {"am_droprate"_L1, QT_TRANSLATE_NOOP("SysctlText", "With drop_packet 3, one of this many packets is dropped.")},
    {"amemthresh"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "Free memory below which the automatic modes of drop_entry, drop_packet and secure_tcp begin.")},
    {"sloppy_tcp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets any TCP packet but RST open a connection, not only SYN. A director that "
                                     "takes over without having been sent all connections then goes on serving them.")},
    {"sloppy_sctp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets any SCTP packet but ABORT open a connection, not only INIT.")},
    {"cache_bypass"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "For transparent caches: when a firewall-mark service has no usable real server, "
                                     "1 sends packets on to where they were going.")},
    {"snat_reroute"_L1, QT_TRANSLATE_NOOP("SysctlText", "1 looks up the route of NAT replies as if they came from the "
                                                        "director itself, which policy routing may need.")},
    {"nat_icmp_send"_L1, QT_TRANSLATE_NOOP("SysctlText", "1 answers a real server with “port unreachable” when it "
                                                         "sends packets of a NAT connection that no longer exists.")},
    {"schedule_icmp"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "1 lets ICMP errors open a connection, so that they reach a real server.")},
    {"pmtu_disc"_L1, QT_TRANSLATE_NOOP("SysctlText", "1 tells clients when their packets are too large for the tunnel "
                                                     "to the real server; 0 sends them in fragments.")},
    {"ignore_tunneled"_L1, QT_TRANSLATE_NOOP("SysctlText", "1 marks packets of protocols that IPVS does not know, so "
                                                           "that the packets inside a tunnel are not balanced.")},
    {"backup_only"_L1, QT_TRANSLATE_NOOP("SysctlText", "1 stops balancing while a backup sync daemon runs, which "
                                                       "avoids loops where a director is a real server as well.")},
    {"sync_version"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Format in which the master sends: 1 is the present one, 0 is for very old backups. Both are understood.")},
    {"sync_ports"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Threads and ports of a sync daemon, a power of two up to 64. Taken when the "
                                     "daemon starts; master and backup need the same.")},
    {"sync_persist_mode"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "1 synchronises only the templates of persistent services, not their connections.")},
    {"sync_threshold"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "A connection is synchronised when its packets, divided by the second number, "
                                     "leave the first: with 3 50 at packet 3, 53, 103.")},
    {"sync_refresh_period"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "A connection is synchronised again when its timer has moved by so much; 0 leaves it to sync_threshold.")},
    {"sync_retries"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "How often a connection is sent again at an eighth of sync_refresh_period, against lost messages.")},
    {"sync_qlen_max"_L1, QT_TRANSLATE_NOOP("SysctlText", "Messages that may wait to be sent; more are thrown away.")},
    {"sync_sock_size"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "Buffer of a sync daemon's socket; 0 is the system's usual size. Taken when the daemon starts.")},
    {"run_estimation"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "0 stops measuring: counters and rates freeze, while connections are still counted.")},
    {"est_cpulist"_L1, QT_TRANSLATE_NOOP("SysctlText", "Processors on which the measuring threads may run.")},
    {"est_nice"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "Priority of the measuring threads, from -20 (first) to 19 (last).")},
    {"lblc_expiration"_L1,
     QT_TRANSLATE_NOOP("SysctlText",
                       "How long the scheduler lblc remembers the real server of an address that nobody asks for.")},
    {"lblcr_expiration"_L1,
     QT_TRANSLATE_NOOP(
         "SysctlText",
         "How long the scheduler lblcr keeps a set of real servers unchanged before the busiest leaves it.")},
    {"conn_lfactor"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "How full the connection table may get before the kernel makes it larger.")},
    {"svc_lfactor"_L1,
     QT_TRANSLATE_NOOP("SysctlText", "How full the table of services may get before the kernel makes it larger.")},
    {"conn_max"_L1, QT_TRANSLATE_NOOP("SysctlText", "How many connections are kept at most.")},
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

QString Words::meaning(const Sysctl &sysctl, const QString &value)
{
    QString meaning;
    if (sysctl.kind == Sysctl::Kind::Switch)
        meaning = value == u'0' ? tr("off") : tr("on");
    else if (sysctl.kind == Sysctl::Kind::Defence)
        meaning = value == u'0' ? tr("never") : value == u'3' ? tr("always") : tr("while memory is short");
    else if (sysctl.name == "sync_version"_L1)
        meaning = value == u'0' ? tr("for very old backups") : tr("present format");
    return meaning.isEmpty() ? value : tr("%1 (%2)", "value, meaning").arg(value, meaning);
}

QString Words::absence(const Sysctl &sysctl)
{
    if (sysctl.name == "lblc_expiration"_L1)
        return tr("It is there only while the module ip_vs_lblc is loaded, as it is from the first service with the "
                  "scheduler lblc on.");
    if (sysctl.name == "lblcr_expiration"_L1)
        return tr("It is there only while the module ip_vs_lblcr is loaded, as it is from the first service with the "
                  "scheduler lblcr on.");
    return tr("The kernel of this director does not have it.");
}

} // namespace

QString sysctlEffect(QStringView name)
{
    const auto row = std::ranges::find_if(effects, [name](const Effect &effect) { return name == effect.name; });
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
