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
        Result<SetupRecord> record = readFile(path);
        if (!record)
            m_unreadable = record.error();
        else if (record->id != name.chopped(suffix.size()))
            m_unreadable =
                Error{.code = ErrorCode::FileNotUnderstood, .values = {path}}; // it would be written elsewhere
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
    if (const auto written = write(record); !written)
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
    if (const auto written = write(record); !written)
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

std::vector<SetupWish> SetupStore::wishesBeside(const QString &id) const
{
    std::vector<SetupWish> wishes;
    for (const SetupRecord &record : m_records) {
        if (record.id != id && isWanted(record))
            wishes.push_back(record.wish);
    }
    if (m_root.isEmpty())
        return wishes;
    const QDir root(m_root);
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (name == m_name)
            continue;
        const QDir folder(root.filePath(name));
        for (const QString &file : filesIn(folder)) {
            const Result<SetupRecord> record = readFile(folder.filePath(file));
            if (record && isWanted(*record))
                wishes.push_back(record->wish);
        }
    }
    return wishes;
}

Result<void> SetupStore::write(const SetupRecord &record) const
{
    if (m_root.isEmpty())
        return {};
    const QString path = pathOf(record.id);
    if (!QDir().mkpath(m_root + u'/' + m_name))
        return failure(ErrorCode::FileNotWritten, {path, QString()});
    return writeFile(path, toBytes(record));
}

QString SetupStore::pathOf(const QString &id) const
{
    return m_root + u'/' + m_name + u'/' + id + suffix;
}

} // namespace lvs
