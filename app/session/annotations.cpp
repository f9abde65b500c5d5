// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/annotations.h"

#include "app/session/writefile.h"

#include "core/types/numbers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QUrl>

#include <array>

namespace lvs {

namespace {

const QString format = QStringLiteral("lvs-console names and notes");
constexpr int version = 1;
constexpr qint64 largestFile = 64 << 20;

constexpr std::array protocols{std::pair(Protocol::Tcp, "tcp"), std::pair(Protocol::Udp, "udp"),
                               std::pair(Protocol::Sctp, "sctp")};

QJsonObject toJson(const ServiceKey &key)
{
    if (key.isMark())
        return {{QStringLiteral("mark"), qint64(key.firewallMark)},
                {QStringLiteral("family"), key.family == Family::IPv6 ? 6 : 4}};
    QJsonValue protocol(int(key.protocol));
    for (const auto &[number, name] : protocols) {
        if (key.protocol == quint8(number))
            protocol = QLatin1StringView(name);
    }
    return {{QStringLiteral("protocol"), protocol},
            {QStringLiteral("address"), key.address.toString()},
            {QStringLiteral("port"), int(key.port)}};
}

/// A number of the file within its range, as exact as JSON has it.
std::optional<quint32> numberOf(const QJsonValue &value, quint32 smallest, quint32 largest)
{
    const qint64 number = value.toInteger(-1);
    return number >= smallest && number <= largest ? std::optional(quint32(number)) : std::nullopt;
}

std::optional<quint8> protocolOf(const QJsonValue &value)
{
    for (const auto &[number, name] : protocols) {
        if (value.toString() == QLatin1StringView(name))
            return quint8(number);
    }
    return numberOf(value, 0, 255);
}

std::optional<ServiceKey> serviceOf(const QJsonObject &object)
{
    if (object.contains(QStringLiteral("mark"))) {
        const auto mark = numberOf(object.value(QStringLiteral("mark")), 1, limits::largestMark);
        const auto family = numberOf(object.value(QStringLiteral("family")), 4, 6);
        if (!mark || !family || *family == 5)
            return {};
        return ServiceKey::forMark(*mark, *family == 6 ? Family::IPv6 : Family::IPv4);
    }
    const auto protocol = protocolOf(object.value(QStringLiteral("protocol")));
    const auto address = IpAddress::fromText(object.value(QStringLiteral("address")).toString());
    const auto port = numberOf(object.value(QStringLiteral("port")), 0, limits::largestPort);
    if (!protocol || !address || !port)
        return {};
    ServiceKey key = ServiceKey::forAddress(Protocol::Tcp, *address, quint16(*port));
    key.protocol = *protocol;
    return key;
}

std::optional<IpAddress> serverOf(const QJsonObject &object)
{
    const auto address = IpAddress::fromText(object.value(QStringLiteral("address")).toString());
    return address ? std::optional(*address) : std::nullopt;
}

QJsonObject toJson(const IpAddress &address)
{
    return {{QStringLiteral("address"), address.toString()}};
}

template<class Map> QJsonArray toArray(const Map &map)
{
    QJsonArray array;
    for (const auto &[key, annotation] : map) {
        QJsonObject object = toJson(key);
        object.insert(QStringLiteral("name"), annotation.name);
        object.insert(QStringLiteral("note"), annotation.note);
        array.append(object);
    }
    return array;
}

/// False when an entry can't be understood.
template<class Map> bool fromArray(const QJsonValue &value, Map &map, auto &&keyOf)
{
    if (!value.isArray())
        return false;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonObject object = entry.toObject();
        const auto key = keyOf(object);
        if (!key)
            return false;
        const Annotation annotation{object.value(QStringLiteral("name")).toString(),
                                    object.value(QStringLiteral("note")).toString()};
        if (!annotation.isEmpty())
            map.insert_or_assign(*key, annotation);
    }
    return true;
}

template<class Map, class Key> const Annotation &find(const Map &map, const Key &key)
{
    static const Annotation none;
    const auto found = map.find(key);
    return found == map.end() ? none : found->second;
}

template<class Map, class Key> void put(Map &map, const Key &key, const Annotation &annotation)
{
    if (annotation.isEmpty())
        map.erase(key);
    else
        map.insert_or_assign(key, annotation);
}

} // namespace

