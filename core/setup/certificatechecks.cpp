// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"
#include "core/setup/endpoints.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// Enough of a fingerprint to tell one from another by eye.
QString beginningOf(const QByteArray &certificate)
{
    constexpr qsizetype bytes = 8;
    return QString::fromLatin1(certificate.first(std::min(bytes, certificate.size())).toHex(':'));
}

/// What most of them show, the first of those that are as many; empty where none was seen.
QByteArray commonest(const std::vector<const TlsResult *> &seen)
{
    std::map<QByteArray, int> counts;
    for (const TlsResult *tls : seen)
        ++counts[tls->certificate];
    const auto most =
        std::ranges::max_element(seen, {}, [&](const TlsResult *tls) { return counts[tls->certificate]; });
    return most == seen.end() ? QByteArray() : (*most)->certificate;
}

SetupCheck lineFor(CheckLine line, const ServerKey &endpoint, const Result<TlsResult> &tried, const QByteArray &wanted)
{
    line.about(endpoint.port).wanted(beginningOf(wanted));
    if (!tried)
        return line.failed(tried.error());
    if (tried->result.outcome == ProbeOutcome::Garbled)
        return line.evidence(endpoint.toString(), u"garbled"_s).is(u"garbled"_s, false);
    if (!tried->result.isAnswered()) // which is a finding of its own, or listens on the VIP alone
        return line;
    QString value = QString::fromLatin1(tried->certificate.toHex(':'));
    if (tried->validUntil.isValid())
        value += u' ' + tried->validUntil.toString(Qt::ISODate);
    return line.evidence(endpoint.toString(), value).is(beginningOf(tried->certificate), tried->certificate == wanted);
}

} // namespace

void checkCertificates(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks)
{
    // Each port of the service may be a site of its own. Where there is only one, servers may have it on any.
    const bool isOneSite = portsOf(wish).size() == 1;
    const auto siteAt = [&](const ServerKey &endpoint) { return isOneSite ? quint16(0) : endpoint.port; };
    std::map<quint16, std::vector<const TlsResult *>> seen;
    const auto triedAt = [&](const ServerKey &endpoint) {
        const auto tried = facts.probes.certificates.find(endpoint);
        return tried == facts.probes.certificates.end() ? nullptr : &tried->second;
    };
    for (const SetupServer &server : wish.servers) {
        for (const ServerKey &endpoint : httpsEndpointsFrom(facts.table, wish, server)) {
            if (const auto *tried = triedAt(endpoint); tried && *tried && (*tried)->result.isAnswered())
                seen[siteAt(endpoint)].push_back(&**tried);
        }
    }
    for (const SetupServer &server : wish.servers) {
        for (const ServerKey &endpoint : httpsEndpointsFrom(facts.table, wish, server)) {
            const auto *tried = triedAt(endpoint);
            const auto &shown = seen[siteAt(endpoint)];
            // Where no server of the site speaks TLS it is none of HTTPS, whatever its port.
            if (!tried || (*tried && (*tried)->result.outcome == ProbeOutcome::Garbled && shown.empty()))
                continue;
            SetupCheck check = lineFor({SetupCheck::Code::Certificate, wish.director, server.server.key}, endpoint,
                                       *tried, commonest(shown));
            check.triedAt = facts.probes.takenAt;
            checks.push_back(std::move(check));
        }
    }
}

} // namespace lvs
