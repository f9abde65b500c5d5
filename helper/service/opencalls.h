// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/callers.h"

#include <map>

namespace lvs {

/// The calls that wait for an answer: how many of whom. A connection, a user other than root and all together have
/// their limits (helper/interface/bounds.h), so that no program and no user can shut out the others.
class OpenCalls
{
public:
    /// Counts a call that came; false if its connection, or everybody, has too many.
    bool enter(const QString &busName);
    /// The user of a counted call is known now; false if that one has too many.
    bool identify(const Caller &caller);
    /// A counted call was answered. `user` is the one of identify(), or uid_t(-1) if it never came to that.
    void leave(const QString &busName, uid_t user);
    bool isEmpty() const { return m_total == 0; }

private:
    std::map<QString, qsizetype> m_ofConnection;
    std::map<uid_t, qsizetype> m_ofUser;
    qsizetype m_total = 0;
};

} // namespace lvs
