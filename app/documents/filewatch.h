// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace lvs {

/// Tells when a file may have become another one, also by being replaced, removed or made anew; once for several steps
/// in a row.
class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);

    /// From now on; nothing is watched with an empty path.
    void setPath(const QString &path);
    /// Tells once more, a moment from now: after a time in which nobody listened.
    void tellAgain();

Q_SIGNALS:
    void changed();

private:
    /// What tells one state of the file from the next without reading it.
    struct Marks {
        bool exists = false;
        qint64 size = 0;
        QDateTime changedAt{};
        friend bool operator==(const Marks &, const Marks &) = default;
    };
    Marks marks() const;
    void watch();
    void look();

    QString m_path;
    Marks m_marks;
    bool m_isTouched = false; ///< the file itself, not only its folder
    QFileSystemWatcher m_watcher;
    QTimer m_settling;
};

} // namespace lvs
