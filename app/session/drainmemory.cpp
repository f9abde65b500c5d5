// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drainmemory.h"

#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

namespace lvs {

namespace {

constexpr quint32 magic = 0x4c56'5344; // "LVSD"
constexpr quint32 version = 1;

QDataStream &operator<<(QDataStream &stream, const IpAddress &address)
{
    stream << quint8(address.family());
    stream.writeRawData(reinterpret_cast<const char *>(address.bytes().data()), int(address.bytes().size()));
    return stream;
}

QDataStream &operator>>(QDataStream &stream, IpAddress &address)
{
    quint8 family = 0;
    std::array<quint8, 16> bytes{};
    stream >> family;
    stream.readRawData(reinterpret_cast<char *>(bytes.data()), int(bytes.size()));
    const quint32 ipv4 = quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3];
    address = family == quint8(Family::IPv6) ? IpAddress::fromIPv6(bytes) : IpAddress::fromIPv4(ipv4);
    return stream;
}

} // namespace

DrainMemory::DrainMemory(const QString &directorId)
    : m_path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/drained/") +
             QString::fromLatin1(QUrl::toPercentEncoding(directorId)))
    , m_weights(readFile(m_path))
{
    m_writer.setMaxThreadCount(1);
}

void DrainMemory::remember(const ChangePlan &changes)
{
    bool anyNew = false;
    for (const Operation &operation : changes.operations) {
        const auto *edit = std::get_if<EditServer>(&operation);
        if (!edit || !edit->after.isDrained() || edit->before.isDrained())
            continue;
        m_weights.insert({edit->service, edit->before.key}, edit->before.weight);
        anyNew = true;
    }
    if (anyNew)
        m_writer.start([path = m_path, weights = m_weights] { writeFile(path, weights); });
}

std::optional<quint32> DrainMemory::weightOf(const ServiceKey &service, const ServerKey &server) const
{
    const auto weight = m_weights.constFind({service, server});
    return weight == m_weights.cend() ? std::nullopt : std::optional(*weight);
}

DrainMemory::Weights DrainMemory::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QDataStream stream(&file);
    quint32 foundMagic = 0;
    quint32 foundVersion = 0;
    stream >> foundMagic >> foundVersion;
    if (foundMagic != magic || foundVersion != version)
        return {};
    Weights weights;
    while (!stream.atEnd()) {
        quint8 family = 0;
        ServiceKey service;
        ServerKey server;
        quint32 weight = 0;
        stream >> family >> service.protocol >> service.port >> service.firewallMark >> service.address;
        stream >> server.address >> server.port >> weight;
        if (stream.status() != QDataStream::Ok)
            break; // cut off
        service.family = family == quint8(Family::IPv6) ? Family::IPv6 : Family::IPv4;
        weights.insert({service, server}, weight);
    }
    return weights;
}

/// A weight that can't be kept is no reason not to drain.
void DrainMemory::writeFile(const QString &path, const Weights &weights)
{
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly))
        return;
    QDataStream stream(&file);
    stream << magic << version;
    for (const auto &[object, weight] : weights.asKeyValueRange()) {
        const ServiceKey &service = object.service;
        stream << quint8(service.family) << service.protocol << service.port << service.firewallMark << service.address;
        stream << object.server->address << object.server->port << weight;
    }
    file.commit();
}

} // namespace lvs
