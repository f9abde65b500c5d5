// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/serverreader.h"

#include "core/keepalived/keywords.h"
#include "core/types/numbers.h"

#include <limits>

namespace lvs::keepalived {

using Code = ConfigNote::Code;

namespace {

/// The words after the method; nothing, with a note, where they don't fit together.
std::optional<Tunnel> readTunnel(ConfigWalk &walk, const PlacedStatement &at)
{
    Tunnel tunnel;
    for (std::size_t index = 2; index < at->words.size(); ++index) {
        const QString &word = at->words[index].text;
        if (word == u"type") {
            const auto type = walk.value(at, ++index);
            if (!type)
                return std::nullopt;
            if (*type == u"ipip") {
                tunnel.type = TunnelType::IpIp;
            } else if (*type == u"gue") {
                tunnel.type = TunnelType::Gue;
            } else if (*type == u"gre") {
                tunnel.type = TunnelType::Gre;
            } else {
                walk.note(Code::BadValue, at, at->words[index].span, {type->left(80), word});
                return std::nullopt;
            }
        } else if (word == u"port") {
            const auto port = walk.number(at, ++index, 1, limits::largestPort);
            if (!port)
                return std::nullopt;
            tunnel.port = quint16(*port);
        } else if (word == u"nocsum") {
            tunnel.checksum = TunnelChecksum::None;
        } else if (word == u"csum") {
            tunnel.checksum = TunnelChecksum::Checksum;
        } else if (word == u"remcsum") {
            tunnel.checksum = TunnelChecksum::RemoteChecksum;
        } else {
            walk.note(Code::BadValue, at, at->words[index].span, {word.left(80), at->words.front().text});
            return std::nullopt;
        }
    }
    const bool portFits = (tunnel.type == TunnelType::Gue) == (tunnel.port != 0);
    const bool checksumFits = tunnel.checksum == TunnelChecksum::None || tunnel.type == TunnelType::Gue ||
                              (tunnel.type == TunnelType::Gre && tunnel.checksum == TunnelChecksum::Checksum);
    if (!portFits || !checksumFits) {
        walk.note(Code::TunnelOptions, at);
        return std::nullopt;
    }
    return tunnel;
}

void readChecker(ConfigWalk &walk, const PlacedStatement &at, ServerBlock &block)
{
    block.isChecked = true;
    if (at->keyword() == u"FILE_CHECK")
        block.changesWeight = true;
    if (at->keyword() != u"MISC_CHECK")
        return;
    for (const PlacedStatement &inner : walk.inside(at)) {
        if (inner->keyword() == u"misc_dynamic")
            block.changesWeight = true;
    }
}

void readServerStatement(ConfigWalk &walk, const PlacedStatement &at, ServerDraft &draft)
{
    const QStringView keyword = at->keyword();
    RealServer &server = draft.block.server;
    if (keyword == u"weight") {
        if (const auto weight = walk.number(at, 1, 0, limits::largestWeight))
            draft.weight = weight;
    } else if (keyword == u"lvs_method") {
        readMethod(walk, at, draft.method);
    } else if (keyword == u"uthreshold" || keyword == u"lthreshold") {
        if (const auto threshold = walk.number(at, 1, 0, std::numeric_limits<quint32>::max()))
            (keyword == u"uthreshold" ? server.upperThreshold : server.lowerThreshold) = *threshold;
    } else if (keyword == u"inhibit_on_failure") {
        if (const auto inhibits = walk.flag(at))
            draft.inhibits = inhibits;
    } else if (isChecker(keyword)) {
        readChecker(walk, at, draft.block);
    } else if (!isServerKeyword(keyword)) {
        walk.note(Code::UnknownKeyword, at, {keyword.left(80).toString(), QStringLiteral("real_server")});
    }
}

} // namespace

void readMethod(ConfigWalk &walk, const PlacedStatement &at, Method &method)
{
    const auto name = walk.value(at);
    if (!name)
        return;
    if (*name == u"NAT")
        method.forwarding = Forwarding::Masquerading;
    else if (*name == u"DR")
        method.forwarding = Forwarding::Gatewaying;
    else if (*name == u"TUN")
        method.forwarding = Forwarding::Tunnelling;
    else
        return walk.note(Code::BadValue, at, at->words[1].span, {name->left(80), at->words.front().text});
    if (const auto tunnel = readTunnel(walk, at))
        method.tunnel = *tunnel;
}

std::optional<ServerDraft> readServerName(ConfigWalk &walk, const PlacedStatement &at, const Method &inherited)
{
    ServerDraft draft{.method = inherited, .at = at};
    const auto address = walk.address(at, 1);
    if (!address)
        return std::nullopt;
    draft.block.server.key.address = *address;
    if (at->words.size() > 2) {
        const auto port = walk.number(at, 2, 0, limits::largestPort);
        if (!port)
            return std::nullopt;
        draft.block.server.key.port = quint16(*port);
        draft.block.hasPort = *port != 0;
    }
    draft.block.origin = {at.file, at->span};
    return draft;
}

std::optional<ServerDraft> readServerBlock(ConfigWalk &walk, const PlacedStatement &at, const Method &inherited)
{
    if (!at->hasBlock) {
        walk.note(Code::MissingBlock, at);
        return std::nullopt;
    }
    auto draft = readServerName(walk, at, inherited);
    if (!draft)
        return std::nullopt;
    for (const PlacedStatement &inner : walk.inside(at))
        readServerStatement(walk, inner, *draft);
    return draft;
}

} // namespace lvs::keepalived
