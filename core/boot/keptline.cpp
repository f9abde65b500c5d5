// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/keptline.h"

#include "core/change/hostvalidation.h"
#include "core/rules/ruleline.h"
#include "core/rules/rulewriter.h"
#include "core/types/numbers.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

const QString program = u"ipvsadm "_s;

QString lineOf(const SysctlValue &sysctl)
{
    return u"sysctl net/%1 = %2"_s.arg(sysctl.name, sysctl.value);
}

QString lineOf(const HostTunnel &tunnel)
{
    return u"tunnel %1 local %2"_s.arg(tunnel.name.toString(), tunnel.local.toString());
}

QString scopeWord(AddressScope scope)
{
    switch (scope) {
    case AddressScope::Universe:
        break;
    case AddressScope::Site:
        return u" scope site"_s;
    case AddressScope::Link:
        return u" scope link"_s;
    case AddressScope::Host:
        return u" scope host"_s;
    }
    return {};
}

QString lineOf(const HostAddress &address)
{
    const InterfaceAddress &own = address.address;
    const QString label = own.label.isEmpty() ? QString() : u" label "_s + own.label;
    return u"address "_s + address.interface.toString() + u' ' + addressText(own) + scopeWord(own.scope) + label;
}

QString lineOf(const HostRoute &route)
{
    return u"route default via %1 dev %2 metric %3"_s.arg(route.gateway->toString(), route.interface.toString(),
                                                          QString::number(route.metric));
}

QString lineOf(const SnatRule &rule)
{
    return u"snat "_s + rule.toString();
}

QString lineOf(const MarkRule &rule)
{
    return u"mark "_s + rule.toString();
}

QString lineOf(const VirtualService &service)
{
    return program + ruleFor(service, RuleFlavour::Complete);
}

QString lineOf(const ServiceKey &service, const RealServer &server)
{
    return program + ruleFor(service, server, RuleFlavour::Complete);
}

// What each kind of line seems to say: whoever calls compares with the words in which that would be written.

using Words = QList<QStringView>;

InterfaceName interfaceFrom(QStringView word)
{
    return InterfaceName::fromText(word).value_or(InterfaceName());
}

std::optional<SysctlValue> sysctlFrom(QStringView rest)
{
    const qsizetype sign = rest.indexOf(u" = ");
    if (!rest.startsWith(u"net/") || sign < 0)
        return std::nullopt;
    return SysctlValue{rest.sliced(4, sign - 4).toString(), rest.sliced(sign + 3).toString()};
}

std::optional<HostTunnel> tunnelFrom(const Words &words)
{
    const auto local = IpAddress::fromText(words.value(2));
    return local ? std::optional(HostTunnel{interfaceFrom(words.value(0)), *local}) : std::nullopt;
}

std::optional<HostAddress> addressFrom(Words words)
{
    const QList<QStringView> parts = words.value(1).split(u'/');
    const auto address = IpAddress::fromText(parts.value(0));
    const auto prefix = numberFromText(parts.value(1), 1, 128);
    if (!address || !prefix)
        return std::nullopt;
    HostAddress read{interfaceFrom(words.value(0)), {.address = *address, .prefixLength = quint8(*prefix)}};
    for (const AddressScope scope : {AddressScope::Site, AddressScope::Link, AddressScope::Host}) {
        if (words.value(2) == u"scope" && scopeWord(scope).endsWith(u' ' + words.value(3).toString()))
            read.address.scope = scope;
    }
    if (words.value(words.size() - 2) == u"label")
        read.address.label = words.constLast().toString();
    return read;
}

std::optional<HostRoute> routeFrom(const Words &words)
{
    const auto gateway = IpAddress::fromText(words.value(2));
    const auto metric = numberFromText(words.value(6), 0, std::numeric_limits<quint32>::max());
    if (!gateway || !metric)
        return std::nullopt;
    return HostRoute{.destination = IpAddress::any(gateway->family()),
                     .gateway = *gateway,
                     .interface = interfaceFrom(words.value(4)),
                     .metric = *metric};
}

std::optional<SnatRule> snatFrom(const Words &words)
{
    const auto servers = IpNetwork::fromText(words.value(0));
    const auto vip = IpAddress::fromText(words.value(1));
    const auto source = IpAddress::fromText(words.value(3));
    return servers && vip && source ? std::optional(SnatRule{*servers, *vip, *source}) : std::nullopt;
}

std::optional<quint8> protocolFrom(QStringView word)
{
    for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp, Protocol::Sctp}) {
        if (ServiceKey{.protocol = quint8(protocol)}.toString().startsWith(word.toString() + u' '))
            return quint8(protocol);
    }
    return std::nullopt;
}

