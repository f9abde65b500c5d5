// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/filewatch.h"

#include <QFileInfo>
#include <QTimeZone>

#include <utility>

namespace lvs {

using namespace std::chrono_literals;

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(200ms); // a file is often written in several steps
    connect(&m_settling, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::tellAgain);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        if (!m_settling.isActive()) // or a busy folder would put it off for ever
            m_settling.start();
    });
}

void FileWatch::setPath(const QString &path)
{
    m_settling.stop();
    m_path = path;
    watch();
}

void FileWatch::tellAgain()
{
    m_isTouched = true;
    m_settling.start();
}

FileWatch::Marks FileWatch::marks() const
{
    const QFileInfo file(m_path);
    return file.exists() ? Marks{true, file.size(), file.lastModified(QTimeZone::UTC)} : Marks();
}

/// The folder too: most programs replace a file by a new one.
void FileWatch::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_isTouched = false;
    if (m_path.isEmpty())
        return;
    m_marks = marks();
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
    if (m_marks.exists)
        m_watcher.addPath(m_path);
}

void FileWatch::look()
{
    const bool isTouched = std::exchange(m_isTouched, false);
    const Marks before = std::exchange(m_marks, marks());
    if (!m_watcher.files().contains(m_path))
        watch(); // the file is another one now
    if (isTouched || m_marks != before)
        Q_EMIT changed();
}

} // namespace lvs
