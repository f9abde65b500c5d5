// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/busrelay.h"

#include "app/directors/busmessage.h"
#include "app/directors/sshprompt.h"

#include <QLocalSocket>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 4096;
constexpr qint64 mostWaiting =
    busmessage::largestSize;                      // QtDBus reads on a thread of its own, whatever the program does
constexpr qint64 mostBeforeReading = 1024 * 1024; // only signals come before anybody asks for something
constexpr int sshFailed = 255;                    // ssh(1): its own errors; anything else is the far side's

} // namespace

BusRelay::BusRelay(QString program, QStringList arguments, QString socketPath)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_socketPath(std::move(socketPath))
{
}

BusRelay::~BusRelay() = default;

void BusRelay::start()
{
    m_limit = new QTimer(this);
    m_limit->setSingleShot(true);
    connect(m_limit, &QTimer::timeout, this, [this] { end({.code = ErrorCode::TimedOut}); });
    m_limit->start(longestHandshake);

    m_remote.reset(new QProcess);
    connect(m_remote.get(), &QProcess::readyReadStandardOutput, this, &BusRelay::onRemote);
    connect(m_remote.get(), &QProcess::finished, this, &BusRelay::onRemoteFinished);
    connect(m_remote.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end({.code = ErrorCode::SshMissing});
    });
    m_remote->start(m_program, m_arguments);
    // The bridge has authenticated with its bus as the user it runs as, and takes whoever reaches its streams.
    m_remote->write('\0' + ("AUTH ANONYMOUS " + QByteArray("lvs-console").toHex() + "\r\n"));
}

void BusRelay::onRemote()
{
    m_fromRemote += m_remote->readAllStandardOutput();
    if (m_remoteState == Remote::Authenticating)
        readAuthentication();
    if (m_remoteState == Remote::Greeting)
        readHelloReply();
    if (m_remoteState == Remote::Relaying && m_localState == Local::Relaying)
        m_local->write(std::exchange(m_fromRemote, {}));
    limitWaiting();
}

void BusRelay::readAuthentication()
{
    const qsizetype lineEnd = m_fromRemote.indexOf("\r\n");
    if (lineEnd < 0) {
        if (m_fromRemote.size() > longestLine)
            end({.code = ErrorCode::HelperFailed});
        return;
    }
    const QByteArray line = m_fromRemote.first(lineEnd);
    if (!line.startsWith("OK ")) {
        end({.code = ErrorCode::HelperFailed, .values = {plainText(QString::fromLatin1(line), 200)}});
        return;
    }
    m_guid = line.sliced(3);
    m_fromRemote.remove(0, lineEnd + 2);
    m_remoteState = Remote::Greeting;
    m_remote->write("BEGIN\r\n" + busmessage::hello());
}

void BusRelay::readHelloReply()
{
    if (m_fromRemote.size() < busmessage::headerSize)
        return;
    const auto header = busmessage::readHeader(m_fromRemote);
    if (!header || header->type != busmessage::Header::Type::Return || header->size > longestLine) {
        end({.code = ErrorCode::HelperFailed});
        return;
    }
    if (m_fromRemote.size() < header->size)
        return;
    m_limit->stop();
    m_remoteState = Remote::Ready;
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &BusRelay::onConnection);
    if (!m_server->listen(m_socketPath)) {
        end({.code = ErrorCode::HelperFailed, .values = {m_socketPath}});
        return;
    }
    Q_EMIT ready();
}

void BusRelay::onConnection()
{
    m_local = m_server->nextPendingConnection();
    m_local->setParent(this);
    m_server->close(); // one connection is all
    connect(m_local, &QLocalSocket::readyRead, this, &BusRelay::onLocal);
    connect(m_local, &QLocalSocket::disconnected, this, [this] { end({.code = ErrorCode::Cancelled}); });
    onLocal();
}

void BusRelay::onLocal()
{
    m_fromLocal += m_local->readAll();
    if (m_localState == Local::Authenticating)
        answerAuthentication();
    if (m_localState == Local::Greeting)
        skipHello();
    if (m_localState == Local::Relaying)
        m_remote->write(std::exchange(m_fromLocal, {}));
    limitWaiting();
}

void BusRelay::limitWaiting()
{
    if (m_ended)
        return;
    const bool early = m_fromRemote.size() > mostBeforeReading || m_fromLocal.size() > mostBeforeReading;
    if (early || (m_local && m_local->bytesToWrite() > mostWaiting) || m_remote->bytesToWrite() > mostWaiting)
        end({.code = ErrorCode::HelperFailed});
}

/// The server's part of the D-Bus authentication protocol. Who may connect is settled by the private directory.
void BusRelay::answerAuthentication()
{
    if (m_fromLocal.startsWith('\0'))
        m_fromLocal.remove(0, 1);
    for (qsizetype lineEnd; (lineEnd = m_fromLocal.indexOf("\r\n")) >= 0;) {
        const QByteArray line = m_fromLocal.first(lineEnd);
        m_fromLocal.remove(0, lineEnd + 2);
        if (line == "BEGIN") {
            m_localState = Local::Greeting;
            return;
        }
        if (line.startsWith("AUTH EXTERNAL"))
            m_local->write("OK " + m_guid + "\r\n");
        else if (line.startsWith("AUTH"))
            m_local->write("REJECTED EXTERNAL\r\n");
        else
            m_local->write("ERROR\r\n"); // descriptors can't be passed on
    }
}

/// The far side has answered our Hello with serial 1; every client's first message is the same one.
void BusRelay::skipHello()
{
    const auto header = busmessage::readHeader(m_fromLocal);
    if (!header || m_fromLocal.size() < header->size)
        return;
    if (header->type != busmessage::Header::Type::Call || header->serial != 1) {
        end({.code = ErrorCode::HelperFailed});
        return;
    }
    m_fromLocal.remove(0, header->size);
    m_localState = Local::Relaying;
    m_remoteState = Remote::Relaying;
    m_local->write(std::exchange(m_fromRemote, {}));
}

void BusRelay::onRemoteFinished(int exitCode)
{
    const QString text = plainText(QString::fromUtf8(m_remote->readAllStandardError()), 500).trimmed();
    // No bridge there, or it found no bus: without either there is no helper.
    const bool neverBegan = m_remoteState == Remote::Authenticating && exitCode != sshFailed;
    end({.code = neverBegan ? ErrorCode::NoHelper : ErrorCode::LinkLost, .values = {text}});
}

void BusRelay::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_limit->stop();
    if (m_local)
        m_local->abort();
    m_remote.reset();
    Q_EMIT ended(error);
}

} // namespace lvs
