// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulefixes.h"

#include "core/rules/portnames.h"
#include "core/types/netmask.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

qsizetype endOf(TextSpan span)
{
    return span.start + span.length;
}

QString textOf(QStringView text, TextSpan span)
{
    return text.sliced(span.start, span.length).toString();
}

RuleFix insertAt(qsizetype place, const QString &text)
{
    return {{place, 0}, text};
}

/// An option taken away, with the blanks before it.
RuleFix without(TextSpan option, QStringView text)
{
    qsizetype start = option.start;
    while (start > 0 && text[start - 1].isSpace())
        --start;
    return {{start, endOf(option) - start}, {}};
}

/// The first option put behind the second one, which stands behind it.
std::vector<RuleFix> moveBehind(TextSpan first, TextSpan second, QStringView text)
{
    const auto isWhole = [&](TextSpan span) {
        return text[span.start] == u'-' && (span.start == 0 || text[span.start - 1].isSpace());
    };
    if (second.start < endOf(first) || !isWhole(first) || !isWhole(second))
        return {}; // joined into one word
    const QStringView between = text.sliced(endOf(first), second.start - endOf(first)).trimmed();
    QString moved = between.isEmpty() ? QString() : between.toString() + u' ';
    moved += textOf(text, second) + u' ' + textOf(text, first);
    return {{{first.start, endOf(second) - first.start}, moved}};
}

TextSpan spanOfForwarding(const RuleCommand &command)
{
    for (const auto option : {RuleOption::Gatewaying, RuleOption::Tunnelling}) {
        if (command.has(option))
            return command.spanOf(option);
    }
    return {};
}

/// -r with another port than the service, of a server that keeps the port: that port, or masquerading.
std::vector<RuleFix> portFixes(const RuleCommand &command, QStringView text)
{
    const TextSpan server = command.spanOf(RuleOption::Server);
    const qsizetype colon = text.first(endOf(server)).lastIndexOf(u':');
    const TextSpan port{colon + 1, endOf(server) - colon - 1};
    std::vector<RuleFix> fixes{{port, QString::number(command.service.key.port)}};
    const TextSpan forwarding = spanOfForwarding(command);
    if (forwarding.length == 0)
        fixes.push_back(insertAt(endOf(server), u" -m"_s));
    else if (!command.has(RuleOption::TunnelType)) // whose options would have to go, too
        fixes.push_back({{endOf(forwarding) - 1, 1}, u"m"_s});
    return forwarding.length > 2 ? std::vector<RuleFix>{fixes.front()} : fixes; // a long name
}

/// "10.0.0.1:80" for an address that ipvsadm reads in its own way.
std::vector<RuleFix> addressFix(const RuleNote &note, QStringView text)
{
    const QString there = textOf(text, note.span);
    const qsizetype colon = there.lastIndexOf(u':');
    const qsizetype length = colon < 0 ? there.size() : colon;
    return {{{note.span.start, length}, note.values.value(0)}};
}

/// The mask that a number of bits stands for.
std::vector<RuleFix> maskFix(const RuleNote &note, QStringView text)
{
    const auto mask = netmaskOrPrefixFromText(textOf(text, note.span), Family::IPv4);
    if (!mask)
        return {};
    return {{note.span, netmaskToString(*mask, Family::IPv4)}};
}

/// A mask before what makes the service IPv6: behind it, if it is one of IPv6, or nowhere.
std::vector<RuleFix> forgottenMaskFixes(const RuleNote &note, const RuleCommand &command, QStringView text)
{
    const QString option = textOf(text, note.span);
    const qsizetype digits = option.size() - 1 - option.lastIndexOf(QRegularExpression(u"[^0-9]"_s));
    if (!netmaskFromText(QStringView(option).last(digits), Family::IPv6))
        return {without(note.span, text)};
    const TextSpan cause = command.has(RuleOption::Ipv6) ? command.spanOf(RuleOption::Ipv6) : command.spanOfService();
    return moveBehind(note.span, cause, text);
}

