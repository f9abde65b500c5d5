// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"
#include "helper/probe/conversation.h"

#include <memory>

struct ssl_st;
struct ssl_ctx_st;
struct x509_store_ctx_st;

namespace lvs {

/// The handshake of TLS, of any version and with any certificate, for the certificate's sake: nothing is trusted, and
/// nothing is said after it.
class TlsConversation : public Conversation
{
public:
    TlsConversation();
    ~TlsConversation() override;
    Q_DISABLE_COPY_MOVE(TlsConversation)

    State goOn(int socket) override;
    bool hasAnswer() const override { return !m_certificate.isEmpty(); }
    TlsResult result(const ProbeResult &of) const;

private:
    static int takeCertificate(x509_store_ctx_st *chain, void *conversation);

    template<class T> using Pointer = std::unique_ptr<T, void (*)(T *)>;
    Pointer<ssl_ctx_st> m_context;
    Pointer<ssl_st> m_tls;
    QByteArray m_certificate; ///< SHA-256
    QDateTime m_validUntil;
};

} // namespace lvs
