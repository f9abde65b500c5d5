// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"
#include "helper/probe/conversation.h"
#include "helper/probe/httpanswer.h"

namespace lvs {

/// One GET of HTTP/1.0.
class HttpConversation : public Conversation
{
public:
    explicit HttpConversation(const HttpTarget &target);

    State goOn(int socket) override;
    bool hasAnswer() const override { return m_answer.status() != 0; }
    HttpResult result(const ProbeResult &of) const;

private:
    State send(int socket);
    State receive(int socket);

    QByteArray m_request; ///< what is still to be sent
    HttpAnswer m_answer;
};

} // namespace lvs
