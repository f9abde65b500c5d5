// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setuprecord.h"

#include <QObject>

#include <vector>

namespace lvs {

/// The set-ups that this console has begun for one director and not taken back; in memory alone until they are to be
/// kept on disk, a file each.
class SetupStore : public QObject
{
    Q_OBJECT
public:
    explicit SetupStore(const QString &directorId, QObject *parent = nullptr);

    /// Reads what an earlier console left in `root`, and keeps everything there from now on. To be called once, before
    /// anything is kept.
    void keepOnDisk(const QString &root);
    /// Where the console keeps them.
    static QString usualRoot();

    /// The newest first.
    const std::vector<SetupRecord> &records() const { return m_records; }
    /// nullptr if there is none; valid until the next change.
    const SetupRecord *find(const QString &id) const;
    /// A set-up from an earlier console that could not be understood; its file is left alone.
    const std::optional<Error> &unreadable() const { return m_unreadable; }

    /// Adds a set-up, with an id of its own, and gives that.
    Result<QString> add(SetupRecord record);
    /// Takes the place of the one with the same id; nothing if there is none. What could not be written does not hold.
    Result<void> keep(const SetupRecord &record);
    Result<void> forget(const QString &id);

    /// The set-ups beside that one that want something of machines, also of other directors as far as they are kept on
    /// disk; not those of which nothing is on any machine. FileNotRead, FileNotUnderstood: what one of them wants is
    /// not known.
    Result<std::vector<SetupRecord>> recordsBeside(const QString &id) const;
    /// As keep(), for a set-up of another director that has no store in this console.
    Result<void> keepBeside(const SetupRecord &record) const;

    /// The set-up that is at work, which nobody else may change; empty: none.
    void setRunning(const QString &id) { m_running = id; }
    const QString &running() const { return m_running; }

Q_SIGNALS:
    void changed();

private:
    Result<void> write(const QString &folder, const SetupRecord &record) const;
    QString folderOf(const QString &directorId) const;
    QString pathOf(const QString &id) const;

    QString m_director;
    QString m_root; ///< empty: not kept on disk
    std::vector<SetupRecord> m_records;
    std::optional<Error> m_unreadable;
    QString m_running;
};

} // namespace lvs
