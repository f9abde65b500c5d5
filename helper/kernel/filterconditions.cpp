// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/filterconditions.h"

#include "helper/kernel/nftvalues.h"

#include <algorithm>

namespace lvs {
namespace {

/// What both name; all of one where the other names none. False where that is nothing.
template<class T> bool intersect(std::vector<T> &own, const std::vector<T> &more)
{
    if (own.empty() || more.empty()) {
        if (own.empty())
            own = more;
        return true;
    }
    std::erase_if(own, [&](const T &value) { return !std::ranges::contains(more, value); });
    return !own.empty();
}

bool intersect(std::vector<IpNetwork> &own, const std::vector<IpNetwork> &more, bool &isConditional)
{
    if (own.empty() || more.empty()) {
        if (own.empty())
            own = more;
        return true;
    }
    std::vector<IpNetwork> both;
    for (const IpNetwork &one : own) {
        for (const IpNetwork &other : more) {
            const IpNetwork &narrow = one.prefixLength() < other.prefixLength() ? other : one;
            const IpNetwork &wide = one.prefixLength() < other.prefixLength() ? one : other;
            if (narrow.family() == wide.family() && wide.contains(narrow.address()))
                both.push_back(narrow);
        }
    }
    const bool isPossible = !both.empty();
    if (both.size() > std::size_t(mostValues)) {
        both.clear();
        isConditional = true;
    }
    own = std::move(both);
    return isPossible;
}

bool intersect(PortSet &own, const PortSet &more, bool &isConditional)
{
    if (own.isEmpty() || more.isEmpty()) {
        if (own.isEmpty())
            own = more;
        return true;
    }
    std::vector<PortRange> both;
    for (const PortRange &one : own.ranges()) {
        for (const PortRange &other : more.ranges()) {
            const PortRange range{std::max(one.first, other.first), std::min(one.last, other.last)};
            if (range.first <= range.last)
                both.push_back(range);
        }
    }
    if (both.empty())
        return false;
    const auto ports = PortSet::of(std::move(both));
    isConditional = isConditional || !ports;
    own = ports.value_or(PortSet());
    return true;
}

template<class T> bool intersect(std::optional<T> &own, const std::optional<T> &more)
{
    if (own && more)
        return *own == *more;
    if (!own)
        own = more;
    return true;
}

} // namespace

std::optional<FilterRule> narrowed(const FilterRule &base, const FilterRule &more)
{
    FilterRule both = base;
    both.isConditional = base.isConditional || more.isConditional;
    const bool isPossible = intersect(both.family, more.family) && intersect(both.protocols, more.protocols) &&
                            intersect(both.sources, more.sources, both.isConditional) &&
                            intersect(both.destinations, more.destinations, both.isConditional) &&
                            intersect(both.sourcePorts, more.sourcePorts, both.isConditional) &&
                            intersect(both.destinationPorts, more.destinationPorts, both.isConditional) &&
                            intersect(both.from, more.from) && intersect(both.to, more.to) &&
                            intersect(both.isFirst, more.isFirst);
    return isPossible ? std::optional(both) : std::nullopt;
}

} // namespace lvs
