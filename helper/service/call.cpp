// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/call.h"

#include "helper/interface/errors.h"

namespace lvs {

Call::Call(const QDBusConnection &bus, const QDBusMessage &message, std::function<void(const Call &)> answered)
    : m_bus(bus)
    , m_message(message)
    , m_answered(std::move(answered))
{
    m_clock.start();
    attempt.method = message.member();
}

Call::~Call()
{
    if (m_open)
        fail(Error{.code = ErrorCode::HelperFailed});
}

void Call::reply(const QVariantList &results)
{
    if (attempt.outcome.isEmpty())
        attempt.outcome = QStringLiteral("answered");
    send(m_message.createReply(results));
}

void Call::fail(const Error &error)
{
    attempt.refused = true;
    attempt.outcome = bus::nameOf(error.code);
    send(bus::errorReply(m_message, error));
}

void Call::fail(QDBusError::ErrorType type)
{
    attempt.refused = true;
    attempt.outcome = QDBusError::errorString(type);
    send(m_message.createErrorReply(type, QString()));
}

void Call::send(const QDBusMessage &answer)
{
    Q_ASSERT(m_open);
    m_open = false;
    attempt.caller = caller;
    attempt.duration = std::chrono::milliseconds(m_clock.elapsed());
    if (m_message.isReplyRequired())
        m_bus.send(answer);
    m_answered(*this);
}

} // namespace lvs