std::optional<MarkRule> markFrom(const Words &words)
{
    const auto destination = IpNetwork::fromText(words.value(0));
    const auto protocol = protocolFrom(words.value(1));
    auto ports = PortSet::fromText(words.value(2));
    const quint32 mark = words.value(4).toUInt(nullptr, 16);
    if (!destination || !protocol || !ports)
        return std::nullopt;
    return MarkRule{.destination = *destination, .protocol = *protocol, .ports = std::move(*ports), .mark = mark};
}

std::optional<ServiceKey> keyFrom(const Words &words)
{
    if (words.value(0) == u"FWM") {
        const auto mark = numberFromText(words.value(1), 1, limits::largestMark);
        return mark ? std::optional(ServiceKey::forMark(*mark, words.size() > 2 ? Family::IPv6 : Family::IPv4))
                    : std::nullopt;
    }
    const auto protocol = protocolFrom(words.value(0));
    const QStringView endpoint = words.value(1);
    const qsizetype colon = endpoint.lastIndexOf(u':');
    if (!protocol || colon < 0)
        return std::nullopt;
    QStringView host = endpoint.first(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    const auto address = IpAddress::fromText(host);
    const auto port = numberFromText(endpoint.sliced(colon + 1), 0, limits::largestPort);
    return address && port ? std::optional(ServiceKey::forAddress(Protocol(*protocol), *address, quint16(*port)))
                           : std::nullopt;
}

/// Keeps a value that is good, and of which just that line would be made.
template<class T> bool take(const QString &line, std::optional<T> read, std::vector<T> &values)
{
    if (!read || !validate(*read) || lineOf(*read) != line || qsizetype(values.size()) >= KeptSetup::mostOnHost)
        return false;
    values.push_back(std::move(*read));
    return true;
}

bool takeRule(const QString &line, KeptSetup &setup)
{
    const RuleLine rule = readRuleLine(QStringView(line).sliced(program.size()), RuleMode::Compatible);
    if (!rule.command || rule.hasError() || rule.command->service.key != setup.service)
        return false;
    const RuleCommand &command = *rule.command;
    if (command.verb == RuleVerb::AddService) {
        if (setup.rules || !validate(command.service) || lineOf(command.service) != line)
            return false;
        setup.rules = IpvsTable::Entry{.service = command.service};
        return true;
    }
    const bool isNext = command.verb == RuleVerb::AddServer && setup.rules &&
                        qsizetype(setup.rules->servers.size()) < KeptSetup::mostServers &&
                        !setup.rules->find(command.server.key);
    if (!isNext || !validate(command.server, setup.service) || lineOf(setup.service, command.server) != line)
        return false;
    setup.rules->servers.push_back(command.server);
    return true;
}

} // namespace

QStringList linesOf(const KeptSetup &setup)
{
    QStringList lines{u"setup %1 %2"_s.arg(setup.id, setup.service.toString())};
    const auto add = [&lines](const auto &values) {
        for (const auto &value : values)
            lines << lineOf(value);
    };
    add(setup.sysctls);
    add(setup.tunnels);
    add(setup.addresses);
    add(setup.routes);
    add(setup.snats);
    if (setup.rules) {
        lines << lineOf(setup.rules->service);
        for (const RealServer &server : setup.rules->servers)
            lines << lineOf(setup.service, server);
    }
    add(setup.marks);
    return lines;
}

std::optional<KeptSetup> setupFromLine(const QString &line)
{
    const Words words = QStringView(line).split(u' ');
    const auto key = keyFrom(words.sliced(std::min<qsizetype>(2, words.size())));
    if (!key)
        return std::nullopt;
    KeptSetup setup{.id = words.value(1).toString(), .service = *key};
    return validate(setup) && linesOf(setup).constFirst() == line ? std::optional(setup) : std::nullopt;
}

bool addLine(const QString &line, KeptSetup &setup)
{
    const qsizetype blank = line.indexOf(u' ');
    if (blank < 0)
        return false;
    const QStringView kind = QStringView(line).first(blank);
    const QStringView rest = QStringView(line).sliced(blank + 1);
    const Words words = rest.split(u' ');
    if (kind == u"sysctl")
        return take(line, sysctlFrom(rest), setup.sysctls);
    if (kind == u"tunnel")
        return take(line, tunnelFrom(words), setup.tunnels);
    if (kind == u"address")
        return take(line, addressFrom(words), setup.addresses);
    if (kind == u"route")
        return take(line, routeFrom(words), setup.routes);
    if (kind == u"snat")
        return take(line, snatFrom(words), setup.snats);
    if (kind == u"mark")
        return take(line, markFrom(words), setup.marks);
    return line.startsWith(program) && takeRule(line, setup);
}

} // namespace lvs