Annotations::Annotations(const QString &directorId, QObject *parent)
    : QObject(parent)
    , m_path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/names/") +
             QString::fromLatin1(QUrl::toPercentEncoding(directorId)) + QStringLiteral(".json"))
{
    if (!QFileInfo::exists(m_path))
        return;
    Result<Tables> tables = readFile(m_path);
    if (tables) {
        m_services = std::move(tables->services);
        m_servers = std::move(tables->servers);
    } else {
        m_unreadable = tables.error();
    }
}

const Annotation &Annotations::of(const ServiceKey &service) const
{
    return find(m_services, service);
}

const Annotation &Annotations::of(const IpAddress &server) const
{
    return find(m_servers, server);
}

QStringList Annotations::names() const
{
    QStringList names;
    for (const auto &[key, annotation] : m_services)
        names.append(annotation.name);
    for (const auto &[key, annotation] : m_servers)
        names.append(annotation.name);
    names.removeAll(QString());
    names.sort(Qt::CaseInsensitive);
    names.removeDuplicates();
    return names;
}

Result<void> Annotations::set(const ServiceKey &service, const Annotation &annotation)
{
    Tables tables{m_services, m_servers};
    put(tables.services, service, annotation);
    return keep(std::move(tables));
}

Result<void> Annotations::set(const IpAddress &server, const Annotation &annotation)
{
    Tables tables{m_services, m_servers};
    put(tables.servers, server, annotation);
    return keep(std::move(tables));
}

Result<void> Annotations::exportTo(const QString &path) const
{
    return writeFile(path, {m_services, m_servers});
}

Result<qsizetype> Annotations::importFrom(const QString &path)
{
    Result<Tables> read = readFile(path);
    if (!read)
        return std::unexpected(read.error());
    const auto count = qsizetype(read->services.size() + read->servers.size());
    read->services.insert(m_services.begin(), m_services.end()); // only what the file does not name
    read->servers.insert(m_servers.begin(), m_servers.end());
    const Result<void> kept = keep(std::move(*read));
    if (!kept)
        return std::unexpected(kept.error());
    return count;
}

Result<void> Annotations::keep(Tables tables)
{
    if (m_unreadable)
        return std::unexpected(*m_unreadable);
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure(ErrorCode::FileNotWritten, {m_path, QString()});
    if (Result<void> written = writeFile(m_path, tables); !written)
        return written;
    m_services = std::move(tables.services);
    m_servers = std::move(tables.servers);
    Q_EMIT changed();
    return {};
}

Result<Annotations::Tables> Annotations::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotRead, {path, file.errorString()});
    if (file.size() > largestFile)
        return failure(ErrorCode::FileNotUnderstood, {path});
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Tables tables;
    if (root.value(QStringLiteral("format")).toString() != format ||
        root.value(QStringLiteral("version")).toInt() != version ||
        !fromArray(root.value(QStringLiteral("services")), tables.services, serviceOf) ||
        !fromArray(root.value(QStringLiteral("servers")), tables.servers, serverOf))
        return failure(ErrorCode::FileNotUnderstood, {path});
    return tables;
}

Result<void> Annotations::writeFile(const QString &path, const Tables &tables)
{
    const QJsonObject root{{QStringLiteral("format"), format},
                           {QStringLiteral("version"), version},
                           {QStringLiteral("services"), toArray(tables.services)},
                           {QStringLiteral("servers"), toArray(tables.servers)}};
    return lvs::writeFile(path, QJsonDocument(root).toJson());
}

} // namespace lvs
