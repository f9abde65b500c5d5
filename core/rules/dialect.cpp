// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/dialect.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

// As the help of dpip's ipvsadm and of Alibaba's ipvsadm 1.26 lists them; ipvsadm 1.31 has none of them.
constexpr std::array commands{"-P"_L1, "-Q"_L1, "-G"_L1, "-U"_L1, "-V"_L1, "-B"_L1, "-O"_L1, "-Y"_L1, "-W"_L1};
constexpr std::array options{"-J"_L1, "-q"_L1, "-z"_L1, "-F"_L1, "-k"_L1, "-2"_L1, "-j"_L1, "-H"_L1};
constexpr std::array longOptions{
    "--add-laddr"_L1,      "--del-laddr"_L1,     "--get-laddr"_L1,      "--add-blklst"_L1,
    "--del-blklst"_L1,     "--get-blklst"_L1,    "--add-whtlst"_L1,     "--del-whtlst"_L1,
    "--get-whtlst"_L1,     "--fullnat"_L1,       "--snat"_L1,           "--icmp-service"_L1,
    "--icmpv6-service"_L1, "--local-address"_L1, "--synproxy"_L1,       "--match"_L1,
    "--hash-target"_L1,    "--conn-timeout"_L1,  "--proxy-protocol"_L1, "--expire-quiescent"_L1,
    "--dest-check"_L1,     "--quic"_L1,          "--ifname"_L1,         "--oif"_L1};

bool isOneOf(std::span<const QLatin1StringView> names, QStringView word)
{
    return std::ranges::any_of(names, [word](QLatin1StringView name) { return name == word; });
}

bool isServerCommand(QStringView word)
{
    return word == "-a"_L1 || word == "-e"_L1 || word == "--add-server"_L1 || word == "--edit-server"_L1;
}

} // namespace

std::optional<Word> wordOfOtherDialect(std::span<const Word> words, const Error &refusal)
{
    if (words.empty() || !words.front().text.startsWith(u'-'))
        return {};
    const QStringView command = words.front().text;
    if (isOneOf(commands, command))
        return words.front();
    const QString unknown = refusal.code == ErrorCode::UnknownOption ? refusal.values.value(0) : QString();
    for (const Word &word : words.subspan(1)) {
        if (isServerCommand(command) && word.text == "-b"_L1) // FullNAT; only services have scheduler flags
            return word;
        const bool isAtFault = !unknown.isEmpty() && word.text.startsWith(unknown);
        if (isAtFault && command != "--set"_L1 && (isOneOf(options, unknown) || isOneOf(longOptions, unknown)))
            return word;
    }
    return {};
}

} // namespace lvs
