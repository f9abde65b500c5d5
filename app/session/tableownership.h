// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/keepalived/configuration.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace lvs {

/// Who else keeps a director's table, looked for while somebody looks at the director; and keepalived's configuration.
class TableOwnership : public QObject
{
    Q_OBJECT
public:
    /// What keepalived's files say.
    struct Keepalived {
        std::vector<keepalived::ConfigFile> files{}; ///< the main one first
        keepalived::Configuration config{};
        QSet<ServiceKey> services{};
    };

    /// `director` is not owned.
    explicit TableOwnership(Director *director, QObject *parent = nullptr);

    /// Between two looks.
    static constexpr std::chrono::seconds pause{5};

    void setWatched(bool watched);
    const TableOwners &owners() const { return m_owners; }
    bool isRunning(TableOwner owner) const;
    /// Null while nothing was read.
    std::shared_ptr<const Keepalived> keepalived() const { return m_keepalived; }
    /// Why the configuration could not be read the last time; nothing after it could.
    const std::optional<Error> &keepalivedError() const { return m_keepalivedError; }
    /// Reads the director's own configuration anew.
    void readKeepalived();
    /// A person chose another one, which is kept until readKeepalived().
    void setFiles(std::vector<keepalived::ConfigFile> files);

    /// Who will undo, or may undo, what is changed at a service.
    std::optional<TableOwner> ownerOf(const ServiceKey &service) const;
    /// The operations of a plan that somebody will or may undo, and who.
    struct Undoing {
        std::optional<TableOwner> owner{};
        qsizetype operations = 0;
    };
    Undoing undoing(const ChangePlan &plan) const;

Q_SIGNALS:
    void changed();

private:
    void look();
    void take(std::vector<keepalived::ConfigFile> files);

    Director *m_director;
    QTimer m_timer;
    TableOwners m_owners;
    std::shared_ptr<const Keepalived> m_keepalived;
    std::optional<Error> m_keepalivedError;
    bool m_watched = false;
    bool m_looking = false;
    bool m_chosen = false; ///< by a person
    int m_looks = 0;
    int m_reading = 0; ///< the newest; answers of older ones are dropped
};

} // namespace lvs
