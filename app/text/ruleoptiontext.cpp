// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/ruleoptiontext.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RuleOption)
public:
    static QString verb(RuleVerb verb);
    static QString option(RuleOption option);
    static QString serverUse(int services) { return tr("in %Ln service(s)", nullptr, services); }
    static QString fix(const RuleFix &fix, QStringView present);
};

QString Words::verb(RuleVerb verb)
{
    switch (verb) {
    case RuleVerb::AddService:
        return tr("add a virtual service");
    case RuleVerb::EditService:
        return tr("replace the values of a virtual service");
    case RuleVerb::DeleteService:
        return tr("remove a virtual service with its real servers");
    case RuleVerb::AddServer:
        return tr("add a real server");
    case RuleVerb::EditServer:
        return tr("replace the values of a real server");
    case RuleVerb::DeleteServer:
        return tr("remove a real server");
    case RuleVerb::Clear:
        return tr("remove everything");
    case RuleVerb::Zero:
        return tr("zero counters");
    case RuleVerb::SetTimeouts:
        return tr("timeouts of TCP, TCP FIN and UDP in seconds");
    case RuleVerb::StartDaemon:
        return tr("start a sync daemon: master or backup");
    case RuleVerb::StopDaemon:
        return tr("stop a sync daemon: master or backup");
    default:
        return {};
    }
}

QString Words::option(RuleOption option)
{
    switch (option) {
    case RuleOption::TcpService:
        return tr("TCP service: address and port");
    case RuleOption::UdpService:
        return tr("UDP service: address and port");
    case RuleOption::SctpService:
        return tr("SCTP service: address and port");
    case RuleOption::MarkService:
        return tr("service by firewall mark");
    case RuleOption::Ipv6:
        return tr("the firewall mark is for IPv6");
    case RuleOption::Scheduler:
        return tr("scheduler");
    case RuleOption::Persistent:
        return tr("persistence, with its timeout in seconds");
    case RuleOption::Netmask:
        return tr("clients that persistence takes for one");
    case RuleOption::Engine:
        return tr("persistence engine");
    case RuleOption::OnePacket:
        return tr("one-packet scheduling");
    case RuleOption::SchedulerFlags:
        return tr("flags of the scheduler");
    case RuleOption::Server:
        return tr("real server: address and port");
    case RuleOption::Gatewaying:
        return tr("direct routing (DR)");
    case RuleOption::Tunnelling:
        return tr("tunnelling (TUN)");
    case RuleOption::Masquerading:
        return tr("masquerading (NAT)");
    case RuleOption::TunnelType:
        return tr("kind of tunnel");
    case RuleOption::TunnelPort:
        return tr("UDP port of a GUE tunnel");
    case RuleOption::TunnelNoChecksum:
        return tr("tunnel without checksum");
    case RuleOption::TunnelChecksum:
        return tr("tunnel with checksum");
    case RuleOption::TunnelRemoteChecksum:
        return tr("tunnel with remote checksum offload");
    case RuleOption::Weight:
        return tr("weight; 0 drains");
    case RuleOption::UpperThreshold:
        return tr("upper threshold of connections");
    case RuleOption::LowerThreshold:
        return tr("lower threshold of connections");
    case RuleOption::SyncInterface:
        return tr("interface of the sync daemon");
    case RuleOption::SyncId:
        return tr("ID of the sync daemon");
    case RuleOption::SyncGroup:
        return tr("multicast group");
    case RuleOption::SyncPort:
        return tr("multicast port");
    case RuleOption::SyncTtl:
        return tr("TTL of the multicast packets");
    case RuleOption::SyncLength:
        return tr("longest sync message in bytes");
    default:
        return {};
    }
}

QString Words::fix(const RuleFix &fix, QStringView present)
{
    const QString wanted = fix.replacement.trimmed();
    if (!wanted.isEmpty())
        return tr("Write “%1”").arg(wanted);
    if (fix.replacement == u"\n")
        return tr("End the line");
    if (present.startsWith(u'\\'))
        return tr("Join the lines");
    return tr("Remove “%1”").arg(present.trimmed());
}

} // namespace

QString ruleVerbText(RuleVerb verb)
{
    return Words::verb(verb);
}

QString ruleOptionText(RuleOption option)
{
    return Words::option(option);
}

QString serverUseText(int services)
{
    return Words::serverUse(services);
}

QString ruleFixText(const RuleFix &fix, QStringView present)
{
    return Words::fix(fix, present);
}

} // namespace lvs
