// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <optional>

namespace lvs::test {

/// What `keepalived -t` says of a configuration, VRRP aside, which needs the machine's interfaces: its complaints,
/// empty for a good one; nothing if it could not be run.
inline std::optional<QString> complaintsOfKeepalived(const QString &config)
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("keepalived"),
        {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin"), QStringLiteral("/usr/bin")});
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("keepalived.conf")));
    if (program.isEmpty() || !file.open(QIODevice::WriteOnly))
        return std::nullopt;
    file.write(config.toUtf8());
    file.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, {QStringLiteral("-t"), QStringLiteral("-i"), QStringLiteral("nobody"), QStringLiteral("-f"),
                            file.fileName()});
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    if (process.exitCode() == 0)
        return QString();
    QStringList lines = QString::fromUtf8(process.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const bool anyLine = !lines.isEmpty();
    lines.removeIf([](const QString &line) {
        return line.contains(QStringLiteral("interface (lo) for vrrp")) ||
               line.contains(QStringLiteral(") Unknown interface!"));
    });
    return anyLine ? lines.join(u'\n') : QStringLiteral("status %1").arg(process.exitCode());
}

} // namespace lvs::test
