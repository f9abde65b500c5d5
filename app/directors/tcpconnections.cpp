// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/tcpconnections.h"

#include "app/directors/commandoutput.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QPromise>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace lvs {

namespace {

using namespace std::chrono_literals;

constexpr auto connectsWithin = 5s;
/// An ssh server delays what it does not know from too many at once.
constexpr quint32 mostPrograms = 10;

/// How many of some have come about. Deletes itself when the last one has ended.
class Tally : public QObject
{
public:
    Tally(quint32 count, QObject *context)
        : QObject(context)
        , m_open(count)
    {
        m_promise.start();
    }
    QFuture<Result<quint32>> future() { return m_promise.future(); }
    void ended(bool isConnected)
    {
        m_connected += isConnected ? 1 : 0;
        if (--m_open == 0)
            finish(m_connected);
    }
    void finish(Result<quint32> result)
    {
        if (m_promise.future().isFinished())
            return;
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

private:
    QPromise<Result<quint32>> m_promise;
    quint32 m_open;
    quint32 m_connected = 0;
};

void connectOnce(const ServerKey &endpoint, Tally *tally)
{
    auto *socket = new QTcpSocket(tally);
    auto *limit = new QTimer(socket);
    limit->setSingleShot(true);
    const auto end = [tally, socket, limit](bool isConnected) {
        if (!limit->isActive())
            return; // it has ended before
        limit->stop();
        socket->disconnectFromHost();
        tally->ended(isConnected);
    };
    QObject::connect(socket, &QTcpSocket::connected, tally, [end] { end(true); });
    QObject::connect(socket, &QTcpSocket::errorOccurred, tally, [end] { end(false); });
    QObject::connect(limit, &QTimer::timeout, tally, [tally, socket] {
        socket->abort();
        tally->ended(false);
    });
    limit->start(connectsWithin);
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(QHostAddress(endpoint.address.toString()), endpoint.port);
}

/// Runs a program again and again.
class Runs : public QObject
{
public:
    Runs(QString program, QStringList arguments, quint32 count, Tally *tally)
        : QObject(tally)
        , m_program(std::move(program))
        , m_arguments(std::move(arguments))
        , m_left(count)
        , m_tally(tally)
    {
    }
    void startOne()
    {
        if (m_left == 0)
            return;
        --m_left;
        // What the other end says first is of no interest, but may be long.
        commandOutput(m_program, m_arguments, {.size = 64 * 1024, .time = connectsWithin}, this)
            .then(this, [this](const Result<CommandOutput> &output) {
                if (!output && output.error().code == ErrorCode::NotSupported)
                    return m_tally->finish(failure(ErrorCode::SshMissing));
                m_tally->ended(output && output->exitCode == 0);
                startOne();
            });
    }

private:
    QString m_program;
    QStringList m_arguments;
    quint32 m_left;
    Tally *m_tally;
};

} // namespace

QFuture<Result<quint32>> tcpConnections(const ServerKey &endpoint, quint32 count, QObject *context)
{
    auto *tally = new Tally(count, context);
    auto future = tally->future();
    for (quint32 i = 0; i < count; ++i)
        connectOnce(endpoint, tally);
    return future;
}

QFuture<Result<quint32>> tcpConnectionsBy(const QString &program, const QStringList &arguments, quint32 count,
                                          QObject *context)
{
    auto *tally = new Tally(count, context);
    auto future = tally->future();
    auto *runs = new Runs(program, arguments, count, tally);
    for (quint32 i = 0; i < std::min(count, mostPrograms); ++i)
        runs->startOne();
    return future;
}

} // namespace lvs
