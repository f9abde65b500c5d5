// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/maglevhash.h"

#include "core/sandbox/sandboxservice.h"
#include "core/sandbox/scheduler/addresshash.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace lvs {

namespace {

constexpr quint64 firstKey = 2654435761;
constexpr quint64 secondKey = 2654446892;
constexpr int turnBits = 6; ///< a server takes fewer than 64 slots in a row

/// SipHash-1-3 of the four bytes of `value`, with `key` as both words of the key; its lower half.
quint32 sipHash(quint32 value, quint64 key)
{
    quint64 v0 = 0x736f6d6570736575 ^ key;
    quint64 v1 = 0x646f72616e646f6d ^ key;
    quint64 v2 = 0x6c7967656e657261 ^ key;
    quint64 v3 = 0x7465646279746573 ^ key;
    const auto round = [&] {
        v0 += v1;
        v2 += v3;
        v1 = std::rotl(v1, 13) ^ v0;
        v3 = std::rotl(v3, 16) ^ v2;
        v0 = std::rotl(v0, 32) + v3;
        v2 += v1;
        v3 = std::rotl(v3, 21) ^ v0;
        v1 = std::rotl(v1, 17) ^ v2;
        v2 = std::rotl(v2, 32);
    };
    const quint64 block = quint64(4) << 56 | value; // length and data
    v3 ^= block;
    round();
    v0 ^= block;
    v2 ^= 0xff;
    round();
    round();
    round();
    return quint32(v0 ^ v1 ^ v2 ^ v3);
}

/// One server while the table is filled: where it is in its permutation of the slots.
struct Filling {
    SandboxServer *server;
    quint32 slot;
    quint32 skip;
    int turns; ///< slots in a row
};

std::vector<Filling> fillings(const SandboxService &service)
{
    int divisor = 0;
    int largest = 0;
    for (const auto &server : service.servers) {
        divisor = std::gcd(divisor, server->lastWeight());
        largest = std::max(largest, server->lastWeight());
    }
    std::vector<Filling> result;
    if (divisor == 0)
        return result;
    const int shift = std::max(int(std::bit_width(quint32(largest / divisor))) - turnBits, 0);
    for (const auto &server : service.servers) {
        if (server->lastWeight() == 0)
            continue;
        const quint32 value = foldAddress(server->config().key.address) + server->config().key.port;
        result.push_back({.server = server.get(),
                          .slot = sipHash(value, firstKey) % MaglevHash::tableSize,
                          .skip = sipHash(value, secondKey) % (MaglevHash::tableSize - 1) + 1,
                          .turns = std::max((server->lastWeight() / divisor) >> shift, 1)});
    }
    return result;
}

} // namespace

void MaglevHash::fill(const SandboxService &service)
{
    if (service.servers.size() > tableSize)
        return; // the kernel swallows the error and keeps the old table
    std::vector<Filling> servers = fillings(service);
    m_table.assign(servers.empty() ? 0 : tableSize, nullptr);
    for (quint32 filled = 0; filled < m_table.size();) {
        for (Filling &filling : servers) {
            for (int turn = 0; turn < filling.turns && filled < tableSize; ++turn, ++filled) {
                while (m_table[filling.slot])
                    filling.slot = (filling.slot + filling.skip) % tableSize;
                m_table[filling.slot] = filling.server;
            }
        }
    }
}

SandboxServer *MaglevHash::pick(const SandboxService &service, const ScheduleRequest &request)
{
    if (m_table.empty())
        return nullptr;
    const quint32 port = service.config.flags.testFlag(ServiceFlag::Scheduler2) ? request.clientPort : 0;
    const quint32 value = foldAddress(request.client) + port;
    const quint32 slot = sipHash(value, firstKey) % tableSize;
    if (m_table[slot]->isUsable())
        return m_table[slot];
    if (!service.config.flags.testFlag(ServiceFlag::Scheduler1))
        return nullptr;
    for (quint32 offset = 0; offset < tableSize; ++offset) {
        SandboxServer *server = m_table[sipHash(value + (offset + slot) % tableSize, firstKey) % tableSize];
        if (server->isUsable())
            return server;
    }
    return nullptr;
}

} // namespace lvs
