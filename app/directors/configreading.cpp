// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/configreading.h"

#include "app/directors/machine.h"
#include "core/director/pendingresult.h"
#include "core/keepalived/configuration.h"

#include <QPointer>
#include <QtConcurrentRun>

#include <algorithm>

namespace lvs {

QFuture<Result<ConfigReading::Files>> ConfigReading::start(Machine *machine)
{
    const QPointer there(machine);
    auto *reading = new ConfigReading(mainFile.toString(), [there](const QStringList &patterns) {
        Machine *const open = there.data();
        if (!open)
            return failedFuture<TextFiles>({.code = ErrorCode::LinkLost});
        return open->readTextFiles(patterns);
    });
    auto future = reading->m_promise.future();
    reading->read({reading->m_path});
    return future;
}

QFuture<Result<ConfigReading::Files>> ConfigReading::startHere(const QString &path)
{
    auto *reading = new ConfigReading(path, [path](const QStringList &patterns) {
        return QtConcurrent::run([path, patterns] {
            if (patterns != QStringList{path})
                return Result<TextFiles>(readTextFiles(patterns));
            return Result<TextFiles>(readTextFile(path)); // a name is no pattern
        });
    });
    auto future = reading->m_promise.future();
    reading->read({path});
    return future;
}

ConfigReading::ConfigReading(QString path, Reader reader)
    : m_path(std::move(path))
    , m_reader(std::move(reader))
{
    m_promise.start();
}

void ConfigReading::read(const QStringList &patterns)
{
    m_asked += patterns;
    m_reader(patterns).then(this, [this](const Result<TextFiles> &found) {
        if (found)
            take(*found);
        else
            finish(std::unexpected(found.error()));
    });
}

void ConfigReading::take(const TextFiles &found)
{
    if (m_files.empty() && found.files.isEmpty()) {
        const std::error_code why = std::make_error_code(
            found.unreadable.isEmpty() ? std::errc::no_such_file_or_directory : std::errc::permission_denied);
        return finish(failure(ErrorCode::FileNotRead, {m_path, QString::fromStdString(why.message())}));
    }
    for (auto file = found.files.cbegin(); file != found.files.cend(); ++file) {
        if (!std::ranges::contains(m_files, file.key(), &keepalived::ConfigFile::path))
            m_files.push_back(keepalived::ConfigFile::fromBytes(file.key(), *file));
    }
    QtConcurrent::run([files = m_files] {
        return keepalived::readConfiguration(files).missingIncludes;
    }).then(this, [this](QStringList missing) {
        missing.removeIf([this](const QString &pattern) { return m_asked.contains(pattern); });
        if (missing.isEmpty() || ++m_level > deepestInclude)
            finish(std::move(m_files));
        else
            read(missing);
    });
}

void ConfigReading::finish(Result<Files> &&result)
{
    m_promise.addResult(std::move(result));
    m_promise.finish();
    deleteLater();
}

} // namespace lvs
