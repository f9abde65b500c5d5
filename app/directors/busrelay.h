// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/endprocess.h"
#include "core/error.h"

#include <QLocalServer>
#include <QTimer>

class QLocalSocket;

namespace lvs {

/// Carries a connection to a remote bus between a program's standard streams (ssh with systemd-stdio-bridge) and a
/// local socket that QtDBus opens.
///
/// QtDBus stalls every connection of the process while one of them is being opened. The relay therefore goes through
/// authentication and Hello with the far side by itself, as long as that may take, and offers the socket only then:
/// opening it is answered from what is already here. Lives on a thread of its own, so that bulk replies don't pass
/// through the GUI's event loop.
class BusRelay : public QObject
{
    Q_OBJECT
public:
    /// `socketPath` must not exist and lie in a private directory.
    BusRelay(QString program, QStringList arguments, QString socketPath);
    ~BusRelay() override;

    /// How long the far side may take until Hello is answered.
    static constexpr std::chrono::seconds longestHandshake{20};

public Q_SLOTS:
    void start();

Q_SIGNALS:
    /// The socket waits for its one connection.
    void ready();
    /// Once: NoHelper if the program is missing on the far side, TimedOut, HelperFailed (also if more waits to be
    /// passed on than a reader can be behind), or LinkLost.
    void ended(const lvs::Error &error);

private:
    void onRemote();
    void onRemoteFinished(int exitCode);
    void readAuthentication();
    void readHelloReply();
    void onConnection();
    void onLocal();
    void answerAuthentication();
    void skipHello();
    /// Ends where one side sends much more than the other takes.
    void limitWaiting();
    void end(const Error &error);

    QString m_program;
    QStringList m_arguments;
    QString m_socketPath;
    ProcessPointer m_remote;
    QLocalServer *m_server = nullptr;
    QLocalSocket *m_local = nullptr;
    QTimer *m_limit = nullptr;
    QByteArray m_fromRemote; ///< not yet passed on
    QByteArray m_fromLocal;
    QByteArray m_guid; ///< of the remote bus
    enum class Remote : quint8 { Authenticating, Greeting, Ready, Relaying } m_remoteState = Remote::Authenticating;
    enum class Local : quint8 { Authenticating, Greeting, Relaying } m_localState = Local::Authenticating;
    bool m_ended = false;
};

} // namespace lvs