QString shortVerb(RuleVerb verb)
{
    switch (verb) {
    case RuleVerb::AddService:
        return u"-E"_s;
    case RuleVerb::EditService:
        return u"-A"_s;
    case RuleVerb::AddServer:
        return u"-e"_s;
    default:
        return u"-a"_s;
    }
}

} // namespace

std::vector<RuleFix> fixesFor(const RuleNote &note, const RuleCommand &command, QStringView text)
{
    switch (note.code) {
    case RuleNote::Code::DefaultPersistence:
        return {insertAt(endOf(note.span), u" %1"_s.arg(defaultPersistence)), insertAt(endOf(note.span), u" 300"_s)};
    case RuleNote::Code::UnusualAddress:
        return addressFix(note, text);
    case RuleNote::Code::OddNetmask:
        return maskFix(note, text);
    case RuleNote::Code::NetmaskForgotten:
        return forgottenMaskFixes(note, command, text);
    case RuleNote::Code::NetmaskUnused:
        return {without(note.span, text)};
    case RuleNote::Code::PortOverwritten:
        return portFixes(command, text);
    case RuleNote::Code::ServerBeforeService:
        return moveBehind(note.span, command.spanOfService(), text);
    case RuleNote::Code::DefaultInterface:
        return {insertAt(command.end, u" --mcast-interface eth0"_s)};
    case RuleNote::Code::ForwardingUnnamed:
        return {insertAt(command.end, u" -m"_s), insertAt(command.end, u" -i"_s), insertAt(command.end, u" -g"_s)};
    default:
        return {}; // what the friendly mode passes over brings its fix along
    }
}

std::vector<RuleFix> fixesFor(const Error &error, QStringView text)
{
    const QString there = textOf(text, error.span);
    switch (error.code) {
    case ErrorCode::ServiceName:
        if (const auto port = portOfName(there))
            return {{error.span, QString::number(*port)}};
        return {};
    case ErrorCode::BadAddress: // "[10.0.0.1]:80"
        if (const auto end = there.indexOf(u']');
            there.startsWith(u'[') && end > 0 && IpAddress::fromText(QStringView(there).sliced(1, end - 1)))
            return {{error.span, there.sliced(1, end - 1) + there.sliced(end + 1)}};
        return {};
    case ErrorCode::MissingPort: // "10.0.0.1:"
        if (error.span.length == 0 && error.span.start > 0 && text[error.span.start - 1] == u':' &&
            !text.first(error.span.start).endsWith(u"]:"))
            return {{{error.span.start - 1, 1}, {}}};
        return {};
    case ErrorCode::PortZeroNeedsPersistence:
        return {insertAt(endOf(error.span), u":80"_s),
                insertAt(endOf(error.span), u" -p %1"_s.arg(defaultPersistence))};
    case ErrorCode::UnknownOption: { // an abbreviation
        std::vector<RuleFix> fixes;
        for (const RuleSpec &spec : ruleSpecs()) {
            const QString name = u"--"_s + spec.longName;
            if (there.size() > 3 && spec.longName.size() > 0 && name.startsWith(there))
                fixes.push_back({error.span, name});
        }
        return fixes.size() == 1 ? fixes : std::vector<RuleFix>();
    }
    default:
        return {};
    }
}

std::vector<RuleFix> fixesFor(const RuleNote &note, const RuleCommand &command)
{
    if (note.code != RuleNote::Code::ResetsUnnamed)
        return {};
    return {insertAt(command.end, u' ' + note.values.join(u' '))};
}

std::vector<RuleFix> fixesFor(const Error &error, const RuleCommand &command)
{
    switch (error.code) {
    case ErrorCode::ServiceExists:
    case ErrorCode::ServerExists:
        return {{command.span, shortVerb(command.verb)}};
    case ErrorCode::ServiceMissing:
        if (command.verb == RuleVerb::EditService)
            return {{command.span, shortVerb(command.verb)}};
        return {};
    case ErrorCode::ServerMissing:
        if (command.verb == RuleVerb::EditServer)
            return {{command.span, shortVerb(command.verb)}};
        return {};
    default:
        return {};
    }
}

} // namespace lvs
