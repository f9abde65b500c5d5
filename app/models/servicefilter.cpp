// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/servicefilter.h"

#include "core/types/numbers.h"

#include <algorithm>
#include <array>

namespace lvs {

namespace {

using Key = ServiceFilter::Key;

/// As the table calls them and as ipvsadm(8) does.
constexpr std::array methods{
    std::pair("nat", Forwarding::Masquerading), std::pair("masq", Forwarding::Masquerading),
    std::pair("dr", Forwarding::Gatewaying),    std::pair("gate", Forwarding::Gatewaying),
    std::pair("tun", Forwarding::Tunnelling),   std::pair("ipip", Forwarding::Tunnelling),
    std::pair("local", Forwarding::Local),      std::pair("bypass", Forwarding::Bypass),
};

constexpr std::array protocols{std::pair("tcp", Protocol::Tcp), std::pair("udp", Protocol::Udp),
                               std::pair("sctp", Protocol::Sctp)};

bool hasState(QStringView wanted, State state, DraftKind draft, bool changedOutside)
{
    if (wanted == u"drafted")
        return draft != DraftKind::None;
    if (wanted == u"changed")
        return changedOutside;
    switch (state) {
    case State::Serving:
        return wanted == u"serving";
    case State::Drained:
        return wanted == u"drained";
    case State::Unreachable:
        return wanted == u"unreachable";
    default:
        return wanted == u"unknown";
    }
}

/// Whether what the term names, without its sign, is so for the service itself.
bool holds(const FilterTerm &term, const ServiceRow &row)
{
    switch (Key(term.keyIndex)) {
    case Key::State:
        return hasState(term.value, row.state(), row.draft, row.changedOutside.isValid());
    case Key::Port:
        return !row.key.isMark() && row.key.port == term.number;
    case Key::Scheduler:
        return row.config().scheduler.toString() == term.value;
    case Key::Name:
        return row.annotation.name.contains(term.value, Qt::CaseInsensitive);
    case Key::Note:
        return row.annotation.note.contains(term.value, Qt::CaseInsensitive);
    case Key::Protocol:
        return !row.key.isMark() && std::ranges::any_of(protocols, [&](const auto &entry) {
            return term.value == QLatin1StringView(entry.first) && row.key.protocol == quint8(entry.second);
        });
    case Key::Mark:
        return row.key.firewallMark == term.number;
    case Key::Method:
        return false;
    }
    return row.searchText.contains(term.value);
}

bool holds(const FilterTerm &term, const ServerRow &row, DraftKind serviceDraft)
{
    switch (Key(term.keyIndex)) {
    case Key::State: {
        const DraftKind draft = serviceDraft == DraftKind::Removed ? serviceDraft : row.draft.kind;
        return hasState(term.value, row.state(), draft, row.changedOutside.isValid());
    }
    case Key::Port:
        return row.key.port == term.number;
    case Key::Method:
        return std::ranges::any_of(methods, [&](const auto &entry) {
            return term.value == QLatin1StringView(entry.first) && row.config().forwarding == entry.second;
        });
    case Key::Name:
        return row.annotation.name.contains(term.value, Qt::CaseInsensitive);
    case Key::Note:
        return row.annotation.note.contains(term.value, Qt::CaseInsensitive);
    case Key::Scheduler:
    case Key::Protocol:
    case Key::Mark:
        return false;
    }
    return row.searchText.contains(term.value);
}

bool isAbout(const FilterTerm &term, Key key)
{
    return term.keyIndex == int(key);
}

} // namespace

const std::vector<FilterKey> &serviceFilterKeys()
{
    using enum FilterKey::Values;
    static const std::vector<FilterKey> keys = [] {
        QStringList methodNames;
        for (const auto &[name, forwarding] : methods)
            methodNames.append(QLatin1StringView(name));
        QStringList protocolNames;
        for (const auto &[name, number] : protocols)
            protocolNames.append(QLatin1StringView(name));
        const QStringList states{QStringLiteral("serving"), QStringLiteral("drained"), QStringLiteral("unreachable"),
                                 QStringLiteral("unknown"), QStringLiteral("drafted"), QStringLiteral("changed")};
        return std::vector<FilterKey>{
            {.name = QStringLiteral("state"), .values = Choice, .choices = states},
            {.name = QStringLiteral("port"), .values = Number, .smallest = 0, .largest = limits::largestPort},
            {.name = QStringLiteral("scheduler")},
            {.name = QStringLiteral("method"), .values = Choice, .choices = methodNames},
            {.name = QStringLiteral("name")},
            {.name = QStringLiteral("note")},
            {.name = QStringLiteral("protocol"), .values = Choice, .choices = protocolNames},
            {.name = QStringLiteral("mark"), .values = Number, .smallest = 1, .largest = limits::largestMark},
        };
    }();
    return keys;
}

ServiceFilter::ServiceFilter(QStringView text)
    : m_terms(parseFilter(text, serviceFilterKeys()))
{
    std::erase_if(m_terms, [](const FilterTerm &term) { return term.problem != FilterProblem::None; });
}

bool ServiceFilter::needsServers() const
{
    return !std::ranges::all_of(m_terms, [](const FilterTerm &term) {
        return isAbout(term, Key::Scheduler) || isAbout(term, Key::Protocol) || isAbout(term, Key::Mark);
    });
}

bool ServiceFilter::matches(const ServiceRow &service) const
{
    return std::ranges::all_of(m_terms, [&](const FilterTerm &term) {
        // A service has no forwarding of its own: neither this one nor another.
        return !isAbout(term, Key::Method) && holds(term, service) != term.isNegated;
    });
}

bool ServiceFilter::matches(const ServerRow &server, const ServiceRow &service) const
{
    return std::ranges::all_of(m_terms, [&](const FilterTerm &term) {
        const bool inherited = !isAbout(term, Key::State) && holds(term, service);
        return (inherited || holds(term, server, service.draft)) != term.isNegated;
    });
}

} // namespace lvs
