// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/labhost.h"

#include <QMap>
#include <QProcess>
#include <QTest>

namespace lvs::lab {

using namespace Qt::StringLiterals;

namespace {

Output lab(const QStringList &arguments, int seconds)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral(LVS_LAB_COMMAND), arguments);
    Output output;
    const bool ended = process.waitForFinished(seconds * 1000);
    if (ended && process.exitStatus() == QProcess::NormalExit)
        output.status = process.exitCode();
    output.out = QString::fromUtf8(process.readAllStandardOutput());
    output.err = QString::fromUtf8(process.readAllStandardError());
    if (!ended) {
        output.err += u"it had not ended after %1 s"_s.arg(seconds);
        process.kill();
        process.waitForFinished();
    }
    return output;
}

/// Ends the test function where failures throw.
void fail(const QString &message)
{
    QFAIL(qPrintable(message));
}

QString needed(const Output &output, const QString &what)
{
    if (output.status != 0)
        fail(u"%1: status %2: %3"_s.arg(what).arg(output.status).arg(output.err));
    return output.out.endsWith(u'\n') ? output.out.chopped(1) : output.out;
}

} // namespace

Output run(const QString &host, const QStringList &command, int seconds)
{
    return lab(QStringList{u"run"_s, host} + command, seconds);
}

Output shell(const QString &host, const QString &line, int seconds)
{
    return run(host, {u"bash"_s, u"-c"_s, line}, seconds);
}

QString need(const QString &host, const QString &line, int seconds)
{
    return needed(shell(host, line, seconds), u"%1: %2"_s.arg(host, line));
}

void awaitHosts()
{
    need(u"director"_s, u"systemctl start lab-ready.service"_s, 900);
}

QString stateDirectory()
{
    return needed(lab({u"state"_s}, 60), u"lab state"_s);
}

void startScript(const QString &host, const QString &name, const QString &script)
{
    const QString line = u"nohup python3 -c \"$1\" >/tmp/%1.log 2>&1 & echo $! >/tmp/%1.pid"_s.arg(name);
    needed(run(host, {u"bash"_s, u"-c"_s, line, name, script}), u"%1: %2"_s.arg(host, name));
}

void signalScript(const QString &host, const QString &name, const QString &signal)
{
    need(host, u"kill -%1 $(cat /tmp/%2.pid)"_s.arg(signal, name));
}

void stopScript(const QString &host, const QString &name)
{
    need(host, u"if [ -e /tmp/%1.pid ]; then pid=$(cat /tmp/%1.pid); kill $pid; tail --pid=$pid -f /dev/null; fi; "
               "rm -f /tmp/%1.pid"_s.arg(name));
}

QMap<QString, int> fetch(const QString &url, int count)
{
    QMap<QString, int> answers;
    const QString got = need(u"client"_s, u"fetch %1 %2"_s.arg(count).arg(url), 300);
    for (const QString &answer : got.split(u'\n', Qt::SkipEmptyParts))
        ++answers[answer];
    return answers;
}

QStringList table()
{
    return need(u"director"_s, u"ipvsadm -Sn"_s).split(u'\n', Qt::SkipEmptyParts);
}

void clearTable()
{
    need(u"director"_s, u"ipvsadm --clear"_s);
}

} // namespace lvs::lab
