// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace lvs::test {

/// Answers whatever comes first on a connection with a fixed text, and closes it. An empty text: never answers.
class TextServer : public QTcpServer
{
public:
    explicit TextServer(QByteArray text)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("can't listen");
        connect(this, &QTcpServer::newConnection, this, [this, text = std::move(text)] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            connect(client, &QTcpSocket::readyRead, client, [this, client, text] {
                m_requests.append(client->readAll());
                if (text.isEmpty())
                    return;
                client->write(text);
                client->disconnectFromHost();
            });
        });
    }
    ServerKey key() const { return {.address = IpAddress::fromIPv4(0x7f000001), .port = serverPort()}; }
    const QByteArrayList &requests() const { return m_requests; }

private:
    QByteArrayList m_requests;
};

/// A port on which nobody listens.
inline ServerKey closedPort()
{
    QTcpServer once;
    if (!once.listen(QHostAddress::LocalHost))
        qFatal("can't listen");
    return {.address = IpAddress::fromIPv4(0x7f000001), .port = once.serverPort()};
}

} // namespace lvs::test
