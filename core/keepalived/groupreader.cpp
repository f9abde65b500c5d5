// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/groupreader.h"

#include "core/types/numbers.h"

#include <algorithm>

namespace lvs::keepalived {

namespace {

using Code = ConfigNote::Code;
using Bytes = std::array<quint8, 16>;

constexpr quint8 lastByte(Family family)
{
    return family == Family::IPv4 ? 3 : 15;
}

IpAddress fromBytes(Family family, const Bytes &bytes)
{
    if (family == Family::IPv6)
        return IpAddress::fromIPv6(bytes);
    return IpAddress::fromIPv4(quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3]);
}

/// The addresses differ in more than the part that keepalived counts.
bool wraps(const IpAddress &first, const IpAddress &last)
{
    const auto counted = first.isIPv4() ? 3 : 14;
    return !std::equal(first.bytes().begin(), first.bytes().begin() + counted, last.bytes().begin());
}

/// "/29": all addresses of the network; nothing if the address has bits of the host.
std::optional<IpAddress> endOfNetwork(const IpAddress &first, QStringView prefix)
{
    const bool isV4 = first.isIPv4();
    const auto length = numberFromText(prefix, 1, isV4 ? 32 : 128);
    if (!length)
        return std::nullopt;
    Bytes bytes = first.bytes();
    for (quint32 bit = *length; bit < (isV4 ? 32u : 128u); ++bit) {
        const quint8 mask = quint8(0x80 >> bit % 8);
        if (bytes[bit / 8] & mask)
            return std::nullopt;
        bytes[bit / 8] |= mask;
    }
    return fromBytes(first.family(), bytes);
}

/// "-10" changes the last part of the address (decimal, or hexadecimal for IPv6), "-10.0.1.10" is an address.
std::optional<IpAddress> endOfRange(const IpAddress &first, QStringView end)
{
    if (end.contains(first.isIPv4() ? u'.' : u':')) {
        const auto last = IpAddress::fromText(end);
        const bool fits = last && last->family() == first.family() && *last >= first;
        return fits ? std::optional(*last) : std::nullopt;
    }
    bool isNumber = false;
    const uint part = end.toUInt(&isNumber, first.isIPv4() ? 10 : 16);
    if (!isNumber || part > (first.isIPv4() ? 0xffu : 0xffffu))
        return std::nullopt;
    Bytes bytes = first.bytes();
    bytes[lastByte(first.family())] = quint8(part);
    if (!first.isIPv4())
        bytes[14] = quint8(part >> 8);
    const IpAddress last = fromBytes(first.family(), bytes);
    return last > first ? std::optional(last) : std::nullopt;
}

void readMark(ConfigWalk &walk, const PlacedStatement &entry, ServiceGroup &group)
{
    const auto mark = walk.number(entry, 1, 1, limits::largestMark);
    if (!mark)
        return;
    std::optional<Family> family;
    if (entry->words.size() > 2) {
        const QString &name = entry->words[2].text;
        if (name != u"inet" && name != u"inet6")
            return walk.note(Code::BadValue, entry, entry->words[2].span, {name.left(80), QStringLiteral("fwmark")});
        family = name == u"inet" ? Family::IPv4 : Family::IPv6;
    }
    group.marks.push_back({*mark, family});
}

void readRange(ConfigWalk &walk, const PlacedStatement &entry, ServiceGroup &group)
{
    const auto first = walk.address(entry, 0);
    if (!first)
        return;
    quint16 port = 0;
    if (entry->words.size() > 1) {
        const auto number = walk.number(entry, 1, 0, limits::largestPort);
        if (!number)
            return;
        port = quint16(*number);
    }
    const QStringView text = entry->words.front().text;
    std::optional<IpAddress> last = *first;
    if (const qsizetype slash = text.indexOf(u'/'); slash >= 0)
        last = endOfNetwork(*first, text.sliced(slash + 1));
    else if (const qsizetype dash = text.indexOf(u'-'); dash >= 0)
        last = endOfRange(*first, text.sliced(dash + 1));
    if (!last)
        return walk.note(Code::BadRange, entry, entry->words.front().span, {text.left(80).toString()});
    if (wraps(*first, *last))
        walk.note(Code::RangeWraps, entry, entry->words.front().span);
    group.ranges.push_back({*first, *last, port});
}

} // namespace

ServiceGroup readGroup(ConfigWalk &walk, const PlacedStatement &block)
{
    ServiceGroup group;
    if (block->words.size() > 1)
        group.name = block->words[1].text;
    for (const PlacedStatement &entry : walk.inside(block)) {
        if (entry->keyword() == u"fwmark")
            readMark(walk, entry, group);
        else
            readRange(walk, entry, group);
    }
    if (group.ranges.empty() && group.marks.empty())
        walk.note(Code::EmptyGroup, block, {group.name});
    return group;
}

std::vector<IpAddress> addressesOf(const ServiceGroup::Range &range, qsizetype most)
{
    std::vector<IpAddress> addresses;
    Bytes bytes = range.first.bytes();
    IpAddress address = range.first;
    while (qsizetype(addresses.size()) < most) {
        addresses.push_back(address);
        if (address == range.last)
            break;
        for (qsizetype at = lastByte(address.family()); at >= 0 && ++bytes[std::size_t(at)] == 0; --at) {
        }
        address = fromBytes(address.family(), bytes);
    }
    return addresses;
}

} // namespace lvs::keepalived
