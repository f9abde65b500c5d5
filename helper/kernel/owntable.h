// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace lvs {

struct OwnChain;

/// The console's own table of nftables: what the kernel has of it, then changed step by step. Rules that stay are not
/// touched: they keep their place and what they have counted.
class OwnTable
{
public:
    /// The kernel has none.
    OwnTable() = default;
    /// Out of a listing of the table (libnftables-json(5), with handles); BadKernelReply for what is none.
    static Result<OwnTable> from(const QByteArray &json);
    /// So large that it is somebody else's.
    static OwnTable unread();

    FirewallState state() const;
    /// It holds something that the console did not write, or its chains are not as the console makes them.
    bool isMixed() const { return !m_foreign.isEmpty(); }

    /// 0 or an errno: EEXIST, ENOENT, EOPNOTSUPP for what is no FirewallOperation.
    int carryOut(const Operation &operation);
    /// Commands (libnftables-json(5)) that make the kernel's table as this one has become; without rules there is no
    /// table. Empty where nothing has changed. They fail, all of them, if a rule that is to go is gone by then.
    QByteArray changes() const;

private:
    template<class State> struct Rule {
        State state{};
        quint64 handle = 0; ///< 0: the kernel does not have it yet
    };
    /// A chain and what is changed in it.
    template<class State> struct Chain {
        std::vector<Rule<State>> rules{};
        std::vector<quint64> removed{}; ///< handles
        bool isThere = false;           ///< in the kernel

        int add(const State &wanted);
        int remove(const auto &rule);
        bool isNew(const Rule<State> &rule) const { return rule.handle == 0; }
        bool isChanged() const;
    };

    void take(const QJsonObject &object);
    void takeChain(const QJsonObject &chain);
    void takeRule(const QJsonObject &rule);
    template<class State> static void removeFrom(const OwnChain &own, const Chain<State> &chain, QJsonArray &commands);
    template<class State> static void addTo(const OwnChain &own, const Chain<State> &chain, QJsonArray &commands);

    Chain<MarkRuleState> m_marks;
    Chain<SnatRuleState> m_snats;
    QStringList m_foreign; ///< places of what is somebody else's, each once
};

} // namespace lvs
