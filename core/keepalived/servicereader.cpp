// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/servicereader.h"

#include "core/keepalived/keywords.h"
#include "core/keepalived/serverreader.h"
#include "core/types/netmask.h"
#include "core/types/numbers.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

namespace lvs::keepalived {

using Code = ConfigNote::Code;

namespace {

struct FlagWord {
    QStringView word;
    ServiceFlag flag;
    QStringView scheduler; ///< that must stand before it; empty: any
};
constexpr std::array flagWords{
    FlagWord{u"ops", ServiceFlag::OnePacket, u""},        FlagWord{u"flag-1", ServiceFlag::Scheduler1, u""},
    FlagWord{u"flag-2", ServiceFlag::Scheduler2, u""},    FlagWord{u"flag-3", ServiceFlag::Scheduler3, u""},
    FlagWord{u"sh-port", ServiceFlag::Scheduler2, u"sh"}, FlagWord{u"sh-fallback", ServiceFlag::Scheduler1, u"sh"},
    FlagWord{u"mh-port", ServiceFlag::Scheduler2, u"mh"}, FlagWord{u"mh-fallback", ServiceFlag::Scheduler1, u"mh"},
};

} // namespace

struct ServiceReader::Draft {
    PlacedStatement at{};
    ServiceBlock block{};
    std::optional<Family> family{};
    const ServiceGroup *group = nullptr;
    quint32 mark = 0;
    std::optional<IpAddress> address{};
    quint16 port = 0;
    std::optional<Protocol> protocol{};
    std::optional<SchedulerName> scheduler{};
    ServiceFlags flags{};
    Method method{};
    quint32 timeout = 0; ///< seconds; 0: not persistent
    std::optional<quint32> netmask{};
    std::optional<TextSpan> netmaskSpan{};
    PersistenceEngine engine{};
    bool inhibits = false;
    quint32 weight = 1;
    std::vector<ServerDraft> servers{};
    std::optional<ServerDraft> sorry{};

