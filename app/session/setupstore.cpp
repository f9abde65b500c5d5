// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setupstore.h"

#include "app/session/writefile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QUrl>
#include <QUuid>

#include <algorithm>

namespace lvs {

namespace {

const QString suffix = QStringLiteral(".setup");
constexpr qint64 largestFile = 64 << 20;

Result<SetupRecord> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotRead, {path, file.errorString()});
    if (file.size() > largestFile)
        return failure(ErrorCode::FileNotUnderstood, {path});
    Result<SetupRecord> record = setupRecordFromBytes(file.readAll());
    return record ? record : failure(ErrorCode::FileNotUnderstood, {path});
}

QStringList filesIn(const QDir &folder)
{
    return folder.entryList({u'*' + suffix}, QDir::Files, QDir::Name);
}

void sortByTime(std::vector<SetupStore::Entry> &entries)
{
    std::ranges::stable_sort(entries, std::ranges::greater(),
                             [](const SetupStore::Entry &entry) { return entry.record.begunAt; });
}

} // namespace

SetupStore::SetupStore(const QString &directorId, QObject *parent)
    : QObject(parent)
    , m_name(QString::fromLatin1(QUrl::toPercentEncoding(directorId)))
{
}

QString SetupStore::usualRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/setups");
}

void SetupStore::keepOnDisk(const QString &root)
{
    m_root = root;
    const QDir folder(m_root + u'/' + m_name);
    for (const QString &name : filesIn(folder)) {
        const QString path = folder.filePath(name);
        if (Result<SetupRecord> record = readFile(path))
            m_entries.push_back({name.chopped(suffix.size()), std::move(*record)});
        else
            m_unreadable = record.error();
    }
    sortByTime(m_entries);
    Q_EMIT changed();
}

const SetupRecord *SetupStore::find(const QString &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &found->record;
}

Result<QString> SetupStore::add(const SetupRecord &record)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const auto written = write(id, record); !written)
        return std::unexpected(written.error());
    m_entries.push_back({id, record});
    sortByTime(m_entries);
    Q_EMIT changed();
    return id;
}

Result<void> SetupStore::keep(const QString &id, const SetupRecord &record)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    if (found == m_entries.end() || found->record == record)
        return {};
    if (const auto written = write(id, record); !written)
        return written;
    found->record = record;
    Q_EMIT changed();
    return {};
}

Result<void> SetupStore::forget(const QString &id)
{
    if (!m_root.isEmpty() && QFile::exists(pathOf(id)) && !QFile::remove(pathOf(id)))
        return failure(ErrorCode::FileNotWritten, {pathOf(id), QString()});
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.id == id; });
    Q_EMIT changed();
    return {};
}

std::vector<SetupWish> SetupStore::wishesBeside(const QString &id) const
{
    std::vector<SetupWish> wishes;
    for (const Entry &entry : m_entries) {
        if (entry.id != id)
            wishes.push_back(entry.record.wish);
    }
    if (m_root.isEmpty())
        return wishes;
    const QDir root(m_root);
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (name == m_name)
            continue;
        const QDir folder(root.filePath(name));
        for (const QString &file : filesIn(folder)) {
            if (const Result<SetupRecord> record = readFile(folder.filePath(file)))
                wishes.push_back(record->wish);
        }
    }
    return wishes;
}

Result<void> SetupStore::write(const QString &id, const SetupRecord &record) const
{
    if (m_root.isEmpty())
        return {};
    const QString path = pathOf(id);
    if (!QDir().mkpath(m_root + u'/' + m_name))
        return failure(ErrorCode::FileNotWritten, {path, QString()});
    return writeFile(path, toBytes(record));
}

QString SetupStore::pathOf(const QString &id) const
{
    return m_root + u'/' + m_name + u'/' + id + suffix;
}

} // namespace lvs
