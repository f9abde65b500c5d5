// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Hands ssh's question to the console and prints the person's answer. The secret never stands in an argument or a file.

#include "app/directors/askpassprotocol.h"

#include <QCoreApplication>
#include <QLocalSocket>

#include <cstdio>

using namespace lvs;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();

    QLocalSocket socket;
    socket.connectToServer(qEnvironmentVariable(askpass::socketVariable));
    if (!socket.waitForConnected())
        return EXIT_FAILURE;
    QDataStream stream(&socket);
    stream.setVersion(askpass::streamVersion);
    stream << askpass::Request{.token = qgetenv(askpass::tokenVariable),
                               .prompt = arguments.value(1),
                               .hint = qEnvironmentVariable("SSH_ASKPASS_PROMPT")};

    askpass::Reply reply;
    do {
        stream.startTransaction();
        stream >> reply;
    } while (!stream.commitTransaction() && socket.waitForReadyRead(-1));
    if (stream.status() != QDataStream::Ok || !reply.accepted)
        return EXIT_FAILURE;
    const QByteArray answer = reply.answer.toUtf8() + '\n';
    std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout);
    return EXIT_SUCCESS;
}
