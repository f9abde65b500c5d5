// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/sshserver.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <pwd.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0) {
        throw std::runtime_error((program + u": "_s + process.errorString() + u' ').toStdString() +
                                 process.readAllStandardError().toStdString());
    }
    return process.readAllStandardOutput();
}

void makeKey(const QString &file, const QString &passphrase)
{
    QFile::remove(file);
    QFile::remove(file + u".pub"_s);
    run(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, passphrase, u"-f"_s, file});
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

SshServer::SshServer()
    : m_port(freePort())
{
    if (geteuid() == 0)
        QDir().mkpath(u"/run/sshd"_s); // sshd's place for its unprivileged part
    makeKey(path("host_key"), {});
    makeKey(path("user_key"), passphrase());
    QFile::copy(path("user_key.pub"), path("authorized_keys"));
    writeConfiguration();
    write("config", "Host *\n  IdentitiesOnly yes\n  IdentityAgent none\n  IdentityFile " + path("user_key").toUtf8() +
                        "\n  UserKnownHostsFile " + path("known_hosts").toUtf8() + "\n  GlobalKnownHostsFile none\n");
    start();
}

SshServer::~SshServer()
{
    stop();
}

QString SshServer::target() const
{
    return u"%1@127.0.0.1:%2"_s.arg(QString::fromLocal8Bit(getpwuid(geteuid())->pw_name)).arg(m_port);
}

QString SshServer::configFile() const
{
    return path("config");
}

QString SshServer::passphrase()
{
    return u"correct horse"_s;
}

void SshServer::start()
{
    m_process.setStandardErrorFile(path("log"));
    m_process.start(u"/usr/sbin/sshd"_s, {u"-D"_s, u"-e"_s, u"-f"_s, path("sshd_config")});
    const bool up = m_process.waitForStarted() && QTest::qWaitFor([this] {
                        QTcpSocket socket;
                        socket.connectToHost(QHostAddress::LocalHost, m_port);
                        return socket.waitForConnected(1000);
                    });
    if (!up)
        throw std::runtime_error("sshd does not listen");
}

void SshServer::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    // Sessions are processes of their own below the listener.
    QList<pid_t> processes{pid_t(m_process.processId())};
    for (qsizetype i = 0; i < processes.size(); ++i) {
        QFile children(u"/proc/%1/task/%1/children"_s.arg(processes[i]));
        if (!children.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &child : children.readAll().split(' ')) {
            if (!child.isEmpty())
                processes << child.toInt();
        }
    }
    for (pid_t process : processes)
        kill(process, SIGKILL);
    m_process.waitForFinished();
}

void SshServer::changeHostKey()
{
    stop();
    makeKey(path("host_key"), {});
    start();
}

void SshServer::trustHostKey()
{
    QFile key(path("host_key.pub"));
    if (key.open(QIODevice::ReadOnly))
        write("known_hosts", "[127.0.0.1]:" + QByteArray::number(m_port) + ' ' + key.readAll());
}

void SshServer::removePassphrase()
{
    run(u"ssh-keygen"_s, {u"-q"_s, u"-p"_s, u"-P"_s, passphrase(), u"-N"_s, QString(), u"-f"_s, path("user_key")});
}

void SshServer::refuseKeys()
{
    stop();
    m_keysRefused = true;
    writeConfiguration();
    start();
}

QString SshServer::fingerprint() const
{
    return QString::fromUtf8(run(u"ssh-keygen"_s, {u"-l"_s, u"-f"_s, path("host_key.pub")})).section(u' ', 1, 1);
}

QString SshServer::path(const char *name) const
{
    return m_directory.filePath(QString::fromLatin1(name));
}

void SshServer::write(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("can't write " + file.fileName().toStdString());
}

void SshServer::writeConfiguration() const
{
    write("sshd_config",
          "Port " + QByteArray::number(m_port) + "\nListenAddress 127.0.0.1\nHostKey " + path("host_key").toUtf8() +
              "\nAuthorizedKeysFile " + path("authorized_keys").toUtf8() +
              "\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPidFile none\nKbdInteractiveAuthentication no\n"
              "PubkeyAuthentication " +
              (m_keysRefused ? "no" : "yes") + "\n");
}

} // namespace lvs::test
