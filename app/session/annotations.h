// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/types/servicekey.h"

#include <QObject>

#include <map>
#include <optional>

namespace lvs {

/// What a person calls an object, and remarks on it. The kernel knows nothing of it.
struct Annotation {
    QString name{};
    QString note{};
    bool isEmpty() const { return name.isEmpty() && note.isEmpty(); }
    friend bool operator==(const Annotation &, const Annotation &) = default;
};

/// Names and notes of one director's services and real servers, kept by this console in a JSON file. A real server's
/// belong to its address: they hold in every service and on every port, as the machine is the same.
class Annotations : public QObject
{
    Q_OBJECT
public:
    /// Reads what is kept for the director with this id. A file that can't be understood is left alone: there are then
    /// no names, and setting one is refused with the reason.
    explicit Annotations(const QString &directorId, QObject *parent = nullptr);

    const Annotation &of(const ServiceKey &service) const;
    const Annotation &of(const IpAddress &server) const;
    bool isEmpty() const { return m_services.empty() && m_servers.empty(); }
    /// Names in use, sorted, each once.
    QStringList names() const;

    /// Keeps it at once; an empty one is forgotten. What could not be written does not hold.
    Result<void> set(const ServiceKey &service, const Annotation &annotation);
    Result<void> set(const IpAddress &server, const Annotation &annotation);

    /// All of them as a file for another console.
    Result<void> exportTo(const QString &path) const;
    /// Adds what such a file says, which wins over what was there; gives how many objects it names.
    Result<qsizetype> importFrom(const QString &path);

Q_SIGNALS:
    void changed();

private:
    using Services = std::map<ServiceKey, Annotation>;
    using Servers = std::map<IpAddress, Annotation>;
    struct Tables {
        Services services{};
        Servers servers{};
    };

    static Result<Tables> readFile(const QString &path);
    static Result<void> writeFile(const QString &path, const Tables &tables);
    /// Writes `tables` to the file of this director and makes them hold.
    Result<void> keep(Tables tables);

    QString m_path;
    Services m_services;
    Servers m_servers;
    std::optional<Error> m_unreadable; ///< why the file is left alone
};

} // namespace lvs
