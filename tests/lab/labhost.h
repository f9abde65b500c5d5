// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The running lab, for lab tests; see tests/lab/README.md. Without a lab every command here fails with the sentence
/// that says how to start one.
namespace lvs::lab {

struct Output {
    int status = -1; ///< exit status; -1 if the command could not be run or took too long
    QString out;
    QString err;
};

/// Runs a command on a host ("director", "rs1", "rs2", "client", "router"), arguments as they are.
Output run(const QString &host, const QStringList &command, int seconds = 300);
/// The same for a line of shell.
Output shell(const QString &host, const QString &line, int seconds = 300);

/// The command's output without its last newline; where the command fails, the running test fails with what it said.
QString need(const QString &host, const QString &line, int seconds = 300);

/// Waits until all hosts serve: after a reboot of the director they come up behind it.
void awaitHosts();

/// Directory with the lab's ssh_config and the operator's password; fails the running test if there is no lab.
QString stateDirectory();

/// Runs a script of Python in the background, under a name of its own; what it prints goes to /tmp/NAME.log.
void startScript(const QString &host, const QString &name, const QString &script);
/// Sends it a signal, as kill(1) names it.
void signalScript(const QString &host, const QString &name, const QString &signal);
/// Ends it, if it runs, and waits until it has gone.
void stopScript(const QString &host, const QString &name);

/// What `count` fetches of a URL by the client bring, by answer: the names of the real servers that served them.
QMap<QString, int> fetch(const QString &url, int count);

/// How the director lists its table, as `ipvsadm -Sn` does.
QStringList table();
/// Empties the director's table.
void clearTable();

} // namespace lvs::lab
