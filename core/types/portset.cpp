// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/portset.h"

#include "core/types/numbers.h"

#include <algorithm>

namespace lvs {
namespace {

Result<PortRange> rangeFromText(QStringView text)
{
    qsizetype separator = text.indexOf(u'-');
    if (separator < 0)
        separator = text.indexOf(u':');
    const auto first = numberFromText(separator < 0 ? text : text.first(separator), 1, limits::largestPort);
    if (!first)
        return std::unexpected(first.error());
    if (separator < 0)
        return PortRange{quint16(*first), quint16(*first)};
    auto last = numberFromText(text.sliced(separator + 1), *first, limits::largestPort);
    if (!last) {
        last.error().span.start += separator + 1;
        return std::unexpected(last.error());
    }
    return PortRange{quint16(*first), quint16(*last)};
}

} // namespace

Result<PortSet> PortSet::of(std::vector<PortRange> ranges)
{
    std::ranges::sort(ranges);
    PortSet set;
    for (const PortRange &range : ranges) {
        if (range.last < range.first)
            return failure(ErrorCode::OutOfRange, {QString::number(range.first), QString::number(limits::largestPort)});
        if (!set.m_ranges.empty() && range.first <= int(set.m_ranges.back().last) + 1)
            set.m_ranges.back().last = std::max(set.m_ranges.back().last, range.last);
        else
            set.m_ranges.push_back(range);
    }
    if (set.m_ranges.size() > mostRanges)
        return failure(ErrorCode::TooLong, {QString::number(mostRanges)});
    return set;
}

Result<PortSet> PortSet::fromText(QStringView text)
{
    std::vector<PortRange> ranges;
    qsizetype start = 0;
    for (const QStringView part : text.split(u',')) {
        const QStringView word = part.trimmed();
        const auto range = rangeFromText(word);
        if (!range) {
            Error error = range.error();
            error.span.start += start + (word.begin() - part.begin());
            return std::unexpected(error);
        }
        ranges.push_back(*range);
        start += part.size() + 1;
    }
    return of(std::move(ranges));
}

bool PortSet::contains(quint16 port) const
{
    return std::ranges::any_of(m_ranges,
                               [port](const PortRange &range) { return port >= range.first && port <= range.last; });
}

QString PortSet::toString() const
{
    QStringList words;
    for (const PortRange &range : m_ranges) {
        words << (range.first == range.last ? QString::number(range.first)
                                            : QStringLiteral("%1-%2").arg(range.first).arg(range.last));
    }
    return words.join(u',');
}

} // namespace lvs
