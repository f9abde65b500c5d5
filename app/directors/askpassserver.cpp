// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/askpassserver.h"

#include "app/directors/askpassprotocol.h"

#include <QLocalSocket>
#include <QPointer>
#include <QRandomGenerator>

#include <array>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRequest = 64 * 1024;

QByteArray randomToken()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

void reply(QLocalSocket *socket, const askpass::Reply &reply)
{
    QDataStream stream(socket);
    stream.setVersion(askpass::streamVersion);
    stream << reply;
    socket->disconnectFromServer(); // after what is written
}

} // namespace

AskpassServer::AskpassServer(QObject *parent)
    : QObject(parent)
    , m_token(randomToken())
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->setReadBufferSize(longestRequest);
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { serve(socket); });
            serve(socket);
        }
    });
}

bool AskpassServer::listen(const QString &path)
{
    return m_server.listen(path);
}

QList<std::pair<QString, QString>> AskpassServer::environment(const QString &askpassProgram) const
{
    return {{u"SSH_ASKPASS"_s, askpassProgram},
            {u"SSH_ASKPASS_REQUIRE"_s, u"force"_s},
            {QString::fromLatin1(askpass::socketVariable), m_server.fullServerName()},
            {QString::fromLatin1(askpass::tokenVariable), QString::fromLatin1(m_token)}};
}

void AskpassServer::serve(QLocalSocket *socket)
{
    QDataStream stream(socket);
    stream.setVersion(askpass::streamVersion);
    stream.startTransaction();
    askpass::Request request;
    stream >> request;
    if (!stream.commitTransaction()) {
        if (socket->bytesAvailable() >= longestRequest)
            socket->abort();
        return;
    }
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr);
    if (request.token != m_token) {
        reply(socket, {});
        return;
    }
    Q_EMIT asked(request.prompt, request.hint, socket,
                 [socket = QPointer(socket)](const std::optional<QString> &answer) {
                     if (socket)
                         reply(socket, {.accepted = answer.has_value(), .answer = answer.value_or(QString())});
                 });
}

} // namespace lvs
