// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulecommand.h"

#include "core/rules/optionscanner.h"
#include "core/rules/optionvalues.h"
#include "core/types/netmask.h"
#include "core/types/numbers.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr quint32 defaultPersistence = 360; // seconds; IP_VS_TEMPLATE_TIMEOUT of linux/ip_vs.h
using Code = RuleNote::Code;

std::unexpected<Error> refuse(ErrorCode code, const QStringList &values, TextSpan span)
{
    return std::unexpected(Error{.code = code, .values = values, .span = span});
}

class CommandReader
{
public:
    explicit CommandReader(std::span<const Word> words)
        : m_words(words)
        , m_scanner(words)
    {
    }

    Result<RuleCommand> read()
    {
        Result<void> ok = readVerb();
        while (ok) {
            const auto option = m_scanner.next();
            if (!option)
                ok = std::unexpected(option.error());
            else if (!*option)
                break;
            else
                ok = readOption(**option);
        }
        if (ok)
            ok = readOtherWords();
        if (ok)
            ok = checkOptions();
        if (ok)
            ok = finishService();
        if (ok)
            ok = finishServer();
        if (!ok)
            return std::unexpected(ok.error());
        if (m_command.verb == RuleVerb::StartDaemon && !m_command.has(RuleOption::SyncInterface)) {
            m_command.daemon.interface = *InterfaceName::fromText(u"eth0");
            note(Code::DefaultInterface, m_command.span);
        }
        return std::move(m_command);
    }

private:
    Result<void> readVerb();
    Result<void> readRole(const Word &word);
    Result<void> readOption(const GivenOption &given);
    Result<void> readService(Protocol protocol, const Word &value);
    Result<void> readMark(const Word &value);
    Result<void> readIpv6(const GivenOption &given);
    Result<void> readPersistence(const GivenOption &given);
    Result<void> readNetmask(const Word &value);
    Result<void> readServer(const Word &value);
    Result<void> readTunnelType(const Word &value);
    Result<void> readGroup(const Word &value);
    Result<void> readOtherWords();
    Result<void> checkOptions();
    Result<void> finishService();
    Result<void> finishServer();
    Result<void> checkTunnel() const;

    /// Takes a value over or makes its error point into the line.
    template<class T> Result<void> take(Result<T> reading, auto &target, const Word &word) const
    {
        if (!reading) {
            Error &error = reading.error();
            error.span = word.part(error.span.start, error.span.length);
            return std::unexpected(error);
        }
        target = std::remove_cvref_t<decltype(target)>(*reading);
        return {};
    }
    Result<void> number(const GivenOption &given, auto &target, quint32 smallest, quint32 largest) const
    {
        return take(ruleNumberFromText(given.value->text, smallest, largest), target, *given.value);
    }
    void forwardBy(Forwarding forwarding) { m_command.server.forwarding = forwarding; }
    void note(Code code, TextSpan span, const QStringList &values = {})
    {
        m_command.notes.push_back({.code = code, .values = values, .span = span});
    }

    std::span<const Word> m_words;
    OptionScanner m_scanner;
    RuleCommand m_command;
    std::vector<const RuleSpec *> m_seen;
    std::optional<Word> m_flags; ///< read last: the scheduler decides which fit
    bool m_serverHasPort = false;
};

Result<void> CommandReader::readVerb()
{
    const auto first = m_scanner.next();
    if (!first)
        return std::unexpected(first.error());
    const RuleVerb *verb = *first ? std::get_if<RuleVerb>(&(*first)->spec->meaning) : nullptr;
    if (!verb || !m_scanner.others().empty()) {
        const Word word = m_words.empty() ? Word() : m_words.front();
        return refuse(ErrorCode::NotACommand, {word.text}, word.span);
    }
    m_command.verb = *verb;
    m_command.span = (*first)->span;
    if (*verb == RuleVerb::StartDaemon || *verb == RuleVerb::StopDaemon)
        return readRole(*(*first)->value);
    return {};
}

Result<void> CommandReader::readRole(const Word &word)
{
    qsizetype role = 0;
    const auto ok = take(keywordFromText(word.text, {u"master"_s, u"backup"_s}), role, word);
    m_command.daemon.role = role == 0 ? SyncRole::Master : SyncRole::Backup;
    return ok;
}

