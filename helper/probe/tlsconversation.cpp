// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/tlsconversation.h"

#include <QTimeZone>

#include <array>
#include <cerrno>
#include <ctime>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace lvs {

namespace {

/// Also those that OpenSSL would find too weak: what clients get is to be seen.
constexpr int noLevel = 0;
constexpr int anyVersion = 0;

QByteArray digestOf(const X509 *certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(size));
}

QDateTime endOf(const X509 *certificate)
{
    std::tm end{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1)
        return {};
    return {QDate(end.tm_year + 1900, end.tm_mon + 1, end.tm_mday), QTime(end.tm_hour, end.tm_min, end.tm_sec),
            QTimeZone::UTC};
}

} // namespace

TlsConversation::TlsConversation()
    : m_context(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free)
    , m_tls(nullptr, &SSL_free)
{
    if (!m_context)
        return;
    SSL_CTX_set_security_level(m_context.get(), noLevel);
    SSL_CTX_set_min_proto_version(m_context.get(), anyVersion);
    // As soon as it has come: a server that then wants a certificate of ours ends the handshake.
    SSL_CTX_set_cert_verify_callback(m_context.get(), &TlsConversation::takeCertificate, this);
    m_tls.reset(SSL_new(m_context.get()));
}

TlsConversation::~TlsConversation() = default;

int TlsConversation::takeCertificate(X509_STORE_CTX *chain, void *conversation)
{
    auto *self = static_cast<TlsConversation *>(conversation);
    if (const X509 *certificate = X509_STORE_CTX_get0_cert(chain)) {
        self->m_certificate = digestOf(certificate);
        self->m_validUntil = endOf(certificate);
    }
    return 1;
}

Conversation::State TlsConversation::goOn(int socket)
{
    if (!m_tls || (SSL_get_fd(m_tls.get()) != socket && SSL_set_fd(m_tls.get(), socket) != 1)) {
        errno = ENOMEM;
        return State::Broken;
    }
    ERR_clear_error();
    errno = 0;
    const int done = SSL_connect(m_tls.get());
    if (done == 1) {
        SSL_shutdown(m_tls.get());
        return State::Complete;
    }
    switch (SSL_get_error(m_tls.get(), done)) {
    case SSL_ERROR_WANT_READ:
        return State::WaitsToRead;
    case SSL_ERROR_WANT_WRITE:
        return State::WaitsToWrite;
    case SSL_ERROR_SYSCALL:
        return errno != 0 ? State::Broken : State::Nonsense; // it has just hung up
    default:
        return State::Nonsense;
    }
}

TlsResult TlsConversation::result(const ProbeResult &of) const
{
    return {.result = of, .certificate = m_certificate, .validUntil = m_validUntil};
}

} // namespace lvs
