// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/keepalived/configfile.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QStringList>

#include <functional>
#include <vector>

namespace lvs {

class Machine;
struct TextFiles;

/// One reading of a machine's keepalived.conf, and then of what it includes, level by level. Deletes itself.
class ConfigReading : public QObject
{
    Q_OBJECT
public:
    using Files = std::vector<keepalived::ConfigFile>;

    /// keepalived(8), -f
    static constexpr QStringView mainFile = u"/etc/keepalived/keepalived.conf";
    static constexpr int deepestInclude = 8;

    static QFuture<Result<Files>> start(Machine *machine);
    /// The same for a file of this computer, which need not be keepalived's own.
    static QFuture<Result<Files>> startHere(const QString &path);

private:
    using Reader = std::function<QFuture<Result<TextFiles>>(const QStringList &patterns)>;

    ConfigReading(QString path, Reader reader);

    void read(const QStringList &patterns);
    void take(const TextFiles &found);
    void finish(Result<Files> &&result);

    QString m_path;
    Reader m_reader;
    QPromise<Result<Files>> m_promise;
    Files m_files;
    QStringList m_asked; ///< patterns
    int m_level = 0;
};

} // namespace lvs
