// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/storedfile.h"

#include "helper/service/descriptor.h"

#include <QFile>
#include <QTimeZone>

#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace lvs {
namespace {

Descriptor openDirectory(const QString &path)
{
    return Descriptor(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

/// What stands there by that name; nothing if nothing does.
std::optional<struct stat> find(int directory, const QByteArray &name)
{
    struct stat found{};
    if (::fstatat(directory, name.constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return {};
    return found;
}

/// Of the new content, until it takes the place of the old one.
QByteArray freshName(const QString &name)
{
    return QFile::encodeName(name) + ".lvs-console-new";
}

bool writeAll(int file, QByteArrayView content)
{
    while (!content.isEmpty()) {
        const ssize_t written = ::write(file, content.constData(), size_t(content.size()));
        if (written < 0 && errno != EINTR)
            return false;
        content = content.sliced(std::max<ssize_t>(written, 0));
    }
    return true;
}

} // namespace

StoredFile::StoredFile(QString directory, QString name, Readers readers)
    : m_directory(std::move(directory))
    , m_name(std::move(name))
    , m_mode(readers == Readers::Everybody ? 0644 : 0600)
{
}

QString StoredFile::path() const
{
    return m_directory + u'/' + m_name;
}

BootFile StoredFile::read() const
{
    const Descriptor directory = openDirectory(m_directory);
    const QByteArray name = QFile::encodeName(m_name);
    if (!directory.isOpen())
        return {.state = errno == ENOENT ? BootFile::State::Missing : BootFile::State::Unusable};
    // Not to wait for the other end of a pipe that stands there.
    const Descriptor file(::openat(directory, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.isOpen())
        return {.state = errno == ENOENT ? BootFile::State::Missing : BootFile::State::Unusable};
    struct stat status{};
    QFile reader;
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > largestBootFile ||
        !reader.open(file, QIODevice::ReadOnly))
        return {.state = BootFile::State::Unusable};
    const QByteArray content = reader.read(largestBootFile + 1);
    if (content.size() > largestBootFile || reader.error() != QFileDevice::NoError)
        return {.state = BootFile::State::Unusable};
    return {.state = BootFile::State::Present,
            .content = content,
            .changedAt = QDateTime::fromSecsSinceEpoch(status.st_mtim.tv_sec, QTimeZone::UTC)};
}

bool StoredFile::isForEverybody() const
{
    const Descriptor directory = openDirectory(m_directory);
    const auto status = find(directory, QFile::encodeName(m_name));
    return status && (status->st_mode & S_IROTH) != 0;
}

std::unexpected<Error> StoredFile::failed(int error) const
{
    return failure(ErrorCode::FileNotWritten, {path(), qt_error_string(error)});
}

Result<void> StoredFile::write(QByteArrayView content) const
{
    return prepare(content).and_then([this] { return commit(); });
}

Result<void> StoredFile::prepare(QByteArrayView content) const
{
    if (content.size() > largestBootFile)
        return failed(EFBIG);
    const Descriptor directory = openDirectory(m_directory);
    if (!directory.isOpen())
        return failed(errno);
    const auto present = find(directory, QFile::encodeName(m_name));
    if (present && !S_ISREG(present->st_mode))
        return failed(S_ISLNK(present->st_mode) ? ELOOP : EISDIR);

    const QByteArray fresh = freshName(m_name);
    ::unlinkat(directory, fresh.constData(), 0); // of an attempt that was cut short
    const Descriptor file(
        ::openat(directory, fresh.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return failed(errno);
    const mode_t mode = present ? present->st_mode & 0777 : m_mode;
    const bool done = writeAll(file, content) && ::fchmod(file, mode) == 0 && ::fsync(file) == 0;
    if (!done) {
        const int error = errno;
        ::unlinkat(directory, fresh.constData(), 0);
        return failed(error);
    }
    return {};
}

Result<void> StoredFile::commit() const
{
    const Descriptor directory = openDirectory(m_directory);
    if (!directory.isOpen())
        return failed(errno);
    const QByteArray name = QFile::encodeName(m_name);
    const QByteArray fresh = freshName(m_name);
    if (::renameat(directory, fresh.constData(), directory, name.constData()) != 0) {
        const int error = errno;
        ::unlinkat(directory, fresh.constData(), 0);
        return failed(error);
    }
    ::fsync(directory); // if this fails, the new content is in its place nevertheless
    return {};
}

void StoredFile::discard() const
{
    const Descriptor directory = openDirectory(m_directory);
    if (directory.isOpen())
        ::unlinkat(directory, freshName(m_name).constData(), 0);
}

Result<void> StoredFile::remove() const
{
    const Descriptor directory = openDirectory(m_directory);
    if (!directory.isOpen() || ::unlinkat(directory, QFile::encodeName(m_name).constData(), 0) != 0) {
        if (errno == ENOENT)
            return {};
        return failed(errno);
    }
    ::fsync(directory);
    return {};
}

} // namespace lvs
