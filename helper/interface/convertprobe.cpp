// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace lvs::bus {

namespace {

constexpr qsizetype digestBytes = 32; // SHA-256
constexpr qsizetype hardwareAddressBytes = 6;
constexpr quint16 firstStatus = 100; // RFC 9110, section 15
constexpr quint16 lastStatus = 599;
constexpr qint64 latestSecond = 253'402'300'799; // of the year 9999, the last of a certificate (RFC 5280, 4.1.2.5)

std::unexpected<Error> madeNoSense(const char *what)
{
    return failure(ErrorCode::HelperFailed, {QString::fromLatin1(what)});
}

} // namespace

AddressData toWire(const IpAddress &address)
{
    return {.address = addressToWire(address)};
}

PortData toWire(const ServerKey &server)
{
    return {.address = addressToWire(server.address), .port = server.port};
}

PageData toWire(const HttpTarget &target)
{
    return {.address = addressToWire(target.server.address),
            .port = target.server.port,
            .host = target.host.toString(),
            .path = target.path.toString()};
}

ProbeResultData toWire(const ProbeResult &result)
{
    const auto took = std::clamp<qint64>(result.took.count(), 0, std::numeric_limits<quint32>::max());
    return {.outcome = quint8(result.outcome), .took = quint32(took), .kernelErrno = result.kernelErrno};
}

PageResultData toWire(const HttpResult &result)
{
    return {
        .result = toWire(result.result), .status = result.status, .bytes = result.bytes, .firstLine = result.firstLine};
}

TlsResultData toWire(const TlsResult &result)
{
    return {.result = toWire(result.result),
            .certificate = result.certificate,
            .validUntil = result.validUntil.isValid() ? result.validUntil.toSecsSinceEpoch() : 0};
}

ArpAnswerData toWire(const ArpAnswer &answer)
{
    return {
        .interface = answer.interface.toString(), .hardwareAddress = answer.hardwareAddress, .answers = answer.answers};
}

Result<IpAddress> fromWire(const AddressData &data)
{
    const auto address = addressFromWire(data.address);
    if (address && !address->isUnicast())
        return failure(ErrorCode::NotUnicast);
    return address;
}

Result<ServerKey> fromWire(const PortData &data)
{
    if (data.port == 0)
        return failure(ErrorCode::MissingPort);
    return fromWire(AddressData{data.address}).transform([&](const IpAddress &address) {
        return ServerKey{.address = address, .port = data.port};
    });
}

Result<HttpTarget> fromWire(const PageData &data)
{
    const auto server = fromWire(PortData{data.address, data.port});
    if (!server)
        return std::unexpected(server.error());
    const auto host = data.host.isEmpty() ? HttpHost() : HttpHost::fromText(data.host);
    if (!host)
        return std::unexpected(host.error());
    const auto path = HttpPath::fromText(data.path);
    if (!path)
        return std::unexpected(path.error());
    return HttpTarget{.server = *server, .host = *host, .path = *path};
}

Result<ProbeResult> fromWire(const ProbeResultData &data)
{
    if (data.outcome > quint8(ProbeOutcome::Garbled) || data.kernelErrno < 0)
        return madeNoSense("outcome");
    return ProbeResult{.outcome = ProbeOutcome(data.outcome),
                       .took = std::chrono::microseconds(data.took),
                       .kernelErrno = data.kernelErrno};
}

Result<HttpResult> fromWire(const PageResultData &data)
{
    const auto result = fromWire(data.result);
    if (!result)
        return std::unexpected(result.error());
    const bool hasStatus = data.status >= firstStatus && data.status <= lastStatus;
    if (result->isAnswered() != hasStatus || (data.status != 0 && !hasStatus))
        return madeNoSense("status");
    if (!data.firstLine.isEmpty() && data.firstLine.size() != digestBytes)
        return madeNoSense("digest");
    return HttpResult{.result = *result, .status = data.status, .bytes = data.bytes, .firstLine = data.firstLine};
}

Result<TlsResult> fromWire(const TlsResultData &data)
{
    const auto result = fromWire(data.result);
    if (!result)
        return std::unexpected(result.error());
    if (result->isAnswered() == data.certificate.isEmpty() ||
        (!data.certificate.isEmpty() && data.certificate.size() != digestBytes))
        return madeNoSense("digest");
    if (data.validUntil < 0 || data.validUntil > latestSecond)
        return madeNoSense("time");
    TlsResult tls{.result = *result, .certificate = data.certificate};
    if (data.validUntil > 0)
        tls.validUntil = QDateTime::fromSecsSinceEpoch(data.validUntil, QTimeZone::UTC);
    return tls;
}

Result<ArpAnswer> fromWire(const ArpAnswerData &data)
{
    const auto interface = InterfaceName::fromText(data.interface);
    if (!interface)
        return std::unexpected(interface.error());
    if (data.hardwareAddress.size() != hardwareAddressBytes)
        return madeNoSense("hardware address");
    return ArpAnswer{.interface = *interface, .hardwareAddress = data.hardwareAddress, .answers = data.answers};
}

} // namespace lvs::bus