Result<void> CommandReader::readOption(const GivenOption &given)
{
    const QString name = given.spec->name();
    const auto *meaning = std::get_if<RuleOption>(&given.spec->meaning);
    if (!meaning)
        return refuse(ErrorCode::OptionConflict, {specOf(m_command.verb).name(), name}, given.span);
    const RuleOption option = *meaning;
    for (const RuleSpec *other : m_seen) {
        if (other == given.spec || excludeEachOther(option, std::get<RuleOption>(other->meaning)))
            return refuse(ErrorCode::OptionConflict, {other->name(), name}, given.span);
    }
    m_seen.push_back(given.spec);
    if (!given.spec->fits(m_command.verb))
        return refuse(ErrorCode::OptionNotAllowed, {name, specOf(m_command.verb).name()}, given.span);
    const Word value = given.value.value_or(Word());
    TextSpan span = given.span;
    if (given.value)
        span.length = value.span.start + value.span.length - span.start;
    m_command.given.emplace(option, span);

    VirtualService &service = m_command.service;
    RealServer &server = m_command.server;
    SyncDaemon &daemon = m_command.daemon;
    switch (option) {
    case RuleOption::TcpService:
        return readService(Protocol::Tcp, value);
    case RuleOption::UdpService:
        return readService(Protocol::Udp, value);
    case RuleOption::SctpService:
        return readService(Protocol::Sctp, value);
    case RuleOption::MarkService:
        return readMark(value);
    case RuleOption::Ipv6:
        return readIpv6(given);
    case RuleOption::Scheduler:
        return take(SchedulerName::fromText(value.text), service.scheduler, value);
    case RuleOption::Persistent:
        return readPersistence(given);
    case RuleOption::Netmask:
        return readNetmask(value);
    case RuleOption::Engine:
        return take(PersistenceEngine::fromText(value.text), service.engine, value);
    case RuleOption::OnePacket:
        service.flags |= ServiceFlag::OnePacket;
        return {};
    case RuleOption::SchedulerFlags:
        m_flags = value;
        return {};
    case RuleOption::Server:
        return readServer(value);
    case RuleOption::Gatewaying:
        forwardBy(Forwarding::Gatewaying);
        return {};
    case RuleOption::Tunnelling:
        forwardBy(Forwarding::Tunnelling);
        return {};
    case RuleOption::Masquerading:
        forwardBy(Forwarding::Masquerading);
        return {};
    case RuleOption::TunnelType:
        return readTunnelType(value);
    case RuleOption::TunnelPort:
        return number(given, server.tunnel.port, 1, limits::largestPort);
    case RuleOption::TunnelNoChecksum:
        server.tunnel.checksum = TunnelChecksum::None;
        return {};
    case RuleOption::TunnelChecksum:
        server.tunnel.checksum = TunnelChecksum::Checksum;
        return {};
    case RuleOption::TunnelRemoteChecksum:
        server.tunnel.checksum = TunnelChecksum::RemoteChecksum;
        return {};
    case RuleOption::Weight:
        return number(given, server.weight, 0, limits::largestWeight);
    case RuleOption::UpperThreshold:
        return number(given, server.upperThreshold, 0, limits::largestThreshold);
    case RuleOption::LowerThreshold:
        return number(given, server.lowerThreshold, 0, limits::largestThreshold);
    case RuleOption::SyncInterface:
        return take(InterfaceName::fromText(value.text), daemon.interface, value);
    case RuleOption::SyncId:
        return number(given, daemon.syncId, 0, limits::largestSyncId);
    case RuleOption::SyncGroup:
        return readGroup(value);
    case RuleOption::SyncPort:
        return number(given, daemon.port, 1, limits::largestPort);
    case RuleOption::SyncTtl:
        return number(given, daemon.ttl, 1, 255);
    case RuleOption::SyncLength:
        return number(given, daemon.maxLength, 1, limits::largestSyncLength);
    case RuleOption::Numeric:
    case RuleOption::ShowConnections:
    case RuleOption::ShowTimeouts:
    case RuleOption::ShowDaemons:
    case RuleOption::ShowDetail:
    case RuleOption::ShowOrder:
        return {};
    }
    return {};
}

Result<void> CommandReader::readService(Protocol protocol, const Word &value)
{
    RuleAddress address;
    if (auto ok = take(ruleAddressFromText(value.text), address, value); !ok)
        return ok;
    if (address.isUnusual)
        note(Code::UnusualAddress, value.span, {address.address.toString()});
    m_command.hasService = true;
    m_command.service.key = ServiceKey::forAddress(protocol, address.address, address.port.value_or(0));
    if (!address.address.isIPv4()) {
        if (m_command.has(RuleOption::Netmask))
            note(Code::NetmaskForgotten, m_command.spanOf(RuleOption::Netmask));
        m_command.service.netmask = widestNetmask(Family::IPv6);
    }
    return {};
}

Result<void> CommandReader::readMark(const Word &value)
{
    quint32 mark = 0;
    const auto ok = take(ruleNumberFromText(value.text, 1, limits::largestMark), mark, value);
    m_command.hasService = true;
    m_command.service.key = ServiceKey::forMark(mark, Family::IPv4);
    return ok;
}