    bool hasAddresses() const { return group ? !group->ranges.empty() : mark == 0; }
};

ServiceReader::ServiceReader(ConfigWalk &walk, const std::map<QString, ServiceGroup> &groups, bool groupsUseNftables)
    : m_walk(walk)
    , m_groups(groups)
    , m_groupsUseNftables(groupsUseNftables)
{
}

std::optional<ServiceBlock> ServiceReader::read(const PlacedStatement &block, qsizetype mostKeys)
{
    Draft draft{.at = block};
    if (!block->hasBlock) {
        m_walk.note(Code::MissingBlock, block);
        return std::nullopt;
    }
    if (!readName(draft))
        return std::nullopt;
    for (const PlacedStatement &at : m_walk.inside(block))
        readStatement(draft, at);
    if (!settle(draft))
        return std::nullopt;
    makeKeys(draft, mostKeys);
    if (draft.block.keys.empty())
        return std::nullopt;
    draft.block.origin = {block.file, block->span};
    return std::move(draft.block);
}

bool ServiceReader::readName(Draft &draft)
{
    const auto name = m_walk.value(draft.at);
    if (!name)
        return false;
    if (*name == u"group") {
        draft.block.isGroup = true;
        const auto group = m_walk.value(draft.at, 2);
        const auto found = group ? m_groups.find(*group) : m_groups.end();
        if (found != m_groups.end())
            draft.group = &found->second;
        else if (group)
            m_walk.note(Code::UnknownGroup, draft.at, {group->left(80)});
        return draft.group;
    }
    if (*name == u"fwmark") {
        const auto mark = m_walk.number(draft.at, 2, 1, limits::largestMark);
        draft.mark = mark.value_or(0);
        return mark.has_value();
    }
    draft.address = m_walk.address(draft.at, 1);
    if (!draft.address)
        return false;
    draft.family = draft.address->family();
    if (draft.at->words.size() > 2) {
        const auto port = m_walk.number(draft.at, 2, 0, limits::largestPort);
        if (!port)
            return false;
        draft.port = quint16(*port);
    }
    return true;
}

void ServiceReader::readStatement(Draft &draft, const PlacedStatement &at)
{
    const QStringView keyword = at->keyword();
    if (readFlag(draft, at))
        return;
    if (keyword == u"real_server")
        return readServer(draft, at);
    if (keyword == u"lb_algo" || keyword == u"lvs_sched")
        return readScheduler(draft, at);
    if (keyword == u"lb_kind" || keyword == u"lvs_method")
        return readMethod(m_walk, at, draft.method);
    if (keyword.startsWith(u"sorry_server"))
        return readSorry(draft, at);
    if (keyword == u"persistence_granularity")
        return readGranularity(draft, at);
    if (keyword == u"protocol")
        return readProtocol(draft, at);
    if (keyword == u"ip_family")
        return readFamily(draft, at);
    if (keyword == u"persistence_timeout") {
        if (at->words.size() < 2)
            draft.timeout = defaultPersistence;
        else if (const auto seconds = m_walk.number(at, 1, 1, limits::largestPersistence))
            draft.timeout = *seconds;
    } else if (keyword == u"persistence_engine") {
        const auto name = m_walk.value(at);
        if (const auto engine = name ? PersistenceEngine::fromText(*name) : PersistenceEngine{})
            draft.engine = *engine;
        else
            m_walk.note(Code::BadValue, at, at->words[1].span, {name->left(80), keyword.toString()});
    } else if (keyword == u"inhibit_on_failure") {
        draft.inhibits = true;
    } else if (keyword == u"weight") {
        draft.weight = m_walk.number(at, 1, 1, limits::largestWeight).value_or(draft.weight);
    } else if (keyword == u"quorum") {
        draft.block.quorum = m_walk.number(at, 1, 1, std::numeric_limits<quint32>::max()).value_or(1);
    } else if (!isServiceKeyword(keyword)) {
        m_walk.note(Code::UnknownKeyword, at, {keyword.left(80).toString(), QStringLiteral("virtual_server")});
    }
}

bool ServiceReader::readFlag(Draft &draft, const PlacedStatement &at)
{
    const auto row = std::ranges::find(flagWords, at->keyword(), &FlagWord::word);
    if (row == flagWords.end())
        return false;
    const bool counts = row->scheduler.isEmpty() || (draft.scheduler && draft.scheduler->toString() == row->scheduler);
    if (counts)
        draft.flags |= row->flag;
    else
        m_walk.note(Code::FlagIgnored, at, {at->keyword().toString()});
    return true;
}

void ServiceReader::readScheduler(Draft &draft, const PlacedStatement &at)
{
    const auto text = m_walk.value(at);
    if (!text)
        return;
    const auto name = SchedulerName::fromText(*text);
    if (name && name->isFromKernel())
        draft.scheduler = *name;
    else
        m_walk.note(Code::BadValue, at, at->words[1].span, {text->left(80), at->words.front().text});
}

void ServiceReader::readGranularity(Draft &draft, const PlacedStatement &at)
{
    const auto text = m_walk.value(at);
    if (!text)
        return;
    const Family family = draft.family.value_or(text->contains(u'.') ? Family::IPv4 : Family::IPv6);
    if (family == Family::IPv6) {
        const auto length = m_walk.number(at, 1, 1, 128);
        if (!length)
            return;
        draft.netmask = *length;
    } else {
        const auto mask = m_walk.address(at, 1); // keepalived takes masks with holes, too
        if (!mask)
            return;
        if (!mask->isIPv4())
            return m_walk.note(Code::BadAddress, at, at->words[1].span, {text->left(80)});
        draft.netmask = mask->toIPv4();
    }
    draft.netmaskSpan = at->words[1].span;
    draft.family = family;
    if (draft.timeout == 0)
        draft.timeout = defaultPersistence;
}

void ServiceReader::readProtocol(Draft &draft, const PlacedStatement &at)
{
    const auto text = m_walk.value(at);
    if (!text)
        return;
    const QString name = text->toUpper();
    if (name == u"TCP")
        draft.protocol = Protocol::Tcp;
    else if (name == u"UDP")
        draft.protocol = Protocol::Udp;
    else if (name == u"SCTP")
        draft.protocol = Protocol::Sctp;
    else
        m_walk.note(Code::BadValue, at, at->words[1].span, {text->left(80), at->words.front().text});
}

void ServiceReader::readFamily(Draft &draft, const PlacedStatement &at)
{
    const auto text = m_walk.value(at);
    if (!text)
        return;
    if (*text != u"inet" && *text != u"inet6")
        return m_walk.note(Code::BadValue, at, at->words[1].span, {text->left(80), at->words.front().text});
    const Family family = *text == u"inet" ? Family::IPv4 : Family::IPv6;
    if (draft.family && *draft.family != family)
        m_walk.note(Code::FamilyMismatch, at);
    else
        draft.family = family;
}

void ServiceReader::readSorry(Draft &draft, const PlacedStatement &at)
{
    if (at->keyword() == u"sorry_server") {
        if (auto sorry = readServerName(m_walk, at, draft.method))
            draft.sorry = std::move(*sorry);
    } else if (!isServiceKeyword(at->keyword())) {
        m_walk.note(Code::UnknownKeyword, at, {at->keyword().left(80).toString(), QStringLiteral("virtual_server")});
    } else if (!draft.sorry) {
        m_walk.note(Code::MissingValue, at, {QStringLiteral("sorry_server")});
    } else if (at->keyword() == u"sorry_server_inhibit") {
        draft.sorry->inhibits = true;
    } else {
        readMethod(m_walk, at, draft.sorry->method);
    }
}

void ServiceReader::readServer(Draft &draft, const PlacedStatement &at)
{
    auto server = readServerBlock(m_walk, at, draft.method);
    if (!server)
        return;
    if (server->method.forwarding != Forwarding::Tunnelling) {
        const Family family = server->block.server.key.address.family();
        if (draft.family && *draft.family != family)
            return m_walk.note(Code::FamilyMismatch, at);
        if (!draft.group || !draft.family)
            draft.family = family;
    }
    draft.servers.push_back(std::move(*server));
}

/// What keepalived does with the block as a whole once it has read everything.
bool ServiceReader::settle(Draft &draft)
{
    if (draft.servers.empty()) {
        m_walk.note(Code::NoServers, draft.at);
        return false;
    }
    settleFamily(draft);
    settleService(draft);
    settleServers(draft);
    return true;
}

void ServiceReader::settleFamily(Draft &draft)
{
    const auto familyOf = [](const ServerDraft &server) { return server.block.server.key.address.family(); };
    if (draft.sorry && draft.sorry->method.forwarding != Forwarding::Tunnelling) {
        if (!draft.family) {
            draft.family = familyOf(*draft.sorry);
        } else if (*draft.family != familyOf(*draft.sorry)) {
            m_walk.note(Code::FamilyMismatch, draft.sorry->at);
            draft.sorry.reset();
        }
    }
    if (draft.family || draft.group)
        return;
    // A firewall mark with tunnels only: their family if they have one, else IPv4.
    const Family first = familyOf(draft.sorry ? *draft.sorry : draft.servers.front());
    const bool isOne =
        std::ranges::all_of(draft.servers, [&](const auto &server) { return familyOf(server) == first; });
    draft.family = isOne ? first : Family::IPv4;
}

void ServiceReader::settleService(Draft &draft)
{
    if (draft.hasAddresses()) {
        if (!draft.protocol) {
            m_walk.note(Code::DefaultProtocol, draft.at);
            draft.protocol = Protocol::Udp;
        }
        if (draft.flags.testFlag(ServiceFlag::OnePacket) && draft.protocol != Protocol::Udp) {
            m_walk.note(Code::OnePacketDropped, draft.at);
            draft.flags &= ~ServiceFlags{ServiceFlag::OnePacket};
        }
        const bool withoutPort =
            draft.group ? std::ranges::contains(draft.group->ranges, 0, &ServiceGroup::Range::port) : draft.port == 0;
        if (withoutPort && draft.timeout == 0) {
            m_walk.note(Code::PersistenceForced, draft.at);
            draft.timeout = defaultPersistence;
        }
    } else if (draft.protocol) {
        m_walk.note(Code::ProtocolIgnored, draft.at);
    }
    if (!draft.scheduler)
        m_walk.note(Code::DefaultScheduler, draft.at);
    if (draft.group && draft.netmask)
        m_walk.note(Code::GranularityIgnored, draft.at, *draft.netmaskSpan);

    VirtualService &service = draft.block.service;
    service.scheduler = draft.scheduler.value_or(SchedulerName());
    service.flags = draft.flags;
    if (draft.timeout > 0) {
        service.flags |= ServiceFlag::Persistent;
        service.persistenceTimeout = draft.timeout;
        service.engine = draft.engine;
    }
}

void ServiceReader::settleServers(Draft &draft)
{
    const auto needsDefault = [](const ServerDraft &server) { return !server.method.forwarding; };
    const bool anyNeeds =
        std::ranges::any_of(draft.servers, needsDefault) || (draft.sorry && needsDefault(*draft.sorry));
    if (anyNeeds && !draft.method.forwarding) {
        m_walk.note(Code::DefaultForwarding, draft.at);
        draft.method.forwarding = Forwarding::Masquerading;
    }
    const auto settled = [&](ServerDraft &server, quint32 weight, bool inhibits) {
        if (needsDefault(server))
            server.method = draft.method;
        server.block.server.forwarding = *server.method.forwarding;
        server.block.server.tunnel = server.method.tunnel;
        server.block.server.weight = server.weight.value_or(weight);
        server.block.inhibits = server.inhibits.value_or(inhibits);
        settlePort(draft, server.at, server.block);
        return server.block;
    };
    QSet<ServerKey> seen;
    quint64 sum = 0;
    for (ServerDraft &server : draft.servers) {
        ServerBlock block = settled(server, draft.weight, draft.inhibits);
        if (seen.contains(block.server.key)) {
            m_walk.note(Code::DuplicateServer, server.at);
            continue;
        }
        seen.insert(block.server.key);
        sum += block.server.weight;
        draft.block.servers.push_back(std::move(block));
    }
    if (draft.sorry)
        draft.block.sorry = settled(*draft.sorry, 1, false);
    if (draft.block.quorum > sum) {
        m_walk.note(Code::QuorumReduced, draft.at, {QString::number(sum)});
        draft.block.quorum = quint32(sum);
    }
}

/// The port a server has in every service of the block; DR and TUN take it from each service instead.
void ServiceReader::settlePort(const Draft &draft, const PlacedStatement &at, ServerBlock &server)
{
    if (server.server.forwarding == Forwarding::Masquerading) {
        if (!server.hasPort && !draft.group && draft.mark == 0)
            server.server.key.port = draft.port;
        return;
    }
    const quint16 port = draft.mark == 0 ? draft.port : quint16(0);
    std::vector<quint16> ports{port};
    if (draft.group) {
        ports.assign(draft.group->marks.empty() ? 0 : 1, 0);
        std::ranges::transform(draft.group->ranges, std::back_inserter(ports), &ServiceGroup::Range::port);
    }
    const auto other = std::ranges::find_if(ports, [&](quint16 used) { return used != server.server.key.port; });
    if (server.hasPort && other != ports.end())
        m_walk.note(Code::PortReplaced, at, {QString::number(*other)});
    if (!draft.group)
        server.server.key.port = port;
}

void ServiceReader::makeKeys(Draft &draft, qsizetype mostKeys)
{
    std::vector<ServiceKey> &keys = draft.block.keys;
    const auto mayMore = [&] { return qsizetype(keys.size()) < mostKeys; };
    const Protocol protocol = draft.protocol.value_or(Protocol::Tcp);
    const Family family = draft.family.value_or(Family::IPv4);
    if (!draft.group) {
        keys.push_back(draft.mark != 0 ? ServiceKey::forMark(draft.mark, family)
                                       : ServiceKey::forAddress(protocol, *draft.address, draft.port));
    } else if (m_groupsUseNftables && !draft.group->ranges.empty()) {
        m_walk.note(Code::NftablesGroups, draft.at);
    } else {
        for (const ServiceGroup::Range &range : draft.group->ranges) {
            for (const IpAddress &address : addressesOf(range, mostKeys - qsizetype(keys.size())))
                keys.push_back(ServiceKey::forAddress(protocol, address, range.port));
        }
        for (const ServiceGroup::Mark &mark : draft.group->marks) {
            if (mayMore())
                keys.push_back(ServiceKey::forMark(mark.mark, mark.family.value_or(family)));
        }
        if (!mayMore())
            m_walk.note(Code::TooManyObjects, draft.at, {QString::number(mostKeys)});
    }
    if (keys.empty())
        return;
    VirtualService &service = draft.block.service;
    service.key = keys.front();
    const bool usesNetmask = draft.netmask && service.isPersistent() && !draft.group;
    service.netmask = usesNetmask ? *draft.netmask : widestNetmask(service.key.family);
}

} // namespace lvs::keepalived
