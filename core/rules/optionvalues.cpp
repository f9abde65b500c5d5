// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/optionvalues.h"

#include "core/types/numbers.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

std::unexpected<Error> refuse(ErrorCode code, QStringView text, qsizetype start = 0)
{
    return std::unexpected(Error{.code = code, .values = {text.toString()}, .span = {start, text.size()}});
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// What was meant by a text that is no address.
ErrorCode codeOfNonAddress(QStringView text)
{
    const bool numeric = std::ranges::all_of(text, [](QChar c) { return isDigit(c) || c == u'.' || c == u':'; });
    const bool isName = std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
    });
    return isName && !numeric ? ErrorCode::HostName : ErrorCode::BadAddress;
}

Result<quint16> portFromText(QStringView text, qsizetype start)
{
    if (text.isEmpty())
        return refuse(ErrorCode::MissingPort, text, start);
    auto port = ruleNumberFromText(text, 0, limits::largestPort);
    if (port)
        return quint16(*port);
    if (port.error().code == ErrorCode::BadNumber && text.front().isLetter())
        return refuse(ErrorCode::ServiceName, text, start);
    port.error().span.start += start;
    return std::unexpected(port.error());
}

/// As isspace(3) sees it.
QStringView withoutLeadingSpace(QStringView text)
{
    qsizetype start = 0;
    while (start < text.size() && (text[start] == u' ' || (text[start] >= u'\t' && text[start] <= u'\r')))
        ++start;
    return text.sliced(start);
}

std::optional<IpAddress> inetAton(QStringView text)
{
    in_addr address{};
    if (inet_aton(text.toLatin1().constData(), &address) == 0)
        return std::nullopt;
    return IpAddress::fromIPv4(ntohl(address.s_addr));
}

/// "IPv4[:PORT]"
Result<RuleAddress> plainAddressFromText(QStringView text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const QStringView host = colon < 0 ? text : text.first(colon);
    const auto usual = IpAddress::fromText(host);
    const bool isUsual = usual && usual->isIPv4();
    const auto address = isUsual ? std::optional(*usual) : inetAton(host);
    if (!address)
        return refuse(codeOfNonAddress(host), host);
    RuleAddress result{.address = *address, .isUnusual = !isUsual};
    if (colon >= 0) {
        const auto port = portFromText(text.sliced(colon + 1), colon + 1);
        if (!port)
            return std::unexpected(port.error());
        result.port = *port;
    }
    return result;
}

} // namespace

Result<RuleAddress> ruleAddressFromText(QStringView text, bool mayBracketIPv4)
{
    if (std::ranges::all_of(text, isDigit)) // also nothing
        return refuse(ErrorCode::BadAddress, text);
    const bool isBracketed = text.startsWith(u'[');
    if (isBracketed) {
        const qsizetype end = text.indexOf(u']');
        const auto address = IpAddress::fromText(text.sliced(1, std::max(end - 1, qsizetype(0))));
        const bool isIPv6 = address && !address->isIPv4();
        if (end < 0 || !(isIPv6 || mayBracketIPv4))
            return refuse(ErrorCode::BadAddress, text);
        if (end + 1 == text.size())
            return refuse(ErrorCode::MissingPort, text.sliced(end), end);
        if (text[end + 1] != u':')
            return refuse(ErrorCode::TrailingText, text.sliced(end + 1), end + 1);
        if (!isIPv6)
            return plainAddressFromText(text.sliced(1, end - 1));
        return portFromText(text.sliced(end + 2), end + 2).transform([&](quint16 port) {
            return RuleAddress{.address = *address, .port = port};
        });
    }
    auto address = plainAddressFromText(text);
    if (!address && text.count(u':') > 1) {
        if (const auto bare = IpAddress::fromText(text))
            return RuleAddress{.address = *bare};
    }
    return address;
}

Result<quint32> ruleNumberFromText(QStringView text, quint32 smallest, quint32 largest)
{
    const QStringView number = withoutLeadingSpace(text);
    const bool isSigned = number.startsWith(u'+') || number.startsWith(u'-');
    QStringView digits = number.sliced(isSigned ? 1 : 0);
    while (digits.size() > 1 && digits.startsWith(u'0'))
        digits = digits.sliced(1);
    auto value = numberFromText(digits, 0, largest);
    const bool isNumber = value || value.error().code == ErrorCode::OutOfRange;
    const bool isNegative = number.startsWith(u'-') && value.value_or(1) != 0;
    if (value && !isNegative && *value >= smallest)
        return value;
    return std::unexpected(Error{.code = isNumber         ? ErrorCode::OutOfRange
                                         : text.isEmpty() ? ErrorCode::Empty
                                                          : ErrorCode::BadNumber,
                                 .values = {QString::number(smallest), QString::number(largest)},
                                 .span = {0, text.size()}});
}

Result<quint32> ruleNetmaskFromText(QStringView text, Family family, bool mayTrail)
{
    if (family == Family::IPv6) {
        if (mayTrail) {
            const int prefix = std::atoi(text.toLatin1().constData());
            if (prefix >= 1 && prefix <= 128)
                return quint32(prefix);
        }
        if (const auto prefix = ruleNumberFromText(text, 1, 128))
            return prefix;
        return refuse(ErrorCode::BadMask, text);
    }
    const auto mask = text.isEmpty() ? std::nullopt : inetAton(text);
    if (!mask)
        return refuse(ErrorCode::BadMask, text);
    return mask->toIPv4();
}

Result<ServiceFlags> schedulerFlagsFromText(QStringView text, const SchedulerName &scheduler)
{
    static const QList<std::pair<QString, ServiceFlag>> names{
        {u"flag-1"_s, ServiceFlag::Scheduler1},  {u"flag-2"_s, ServiceFlag::Scheduler2},
        {u"flag-3"_s, ServiceFlag::Scheduler3},  {u"sh-fallback"_s, ServiceFlag::Scheduler1},
        {u"sh-port"_s, ServiceFlag::Scheduler2}, {u"mh-fallback"_s, ServiceFlag::Scheduler1},
        {u"mh-port"_s, ServiceFlag::Scheduler2},
    };
    ServiceFlags flags;
    for (const QStringView part : text.tokenize(u',', Qt::SkipEmptyParts)) {
        const qsizetype start = part.begin() - text.begin();
        const auto known = std::ranges::find(names, part, &std::pair<QString, ServiceFlag>::first);
        if (known == names.end())
            return refuse(ErrorCode::UnknownKeyword, part, start);
        const QStringView owner = part.startsWith(u"flag"_s) ? QStringView() : part.first(2);
        if (!owner.isNull() && owner != scheduler.toString())
            return std::unexpected(Error{.code = ErrorCode::OptionNeeds,
                                         .values = {part.toString(), u"-s "_s + owner.toString()},
                                         .span = {start, part.size()}});
        flags |= known->second;
    }
    return flags;
}

Result<qsizetype> keywordFromText(QStringView text, const QStringList &words)
{
    const qsizetype index = words.indexOf(text);
    if (index < 0)
        return refuse(ErrorCode::UnknownKeyword, text);
    return index;
}

} // namespace lvs
