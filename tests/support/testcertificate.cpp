// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcertificate.h"

#include <map>
#include <memory>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace lvs::test {

namespace {

template<class T, auto release> using Pointer = std::unique_ptr<T, decltype([](T *object) { release(object); })>;

template<class Write> QByteArray pemOf(Write write)
{
    const Pointer<BIO, BIO_free> memory(BIO_new(BIO_s_mem()));
    write(memory.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return QByteArray(text, qsizetype(size));
}

TestCertificate make(int number)
{
    constexpr long day = 24 * 60 * 60;
    const Pointer<EVP_PKEY, EVP_PKEY_free> key(EVP_EC_gen("P-256"));
    const Pointer<X509, X509_free> certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), number);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), day);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>("test"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate.get()));
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    return {
        .certificate = QSslCertificate(pemOf([&](BIO *to) { PEM_write_bio_X509(to, certificate.get()); })),
        .key = QSslKey(
            pemOf([&](BIO *to) { PEM_write_bio_PrivateKey(to, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }),
            QSsl::Ec),
    };
}

} // namespace

const TestCertificate &testCertificate(int number)
{
    static std::map<int, TestCertificate> made;
    const auto [place, isNew] = made.try_emplace(number);
    if (isNew)
        place->second = make(number);
    return place->second;
}

} // namespace lvs::test
