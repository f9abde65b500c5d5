// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/actions.h"
#include "helper/service/callers.h"

#include <QFuture>
#include <QMap>

namespace lvs {

/// Everything but Allowed is a no; the others say which words the GUI finds for it.
enum class Verdict : quint8 {
    Denied,
    Allowed,
    NeedsPassword, ///< would be allowed after authentication, and asking was not permitted
    Dismissed,     ///< the person closed the question
    NoAgent,       ///< there was nobody to ask
};

struct AuthorityRequest {
    Action action = Action::View;
    Caller caller{};
    bool interactive = false;         ///< may a person be asked? Only if the caller's message says so.
    QMap<QString, QString> details{}; ///< for $(variables) in the question; made by the helper, never by the caller
};

/// Decides who may do what. Requests are independent: one that waits for a person holds up no other.
class Authority
{
public:
    virtual ~Authority() = default;
    virtual QFuture<Verdict> check(const AuthorityRequest &request) = 0;
    /// Ends the open requests of a caller who left; their verdict is Denied.
    virtual void cancel(const QString &busName) = 0;
};

} // namespace lvs
