// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/field.h"
#include "core/rules/ruleplanner.h"

namespace lvs {

enum class Side : quint8 { Left, Right };
inline Side otherSide(Side side)
{
    return side == Side::Left ? Side::Right : Side::Left;
}

/// How an object stands on two sides.
enum class Standing : quint8 { Equal, OnlyLeft, OnlyRight, Changed };

/// One object on two sides; missing where a side does not have it.
template<class T> struct Compared {
    std::optional<T> left{};
    std::optional<T> right{};

    const std::optional<T> &on(Side side) const { return side == Side::Left ? left : right; }
    Standing standing() const
    {
        if (left == right)
            return Standing::Equal;
        if (!right)
            return Standing::OnlyLeft;
        return left ? Standing::Changed : Standing::OnlyRight;
    }
    /// Of an object that both have.
    std::vector<Field> fields() const { return left && right ? differingFields(*left, *right) : std::vector<Field>(); }
};

struct ComparedService {
    ServiceKey key{};
    Compared<VirtualService> service{};
    std::vector<Compared<RealServer>> servers{}; ///< ordered by key
    bool isEqual = true;                         ///< with all its servers

    static const ServerKey &keyOf(const Compared<RealServer> &server)
    {
        return server.left ? server.left->key : server.right->key;
    }
};

/// Two states, object by object.
struct Comparison {
    struct Counts {
        qsizetype equal = 0;
        qsizetype onlyLeft = 0;
        qsizetype onlyRight = 0;
        qsizetype changed = 0;
        qsizetype different() const { return onlyLeft + onlyRight + changed; }
        friend bool operator==(const Counts &, const Counts &) = default;
    };

    std::vector<ComparedService> services{};     ///< ordered by key
    Compared<Timeouts> timeouts{};               ///< both missing where they were not to be compared
    std::vector<Compared<SyncDaemon>> daemons{}; ///< those that a side has, master first
    Counts counts{};                             ///< of services, servers, timeouts and daemons

    /// nullptr if neither side has it.
    const ComparedService *find(const ServiceKey &key) const;
};

/// What of two states is compared.
enum class CompareScope : quint8 {
    TableOnly, ///< a side does not know its timeouts and sync daemons
    Everything,
};

/// The order of servers makes no difference, and what a side leaves open is none either: a timeout of 0, a field of a
/// sync daemon that the kernel fills in. Takes time in proportion to the tables; safe in any thread.
Comparison compare(const RuleState &left, const RuleState &right, CompareScope scope = CompareScope::Everything);

} // namespace lvs
