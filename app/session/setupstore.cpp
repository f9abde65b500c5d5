// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setupstore.h"

#include "app/session/writefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QUrl>
#include <QUuid>

#include <algorithm>

namespace lvs {

namespace {

const QString suffix = QStringLiteral(".setup");
constexpr qint64 largestFile = 64 << 20;

/// One that has not the name of its id would be written elsewhere.
Result<SetupRecord> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotRead, {path, file.errorString()});
    if (file.size() > largestFile)
        return failure(ErrorCode::FileNotUnderstood, {path});
    Result<SetupRecord> record = setupRecordFromBytes(file.readAll());
    if (!record || record->id + suffix != QFileInfo(path).fileName())
        return failure(ErrorCode::FileNotUnderstood, {path});
    return record;
}

QStringList filesIn(const QDir &folder)
{
    return folder.entryList({u'*' + suffix}, QDir::Files, QDir::Name);
}

void sortByTime(std::vector<SetupRecord> &records)
{
    std::ranges::stable_sort(records, std::ranges::greater(), &SetupRecord::begunAt);
}

/// Whether it asks anything of machines: not after everything was rolled back.
bool isWanted(const SetupRecord &record)
{
    return !record.progress.isTakenBack() || record.progress.isComplete();
}

} // namespace

SetupStore::SetupStore(const QString &directorId, QObject *parent)
    : QObject(parent)
    , m_director(directorId)
{
}

QString SetupStore::usualRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/setups");
}

void SetupStore::keepOnDisk(const QString &root)
{
    m_root = root;
    const QDir folder(folderOf(m_director));
    for (const QString &name : filesIn(folder)) {
        Result<SetupRecord> record = readFile(folder.filePath(name));
        if (!record)
            m_unreadable = record.error();
        else
            m_records.push_back(std::move(*record));
    }
    sortByTime(m_records);
    Q_EMIT changed();
}

const SetupRecord *SetupStore::find(const QString &id) const
{
    const auto found = std::ranges::find(m_records, id, &SetupRecord::id);
    return found == m_records.end() ? nullptr : &*found;
}

Result<QString> SetupStore::add(SetupRecord record)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.id = id;
    if (const auto written = write(folderOf(m_director), record); !written)
        return std::unexpected(written.error());
    m_records.push_back(std::move(record));
    sortByTime(m_records);
    Q_EMIT changed();
    return id;
}

Result<void> SetupStore::keep(const SetupRecord &record)
{
    const auto found = std::ranges::find(m_records, record.id, &SetupRecord::id);
    if (found == m_records.end() || *found == record)
        return {};
    if (const auto written = write(folderOf(m_director), record); !written)
        return written;
    *found = record;
    Q_EMIT changed();
    return {};
}

Result<void> SetupStore::forget(const QString &id)
{
    if (!m_root.isEmpty() && QFile::exists(pathOf(id)) && !QFile::remove(pathOf(id)))
        return failure(ErrorCode::FileNotWritten, {pathOf(id), QString()});
    std::erase_if(m_records, [&](const SetupRecord &record) { return record.id == id; });
    Q_EMIT changed();
    return {};
}

Result<std::vector<SetupRecord>> SetupStore::recordsBeside(const QString &id) const
{
    std::vector<SetupRecord> records;
    for (const SetupRecord &record : m_records) {
        if (record.id != id && isWanted(record))
            records.push_back(record);
    }
    if (m_root.isEmpty())
        return records;
    const QDir root(m_root);
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QDir folder(root.filePath(name));
        if (!folder.isReadable())
            return failure(ErrorCode::FileNotRead, {folder.path(), QString()});
        const bool isOwn = folder.path() == folderOf(m_director);
        for (const QString &file : filesIn(folder)) {
            if (isOwn && find(file.chopped(suffix.size())))
                continue;
            Result<SetupRecord> record = readFile(folder.filePath(file));
            if (!record)
                return std::unexpected(record.error());
            if (isWanted(*record))
                records.push_back(std::move(*record));
        }
    }
    return records;
}

Result<void> SetupStore::keepBeside(const SetupRecord &record) const
{
    return write(folderOf(record.wish.director), record);
}

Result<void> SetupStore::write(const QString &folder, const SetupRecord &record) const
{
    if (m_root.isEmpty())
        return {};
    const QString path = folder + u'/' + record.id + suffix;
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::FileNotWritten, {path, QString()});
    return writeFile(path, toBytes(record));
}

QString SetupStore::folderOf(const QString &directorId) const
{
    return m_root + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(directorId));
}

QString SetupStore::pathOf(const QString &id) const
{
    return folderOf(m_director) + u'/' + id + suffix;
}

} // namespace lvs
