// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/protocolword.h"

#include <algorithm>
#include <array>

namespace lvs {
namespace {

struct Word {
    QLatin1StringView word{};
    Protocol protocol{};
};
constexpr std::array words{
    Word{QLatin1StringView("tcp"), Protocol::Tcp},
    Word{QLatin1StringView("udp"), Protocol::Udp},
    Word{QLatin1StringView("sctp"), Protocol::Sctp},
};

} // namespace

QLatin1StringView protocolWord(quint8 protocol)
{
    const auto found = std::ranges::find(words, Protocol(protocol), &Word::protocol);
    return found == words.end() ? QLatin1StringView() : found->word;
}

QString protocolName(quint8 protocol)
{
    const QLatin1StringView word = protocolWord(protocol);
    return word.isEmpty() ? QStringLiteral("IP_%1").arg(protocol) : QString(word).toUpper();
}

std::optional<Protocol> protocolFromWord(QStringView word)
{
    const auto found = std::ranges::find_if(words, [&](const Word &known) { return word == known.word; });
    return found == words.end() ? std::nullopt : std::optional(found->protocol);
}

} // namespace lvs
