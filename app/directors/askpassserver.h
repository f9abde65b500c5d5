// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>

#include <functional>

class QLocalSocket;

namespace lvs {

/// The console's end of lvs-console-askpass: one local socket per login, in that login's private directory.
class AskpassServer : public QObject
{
    Q_OBJECT
public:
    /// The answer to a question; nothing means that the person closed it.
    using Answer = std::function<void(const std::optional<QString> &)>;

    explicit AskpassServer(QObject *parent = nullptr);

    /// Listens at `path`, which must not exist; false if that fails.
    bool listen(const QString &path);
    /// Variables for ssh's environment: name and value.
    QList<std::pair<QString, QString>> environment(const QString &askpassProgram) const;

Q_SIGNALS:
    /// ssh asks. `context` lives until ssh no longer waits for the answer; `answer` may be called once, until then.
    void asked(const QString &prompt, const QString &hint, QObject *context, const lvs::AskpassServer::Answer &answer);

private:
    void serve(QLocalSocket *socket);

    QLocalServer m_server;
    QByteArray m_token;
};

} // namespace lvs
