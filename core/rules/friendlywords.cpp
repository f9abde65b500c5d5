// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/friendlywords.h"

#include "core/types/ipaddress.h"
#include "core/types/netmask.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

bool isService(RuleOption option)
{
    return option == RuleOption::TcpService || option == RuleOption::UdpService || option == RuleOption::SctpService;
}

} // namespace

bool FriendlyWords::mend()
{
    const std::vector<Word> given = m_words;
    std::vector<GivenOption> options;
    OptionScanner scanner(given);
    bool isIPv6 = false;
    while (true) {
        const auto option = scanner.next();
        if (!option || !*option)
            break;
        const auto *meaning = std::get_if<RuleOption>(&(*option)->spec->meaning);
        if (!meaning)
            continue;
        const bool hasColons = (*option)->value && (*option)->value->text.count(u':') > 1;
        isIPv6 = isIPv6 || *meaning == RuleOption::Ipv6 || (isService(*meaning) && hasColons);
        if ((*option)->value)
            options.push_back(**option);
    }
    for (const GivenOption &option : options)
        mend(option, isIPv6);
    return !m_diagnostics.empty();
}

void FriendlyWords::mend(const GivenOption &given, bool isIPv6)
{
    const Word &value = *given.value;
    const auto option = std::get<RuleOption>(given.spec->meaning);
    if (isService(option) || option == RuleOption::Server) {
        if (!value.text.startsWith(u'[') || !value.text.endsWith(u']'))
            return;
        const QStringView inner = value.text.sliced(1).chopped(1);
        if (const auto address = IpAddress::fromText(inner); address && !address->isIPv4())
            replace(value, inner.toString(), RuleNote::Code::BracketedServer);
    } else if (option == RuleOption::Netmask && value.text.startsWith(u'/')) {
        const Family family = isIPv6 ? Family::IPv6 : Family::IPv4;
        if (const auto mask = netmaskOrPrefixFromText(value.text, family))
            replace(value, netmaskToString(*mask, family), RuleNote::Code::PrefixNetmask);
    } else if (option == RuleOption::MarkService && value.text.startsWith("0x"_L1, Qt::CaseInsensitive)) {
        bool isNumber = false;
        const quint32 mark = value.text.sliced(2).toUInt(&isNumber, 16);
        if (isNumber)
            replace(value, QString::number(mark), RuleNote::Code::HexadecimalMark);
    }
}

void FriendlyWords::replace(const Word &value, const QString &replacement, RuleNote::Code code)
{
    // The first word that ends behind the place where the value begins.
    const auto word = std::ranges::upper_bound(m_words, value.span.start, {}, [](const Word &candidate) {
        return candidate.span.start + candidate.span.length;
    });
    const QStringView before = word->text.chopped(value.text.size());
    word->text = m_texts.emplace_back(before.toString() + replacement);
    m_diagnostics.push_back({.severity = Severity::Warning,
                             .what = RuleNote{.code = code, .values = {replacement}, .span = value.span},
                             .fixes = {{value.span, replacement}}});
}

} // namespace lvs
