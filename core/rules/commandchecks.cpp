// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/commandreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {

using Code = RuleNote::Code;

namespace {

constexpr quint8 crashed = 139; // of a segmentation fault, as a shell tells it

RuleOption optionOf(const GivenOption &given)
{
    return std::get<RuleOption>(given.spec->meaning);
}

bool isService(RuleOption option)
{
    return option <= RuleOption::MarkService;
}

bool isListSubject(RuleOption option)
{
    return isService(option) || option == RuleOption::ShowConnections || option == RuleOption::ShowTimeouts ||
           option == RuleOption::ShowDaemons;
}

} // namespace

Result<void> CommandReader::check()
{
    Result<void> ok = checkOptions();
    if (ok && m_command.verb == RuleVerb::List)
        ok = checkList();
    if (ok)
        ok = finishService();
    if (ok && needsServer(m_command.verb))
        ok = finishServer();
    if (ok && m_command.verb == RuleVerb::StartDaemon)
        finishDaemon();
    const ServiceKey &key = m_command.service.key;
    const bool isNothing = !key.isMark() && key.address.isUnspecified() && key.port == 0;
    if (m_isCompatible && m_command.verb == RuleVerb::Zero && isNothing)
        m_command.hasService = false; // to ipvsadm 0.0.0.0:0 is as good as no service
    return ok;
}

Result<void> CommandReader::checkOptions() const
{
    const auto missing = [this](const QString &options) {
        return refuse(ErrorCode::OptionMissing, {options, specOf(m_command.verb).name()}, m_command.span);
    };
    if (needsService(m_command.verb) && !m_command.hasService)
        return missing(u"-t, -u, --sctp-service, -f"_s);
    if (needsServer(m_command.verb) && !m_command.has(RuleOption::Server))
        return missing(u"-r"_s);
    for (const GivenOption &given : m_seen) {
        if (!given.spec->fits(m_command.verb))
            return refuse(ErrorCode::OptionNotAllowed, {given.spec->name(), specOf(m_command.verb).name()}, given.span);
    }
    return {};
}

/// A list shows one thing at a time, and only services have details; connections have their persistence.
Result<void> CommandReader::checkList() const
{
    const GivenOption *subject = nullptr;
    const auto exclude = [](const GivenOption &one, const GivenOption &other) {
        return refuse(ErrorCode::OptionConflict, {one.spec->name(), other.spec->name()}, other.span);
    };
    for (const GivenOption &given : m_seen) {
        if (!isListSubject(optionOf(given)))
            continue;
        if (subject)
            return exclude(*subject, given);
        subject = &given;
    }
    if (!subject || isService(optionOf(*subject)))
        return {};
    for (const GivenOption &given : m_seen) {
        const bool isPersistence =
            optionOf(given) == RuleOption::ShowPersistent && optionOf(*subject) != RuleOption::ShowConnections;
        if (optionOf(given) == RuleOption::ShowDetail || isPersistence)
            return exclude(*subject, given);
    }
    return {};
}

Result<void> CommandReader::finishService()
{
    VirtualService &service = m_command.service;
    if (m_flags) {
        if (!m_flags->text.isEmpty() && std::ranges::all_of(m_flags->text, [](QChar c) { return c == u','; })) {
            m_exitStatus = crashed;
            return refuse(ErrorCode::UnknownKeyword, {m_flags->text.toString()}, m_flags->span);
        }
        ServiceFlags flags;
        if (auto ok = take(schedulerFlagsFromText(m_flags->text, service.scheduler), flags, *m_flags); !ok)
            return ok;
        service.flags |= flags;
    }
    if (m_command.verb != RuleVerb::AddService && m_command.verb != RuleVerb::EditService)
        return {};
    const ServiceKey &key = service.key;
    if (!key.isMark() && key.port == 0 && !service.isPersistent())
        return refuse(ErrorCode::PortZeroNeedsPersistence, {}, m_command.spanOfService());
    const bool mayBeUdp = key.isMark() || key.protocol == quint8(Protocol::Udp);
    if (m_command.has(RuleOption::OnePacket) && !mayBeUdp)
        return refuse(ErrorCode::OnePacketNeedsUdp, {}, m_command.spanOf(RuleOption::OnePacket));
    if (m_command.has(RuleOption::Netmask) && !service.isPersistent())
        note(Code::NetmaskUnused, m_command.spanOf(RuleOption::Netmask));
    return {};
}

Result<void> CommandReader::finishServer()
{
    RealServer &server = m_command.server;
    const ServiceKey &service = m_command.service.key;
    const TextSpan span = m_command.spanOf(RuleOption::Server);
    const bool keepsPort = server.forwarding != Forwarding::Masquerading && m_command.verb != RuleVerb::DeleteServer;
    if (keepsPort && !service.isMark()) {
        if (m_serverHasPort && server.key.port != service.port)
            note(Code::PortOverwritten, span, {QString::number(service.port)});
        server.key.port = service.port;
    } else if (!m_serverHasPort && server.key.port != service.port) {
        note(Code::ServerBeforeService, span);
    }
    if (m_command.verb == RuleVerb::DeleteServer)
        return {};
    if (server.key.address.family() != service.family && server.forwarding != Forwarding::Tunnelling)
        return refuse(ErrorCode::FamilyMismatch, {}, span);
    return checkTunnel();
}

Result<void> CommandReader::checkTunnel() const
{
    const Tunnel &tunnel = m_command.server.tunnel;
    const bool isTunnel = m_command.server.forwarding == Forwarding::Tunnelling;
    for (const auto option : {RuleOption::TunnelType, RuleOption::TunnelPort, RuleOption::TunnelNoChecksum,
                              RuleOption::TunnelChecksum, RuleOption::TunnelRemoteChecksum}) {
        if (!m_command.has(option))
            continue;
        const auto needs = [&](const QString &needed) {
            return refuse(ErrorCode::OptionNeeds, {specOf(option).name(), needed}, m_command.spanOf(option));
        };
        if (!isTunnel)
            return needs(u"-i"_s);
        const bool onlyGue = option == RuleOption::TunnelPort || option == RuleOption::TunnelRemoteChecksum;
        if (onlyGue && tunnel.type != TunnelType::Gue)
            return needs(u"--tun-type gue"_s);
        if (option != RuleOption::TunnelType && tunnel.type == TunnelType::IpIp)
            return needs(u"--tun-type gre"_s);
    }
    if (tunnel.type == TunnelType::Gue && !m_command.has(RuleOption::TunnelPort))
        return refuse(ErrorCode::TunnelPortMissing, {}, m_command.spanOf(RuleOption::TunnelType));
    return {};
}

void CommandReader::finishDaemon()
{
    if (!m_command.daemon.interface.toString().isEmpty())
        return;
    m_command.daemon.interface = *InterfaceName::fromText(u"eth0");
    note(Code::DefaultInterface, m_command.span);
}

} // namespace lvs
