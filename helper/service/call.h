// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "helper/service/journal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QElapsedTimer>

#include <functional>
#include <memory>

namespace lvs {

/// One call of a method, from its arrival to its answer. Answered exactly once: who lets go of it unanswered has
/// answered HelperFailed.
class Call
{
public:
    /// `answered` runs right after the answer was sent.
    Call(const QDBusConnection &bus, const QDBusMessage &message, std::function<void(const Call &)> answered);
    ~Call();
    Q_DISABLE_COPY_MOVE(Call)

    const QDBusMessage &message() const { return m_message; }
    QVariant argument(qsizetype index) const { return m_message.arguments().at(index); }
    bool mayAsk() const { return m_message.isInteractiveAuthorizationAllowed(); }

    Caller caller{};   ///< set before a method sees the call
    Attempt attempt{}; ///< filled on the way; outcome and duration by the answer

    void reply(const QVariantList &results);
    void fail(const Error &error);
    /// For errors that have a name in the D-Bus specification.
    void fail(QDBusError::ErrorType type);

private:
    void send(const QDBusMessage &answer);

    QDBusConnection m_bus;
    QDBusMessage m_message;
    std::function<void(const Call &)> m_answered;
    QElapsedTimer m_clock;
    bool m_open = true;
};

using CallPtr = std::shared_ptr<Call>;

} // namespace lvs