Result<void> CommandReader::readIpv6(const GivenOption &given)
{
    ServiceKey &key = m_command.service.key;
    if (!key.isMark())
        return refuse(ErrorCode::OptionNeeds, {given.spec->name(), u"-f"_s}, given.span);
    key.family = Family::IPv6;
    if (m_command.has(RuleOption::Netmask))
        note(Code::NetmaskForgotten, m_command.spanOf(RuleOption::Netmask));
    m_command.service.netmask = widestNetmask(Family::IPv6);
    return {};
}

Result<void> CommandReader::readPersistence(const GivenOption &given)
{
    m_command.service.flags |= ServiceFlag::Persistent;
    quint32 &timeout = m_command.service.persistenceTimeout;
    if (given.value)
        return number(given, timeout, limits::smallestPersistence, limits::largestPersistence);
    timeout = defaultPersistence;
    note(Code::DefaultPersistence, given.span);
    return {};
}

Result<void> CommandReader::readNetmask(const Word &value)
{
    VirtualService &service = m_command.service;
    const auto ok = take(ruleNetmaskFromText(value.text, service.key.family), service.netmask, value);
    if (ok && !isNetmask(service.netmask, service.key.family))
        note(Code::OddNetmask, value.span, {netmaskToString(service.netmask, service.key.family)});
    return ok;
}

Result<void> CommandReader::readServer(const Word &value)
{
    RuleAddress address;
    if (auto ok = take(ruleAddressFromText(value.text), address, value); !ok)
        return ok;
    if (address.isUnusual)
        note(Code::UnusualAddress, value.span, {address.address.toString()});
    m_serverHasPort = address.port.has_value();
    // As far as the service is known: what stands behind -r comes too late.
    m_command.server.key = {address.address, address.port.value_or(m_command.service.key.port)};
    return {};
}

Result<void> CommandReader::readTunnelType(const Word &value)
{
    qsizetype type = 0;
    const auto ok = take(keywordFromText(value.text, {u"ipip"_s, u"gue"_s, u"gre"_s}), type, value);
    m_command.server.tunnel.type = TunnelType(type);
    return ok;
}

Result<void> CommandReader::readGroup(const Word &value)
{
    const auto group = IpAddress::fromText(value.text);
    if (!group || !group->isMulticast())
        return refuse(ErrorCode::BadAddress, {value.text}, value.span);
    m_command.daemon.group = *group;
    return {};
}

/// Only --set has words beside its options: the timeouts.
Result<void> CommandReader::readOtherWords()
{
    std::vector<Word> words = m_scanner.others();
    if (m_command.verb == RuleVerb::SetTimeouts) {
        constexpr std::array fields{&Timeouts::tcp, &Timeouts::tcpFin, &Timeouts::udp};
        if (words.size() < fields.size())
            return refuse(ErrorCode::ValueMissing, {specOf(m_command.verb).name()}, m_command.span);
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const auto seconds = ruleNumberFromText(words[i].text, 0, limits::largestTimeout);
            if (auto ok = take(seconds, m_command.timeouts.*fields[i], words[i]); !ok)
                return ok;
        }
        words.erase(words.begin(), words.begin() + fields.size());
    }
    if (!words.empty())
        return refuse(ErrorCode::UnexpectedWord, {words.front().text}, words.front().span);
    return {};
}

Result<void> CommandReader::checkOptions()
{
    const QString verb = specOf(m_command.verb).name();
    if (needsService(m_command.verb) && !m_command.hasService)
        return refuse(ErrorCode::OptionMissing, {u"-t, -u, --sctp-service, -f"_s, verb}, m_command.span);
    if (needsServer(m_command.verb) && !m_command.has(RuleOption::Server))
        return refuse(ErrorCode::OptionMissing, {u"-r"_s, verb}, m_command.span);
    if (m_command.verb == RuleVerb::List) { // one thing at a time
        QStringList shown;
        for (const auto &[option, span] : m_command.given) {
            const bool isService = option <= RuleOption::MarkService;
            if (isService || option == RuleOption::ShowConnections || option == RuleOption::ShowTimeouts ||
                option == RuleOption::ShowDaemons)
                shown << specOf(option).name();
        }
        if (shown.size() > 1)
            return refuse(ErrorCode::OptionConflict, shown.first(2), m_command.span);
    }
    return {};
}

Result<void> CommandReader::finishService()
{
    VirtualService &service = m_command.service;
    if (m_flags) {
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
    if (!needsServer(m_command.verb))
        return {};
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

} // namespace

Result<RuleCommand> readRuleCommand(std::span<const Word> words)
{
    return CommandReader(words).read();
}

TextSpan RuleCommand::spanOfService() const
{
    for (const auto option :
         {RuleOption::TcpService, RuleOption::UdpService, RuleOption::SctpService, RuleOption::MarkService}) {
        if (has(option))
            return spanOf(option);
    }
    return span;
}

} // namespace lvs
