// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/saveorder.h"

#include <QtEndian>

#include <cstdlib>

namespace lvs {
namespace {

int difference(quint32 one, quint32 other)
{
    return int(one - other);
}

int difference(const IpAddress &one, const IpAddress &other)
{
    const qsizetype words = one.isIPv4() ? 1 : 4;
    for (qsizetype i = 0; i < words; ++i) {
        const auto word = [i](const IpAddress &address) {
            return qFromBigEndian<quint32>(address.bytes().data() + i * 4);
        };
        if (const int order = difference(word(one), word(other)))
            return order;
    }
    return 0;
}

int compare(const IpvsTable::Entry &one, const IpvsTable::Entry &other)
{
    const ServiceKey &a = one.service.key;
    const ServiceKey &b = other.service.key;
    if (const int order = difference(a.firewallMark, b.firewallMark))
        return order;
    if (a.family != b.family)
        return int(a.family) - int(b.family);
    if (a.protocol != b.protocol)
        return a.protocol - b.protocol;
    if (const int order = difference(a.address, b.address))
        return order;
    return a.port - b.port;
}

int compare(const RealServer &one, const RealServer &other)
{
    if (const int order = difference(one.key.address, other.key.address))
        return order;
    return one.key.port - other.key.port;
}

/// The order is none where differences run in a circle, and std::sort may do anything then. qsort(3) does what it does
/// for ipvsadm.
template<class T> void sort(std::vector<const T *> &pointers)
{
    if (pointers.empty()) // whose null pointer qsort() may not be given
        return;
    std::qsort(pointers.data(), pointers.size(), sizeof(const T *), [](const void *one, const void *other) {
        return compare(**static_cast<const T *const *>(one), **static_cast<const T *const *>(other));
    });
}

} // namespace

std::vector<const IpvsTable::Entry *> inSaveOrder(const IpvsTable &table)
{
    std::vector<const IpvsTable::Entry *> entries;
    entries.reserve(table.entries().size());
    for (const auto &[key, entry] : table.entries())
        entries.push_back(&entry);
    sort(entries);
    return entries;
}

std::vector<const RealServer *> inSaveOrder(const std::vector<RealServer> &servers)
{
    std::vector<const RealServer *> pointers;
    pointers.reserve(servers.size());
    for (const RealServer &server : servers)
        pointers.push_back(&server);
    sort(pointers);
    return pointers;
}

} // namespace lvs
