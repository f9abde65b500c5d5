// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/exporttext.h"

#include "core/types/netmask.h"
#include "core/types/numbers.h"

#include <algorithm>
#include <ranges>

namespace lvs::keepalived {

using namespace Qt::StringLiterals;

namespace {

using Code = ExportProblem::Code;

constexpr auto step = "    "_L1;

bool keepsPort(const RealServer &server)
{
    return server.forwarding != Forwarding::Masquerading;
}

/// Two methods that are written alike.
bool sameMethod(const RealServer &a, const RealServer &b)
{
    return a.forwarding == b.forwarding && a.tunnel == b.tunnel;
}

QString nameText(const ServiceKey &key)
{
    if (key.isMark())
        return u"fwmark %1"_s.arg(key.firewallMark);
    return key.port == 0 ? key.address.toString() : u"%1 %2"_s.arg(key.address.toString()).arg(key.port);
}

QString protocolText(const ServiceKey &key)
{
    switch (Protocol(key.protocol)) {
    case Protocol::Tcp:
        return u"TCP"_s;
    case Protocol::Udp:
        return u"UDP"_s;
    case Protocol::Sctp:
        return u"SCTP"_s;
    }
    return {};
}

/// The lines of a service before its servers. The flags of sh and mh must follow the scheduler.
QStringList serviceLines(const VirtualService &service, const RealServer &usual)
{
    QStringList lines{u"delay_loop 10"_s, u"lvs_sched "_s + service.scheduler.toString()};
    lines += flagNames(service.flags & ~ServiceFlags{ServiceFlag::Persistent}, service.scheduler);
    lines += u"lvs_method "_s + methodText(usual);
    if (service.key.isMark())
        lines += service.key.family == Family::IPv4 ? u"ip_family inet"_s : u"ip_family inet6"_s;
    else
        lines += u"protocol "_s + protocolText(service.key);
    if (!service.isPersistent())
        return lines;
    lines += u"persistence_timeout %1"_s.arg(service.persistenceTimeout);
    if (service.netmask != widestNetmask(service.key.family))
        lines += u"persistence_granularity "_s + netmaskToString(service.netmask, service.key.family);
    if (!service.engine.isNone())
        lines += u"persistence_engine "_s + service.engine.toString();
    return lines;
}

} // namespace

QString indented(const QString &lines, const QString &indentation)
{
    QString text;
    for (const QStringView line : QStringView(lines).split(u'\n', Qt::SkipEmptyParts))
        text += indentation + line.toString() + u'\n';
    return text;
}

QString methodText(const RealServer &server)
{
    QString text = server.forwarding == Forwarding::Masquerading ? u"NAT"_s
                   : server.forwarding == Forwarding::Gatewaying ? u"DR"_s
                                                                 : u"TUN"_s;
    const Tunnel &tunnel = server.tunnel;
    if (tunnel.type == TunnelType::IpIp)
        return text;
    text += tunnel.type == TunnelType::Gue ? u" type gue port %1"_s.arg(tunnel.port) : u" type gre"_s;
    if (tunnel.checksum == TunnelChecksum::Checksum)
        text += u" csum"_s;
    else if (tunnel.checksum == TunnelChecksum::RemoteChecksum)
        text += u" remcsum"_s;
    return text;
}

QString checkText(const ServiceKey &service, const RealServer &server, const ExportOptions &options)
{
    const bool hasPort = server.key.port != 0 && !service.isMark();
    const bool isTcp = service.protocol == quint8(Protocol::Tcp) && hasPort;
    const bool isUdp = service.protocol == quint8(Protocol::Udp) && hasPort;
    const QString timeout = step + u"connect_timeout 3\n"_s;
    if (isTcp && options.webChecks && (service.port == 80 || service.port == 443)) {
        return (service.port == 80 ? u"HTTP_GET"_s : u"SSL_GET"_s) + u" {\n"_s +
               indented(u"url {\n    path /\n    status_code 200-399\n}\n"_s, step) + timeout + u"}\n"_s;
    }
    if (isTcp)
        return u"TCP_CHECK {\n"_s + timeout + u"}\n"_s;
    if (isUdp && service.port == 53)
        return u"DNS_CHECK {\n"_s + timeout + u"}\n"_s;
    if (isUdp)
        return u"UDP_CHECK {\n"_s + timeout + u"}\n"_s;
    return u"PING_CHECK {\n"_s + timeout + u"}\n"_s;
}

QString serverText(const RealServer &server, bool withPort, const RealServer *usual, const QString &checks)
{
    QString text = u"real_server "_s + server.key.address.toString();
    if (withPort && server.key.port != 0)
        text += u" %1"_s.arg(server.key.port);
    text += u" {\n"_s + step + u"weight %1\n"_s.arg(server.weight);
    if (!usual || !sameMethod(server, *usual))
        text += step + u"lvs_method "_s + methodText(server) + u'\n';
    if (server.upperThreshold != 0)
        text += step + u"uthreshold %1\n"_s.arg(server.upperThreshold);
    if (server.lowerThreshold != 0)
        text += step + u"lthreshold %1\n"_s.arg(server.lowerThreshold);
    return text + indented(checks, step) + u"}\n"_s;
}

QString serviceText(const VirtualService &service, const std::vector<RealServer> &servers, const ExportOptions &options)
{
    Q_ASSERT(!servers.empty());
    const RealServer &usual = servers.back();
    QString text = u"virtual_server "_s + nameText(service.key) + u" {\n"_s;
    text += indented(serviceLines(service, usual).join(u'\n'), step);
    for (const RealServer &server : servers | std::views::reverse) { // keepalived makes the last the kernel's first
        const QString checks = checkText(service.key, server, options);
        text +=
            u'\n' + indented(serverText(server, !(service.key.isMark() && keepsPort(server)), &usual, checks), step);
    }
    return text + u"}\n"_s;
}

std::optional<ExportProblem> problemOf(const VirtualService &service)
{
    const auto problem = [&](Code code, QStringList values = {}) {
        return ExportProblem{.code = code, .object = {service.key, {}}, .values = std::move(values)};
    };
    if (!service.key.isMark() && protocolText(service.key).isEmpty())
        return problem(Code::Protocol);
    if (!service.scheduler.isFromKernel())
        return problem(Code::Scheduler, {service.scheduler.toString()});
    if (service.flags & ~knownServiceFlags)
        return problem(Code::Flags);
    const bool opsFits = service.key.isMark() || service.key.protocol == quint8(Protocol::Udp);
    if (service.flags.testFlag(ServiceFlag::OnePacket) && !opsFits)
        return problem(Code::Flags);
    const bool needsPersistence = !service.key.isMark() && service.key.port == 0;
    const bool timeoutFits = service.isPersistent() ? service.persistenceTimeout >= limits::smallestPersistence &&
                                                          service.persistenceTimeout <= limits::largestPersistence
                                                    : !needsPersistence;
    if (!timeoutFits)
        return problem(Code::Persistence);
    return std::nullopt;
}

std::optional<ExportProblem> problemOf(const VirtualService &service, const RealServer &server)
{
    const ServiceKey &key = service.key;
    const auto problem = [&](Code code) { return ExportProblem{.code = code, .object = {key, server.key}}; };
    if (server.forwarding == Forwarding::Local || server.forwarding > Forwarding::Gatewaying)
        return problem(Code::Forwarding);
    if (server.forwarding != Forwarding::Tunnelling && server.key.address.family() != key.family)
        return problem(Code::Family);
    const quint16 kept = key.isMark() ? quint16(0) : key.port;
    const bool portFits =
        keepsPort(server) ? server.key.port == kept : server.key.port != 0 || key.isMark() || key.port == 0;
    if (!portFits)
        return problem(Code::ServerPort);
    return std::nullopt;
}

ExportedConfig exportTable(const IpvsTable &table, const ExportOptions &options)
{
    ExportedConfig exported;
    for (const auto &[key, entry] : table.entries()) {
        if (const auto problem = problemOf(entry.service)) {
            exported.problems.push_back(*problem);
            continue;
        }
        std::vector<RealServer> servers;
        for (const RealServer &server : entry.servers) {
            if (const auto problem = problemOf(entry.service, server))
                exported.problems.push_back(*problem);
            else
                servers.push_back(server);
        }
        if (servers.empty()) {
            exported.problems.push_back({.code = Code::NoServers, .object = {key, {}}});
        } else if (std::ranges::all_of(servers, &RealServer::isDrained)) {
            exported.problems.push_back({.code = Code::AllDrained, .object = {key, {}}});
        } else {
            if (!exported.text.isEmpty())
                exported.text += u'\n';
            exported.text += serviceText(entry.service, servers, options);
        }
    }
    return exported;
}

} // namespace lvs::keepalived
