// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/commandreader.h"

#include "core/types/netmask.h"
#include "core/types/numbers.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr qsizetype longestName = 15;   // IP_VS_SCHEDNAME_MAXLEN and IP_VS_IFNAME_MAXLEN without the final 0
constexpr qsizetype longestEngine = 16; // IP_VS_PENAME_MAXLEN
using Code = RuleNote::Code;

constexpr quint8 failed = 255; // exit status of ipvsadm

RuleRefusal ending(const Error &error, quint8 status)
{
    return {.error = error, .endsReading = true, .exitStatus = status};
}

} // namespace

std::optional<RuleRefusal> CommandReader::read()
{
    if (auto refusal = readVerb())
        return refusal;
    const bool onlyShows = m_command.verb == RuleVerb::Help || m_command.verb == RuleVerb::Version;
    if (onlyShows && m_isCompatible)
        return std::nullopt; // the rest of the line is never looked at
    if (auto refusal = readOptions())
        return refusal;
    Result<void> ok = readOtherWords();
    if (ok)
        ok = check();
    if (!ok)
        return ending(ok.error(), m_exitStatus);
    if (m_isCompatible && m_command.verb == RuleVerb::Restore)
        return ending({.code = ErrorCode::RulesElsewhere, .span = m_command.span}, failed);
    if (m_kernelRefuses)
        return RuleRefusal{.error = *m_kernelRefuses};
    return std::nullopt;
}

std::optional<RuleRefusal> CommandReader::readVerb()
{
    const auto first = m_scanner.next();
    const bool isFirstWord = m_isCompatible || m_scanner.others().empty();
    if (!first && isFirstWord)
        return ending(first.error(), failed);
    const RuleVerb *verb = first && *first ? std::get_if<RuleVerb>(&(*first)->spec->meaning) : nullptr;
    if (!verb || !isFirstWord) {
        const Word word = m_words.empty() ? Word() : m_words.front();
        return ending({.code = ErrorCode::NotACommand, .values = {word.text.toString()}, .span = word.span}, failed);
    }
    m_command.verb = *verb;
    m_command.span = (*first)->span;
    m_command.end = m_words.back().span.start + m_words.back().span.length;
    if (*verb == RuleVerb::StartDaemon || *verb == RuleVerb::StopDaemon) {
        if (auto ok = readRole(*(*first)->value); !ok)
            return ending(ok.error(), m_exitStatus);
    }
    return std::nullopt;
}

std::optional<RuleRefusal> CommandReader::readOptions()
{
    while (true) {
        const auto option = m_scanner.next();
        if (!option) // popt(3) refuses it: the only kind of error after which ipvsadm -R reads on
            return RuleRefusal{.error = option.error()};
        if (!*option)
            return std::nullopt;
        if (auto ok = readOption(**option); !ok)
            return ending(ok.error(), m_exitStatus);
    }
}

Result<void> CommandReader::readRole(const Word &word)
{
    qsizetype role = 0;
    const auto ok = take(keywordFromText(word.text, {u"master"_s, u"backup"_s}), role, word);
    m_command.daemon.role = role == 0 ? SyncRole::Master : SyncRole::Backup;
    return ok;
}

template<class Name> Result<void> CommandReader::takeName(Name &target, const Word &word, qsizetype longest)
{
    if (!m_isCompatible)
        return take(Name::fromText(word.text), target, word);
    const Word cut{word.text.first(std::min(longest, word.text.size())), word.span};
    if (cut.text.isEmpty())
        target = Name();
    else if (auto ok = take(Name::fromText(cut.text), target, cut); !ok)
        m_kernelRefuses = ok.error();
    return {};
}

Result<void> CommandReader::readOption(const GivenOption &given)
{
    const auto *meaning = std::get_if<RuleOption>(&given.spec->meaning);
    if (!meaning)
        return refuse(ErrorCode::OptionConflict, {specOf(m_command.verb).name(), given.spec->name()}, given.span);
    const RuleOption option = *meaning;
    bool isRepeated = false; // -6 and --sort may be, as often as they like
    for (const GivenOption &other : m_seen) {
        if (excludeEachOther(*other.spec, *given.spec))
            return refuse(ErrorCode::OptionConflict, {other.spec->name(), given.spec->name()}, given.span);
        isRepeated = isRepeated || other.spec == given.spec;
    }
    const Word value = given.value.value_or(Word());
    if (!isRepeated) {
        m_seen.push_back(given);
        TextSpan span = given.span;
        if (given.value)
            span.length = value.span.start + value.span.length - span.start;
        m_command.given.push_back({option, quint32(span.start), quint32(span.length)});
    }

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
        return takeName(service.scheduler, value, longestName);
    case RuleOption::Persistent:
        return readPersistence(given);
    case RuleOption::Netmask:
        return readNetmask(value);
    case RuleOption::Engine:
        return takeName(service.engine, value, longestEngine);
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
        return takeName(daemon.interface, value, longestName);
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
    case RuleOption::ShowPersistent:
    case RuleOption::ShowTunnels:
    case RuleOption::ShowOrder:
    case RuleOption::Sort:
        return {};
    }
    return {};
}

Result<void> CommandReader::readService(Protocol protocol, const Word &value)
{
    RuleAddress address;
    if (auto ok = take(ruleAddressFromText(value.text, m_isCompatible), address, value); !ok)
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
    const auto ok = take(ruleNetmaskFromText(value.text, service.key.family, m_isCompatible), service.netmask, value);
    if (ok && !isNetmask(service.netmask, service.key.family))
        note(Code::OddNetmask, value.span, {netmaskToString(service.netmask, service.key.family)});
    return ok;
}

Result<void> CommandReader::readServer(const Word &value)
{
    RuleAddress address;
    if (auto ok = take(ruleAddressFromText(value.text, m_isCompatible), address, value); !ok)
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
        return refuse(ErrorCode::BadAddress, {value.text.toString()}, value.span);
    m_command.daemon.group = *group;
    return {};
}

Result<void> CommandReader::readOtherWords()
{
    std::vector<Word> words = m_scanner.others();
    if (m_command.verb == RuleVerb::SetTimeouts) {
        if (words.size() < timeoutFields.size())
            return refuse(ErrorCode::ValueMissing, {specOf(m_command.verb).name()}, m_command.span);
        for (std::size_t i = 0; i < timeoutFields.size(); ++i) {
            const auto seconds = ruleNumberFromText(words[i].text, 0, limits::largestTimeout);
            if (auto ok = take(seconds, m_command.timeouts.*timeoutFields[i], words[i]); !ok)
                return ok;
        }
        words.erase(words.begin(), words.begin() + timeoutFields.size());
    }
    if (!words.empty())
        return refuse(ErrorCode::UnexpectedWord, {words.front().text.toString()}, words.front().span);
    return {};
}

} // namespace lvs
