// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/trafficfiles.h"

#include "core/traffic/sourcecode.h"

#include <QDate>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>
#include <map>

namespace lvs {

namespace {

constexpr qint64 day = 86'400'000; ///< ms

const QString suffix = QStringLiteral(".minutes");

QString nameOf(qint64 number)
{
    return QDate(1970, 1, 1).addDays(number).toString(Qt::ISODate) + suffix;
}

/// Since 1970; nothing for files of others.
std::optional<qint64> dayOf(const QString &name)
{
    if (!name.endsWith(suffix))
        return std::nullopt;
    const QDate date = QDate::fromString(name.chopped(suffix.size()), Qt::ISODate);
    return date.isValid() ? std::optional(QDate(1970, 1, 1).daysTo(date)) : std::nullopt;
}

struct DayFile {
    qint64 day = 0;
    QString path{};
    qint64 size = 0;
};

/// Of all directors, oldest first.
std::vector<DayFile> dayFiles(const QString &root)
{
    std::vector<DayFile> files;
    QDirIterator entries(root, {u'*' + suffix}, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo entry = entries.nextFileInfo();
        if (const auto number = dayOf(entry.fileName()))
            files.push_back({*number, entry.filePath(), entry.size()});
    }
    std::ranges::sort(files, {}, &DayFile::day);
    return files;
}

bool makePrivate(const QString &folder)
{
    constexpr auto owners = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QDir().mkpath(folder) && QFile::setPermissions(folder, owners);
}

} // namespace

TrafficFiles::TrafficFiles(const QString &root, const QString &directorId, qint64 mostBytes)
    : m_root(root)
    , m_folder(root + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(directorId)))
    , m_mostBytes(mostBytes)
{
}

QString TrafficFiles::pathOf(qint64 day) const
{
    return m_folder + u'/' + nameOf(day);
}

Result<void> TrafficFiles::lock()
{
    if (!makePrivate(m_root) || !makePrivate(m_folder))
        return failure(ErrorCode::FileNotWritten, {m_folder, {}});
    m_lock = std::make_unique<QLockFile>(m_folder + QStringLiteral("/lock"));
    m_lock->setStaleLockTime(0); // held for as long as a console runs
    if (m_lock->tryLock(0))
        return {};
    const bool isHeld = m_lock->error() == QLockFile::LockFailedError;
    m_lock.reset();
    return isHeld ? failure(ErrorCode::Busy) : failure(ErrorCode::FileNotWritten, {m_folder, {}});
}

Result<bool> TrafficFiles::append(std::span<const SealedMinutes> blocks, qint64 now)
{
    std::map<qint64, std::vector<SealedMinutes>> days;
    qint64 added = 0;
    for (const SealedMinutes &block : blocks) {
        days[block.firstMinute * MinutesTier::minute / day].push_back(block);
        added += qint64(block.block.data().size()) + 64;
    }
    removeOld(now / day, added);
    if (bytes() + added > m_mostBytes)
        return false;
    for (const auto &[number, ofDay] : days) {
        if (const auto written = TrafficFile(pathOf(number)).append(ofDay); !written)
            return std::unexpected(written.error());
    }
    return true;
}

Result<void> TrafficFiles::writePinned(const std::set<TrafficSource> &servers) const
{
    QByteArray lines;
    for (const TrafficSource &server : servers)
        lines += toCode(server).toHex() + '\n';
    QSaveFile file(pinnedPath());
    if (file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() && file.commit())
        return {};
    return failure(ErrorCode::FileNotWritten, {pinnedPath(), file.errorString()});
}

std::set<TrafficSource> TrafficFiles::readPinned() const
{
    std::set<TrafficSource> servers;
    QFile file(pinnedPath());
    if (!file.open(QIODevice::ReadOnly))
        return servers;
    for (QByteArray line = file.readLine(256); !line.isEmpty(); line = file.readLine(256)) {
        const QByteArray code = QByteArray::fromHex(line.trimmed());
        const auto source = sourceFromCode({reinterpret_cast<const quint8 *>(code.data()), std::size_t(code.size())});
        if (source && source->isServer())
            servers.insert(*source);
    }
    return servers;
}

void TrafficFiles::removeOld(qint64 today, qint64 added)
{
    const std::vector<DayFile> files = dayFiles(m_root);
    qint64 sum = 0;
    for (const DayFile &file : files)
        sum += file.size;
    for (const DayFile &file : files) {
        const bool isTooOld = file.day < today - keptDays;
        const bool isTooMuch = sum + added > m_mostBytes && file.day < today;
        if ((isTooOld || isTooMuch) && QFile::remove(file.path))
            sum -= file.size;
    }
}

TrafficFiles::Found TrafficFiles::read(qint64 from, qint64 to, const TrafficFile::Wanted &wanted,
                                       const TrafficFile::Take &take) const
{
    Found found;
    const auto inSpan = [&](std::span<const quint8> source, qint64 firstMinute) {
        const qint64 at = firstMinute * MinutesTier::minute;
        return at >= from && at <= to && wanted(source, firstMinute);
    };
    for (qint64 number = to / day; number >= from / day; --number) {
        const QString path = pathOf(number);
        if (!QFile::exists(path))
            continue;
        const Result<qsizetype> read = TrafficFile(path).read(inSpan, take);
        if (read)
            found.damages += *read;
        else
            found.error = read.error();
    }
    return found;
}

qint64 TrafficFiles::bytes() const
{
    qint64 sum = 0;
    for (const DayFile &file : dayFiles(m_root))
        sum += file.size;
    return sum;
}

} // namespace lvs
