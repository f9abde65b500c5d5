// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/commandoutput.h"
#include "app/directors/loginprompter.h"
#include "app/directors/machine.h"
#include "app/directors/sshcommand.h"

#include <QPromise>
#include <QTemporaryDir>
#include <QThread>

#include <functional>
#include <memory>
#include <vector>

namespace lvs {

class BusRelay;
class SshLogin;
class TerminalAgent;

struct SshSettings {
    QString askpassProgram{}; ///< path of lvs-console-askpass
    QString configFile{};     ///< ssh -F; empty: ssh's usual files
};

/// A host through ssh: one login of our own, and everything else as channels over its control path.
class SshMachine : public Machine
{
    Q_OBJECT
public:
    /// `environment` is asked when a question is shown.
    SshMachine(SshTarget target, SshSettings settings, LoginPrompter &prompter,
               std::function<Environment()> environment, QObject *parent = nullptr);
    ~SshMachine() override;

    /// The id a director of `target` has.
    static QString idOf(const SshTarget &target);

    QString id() const override;
    QString hostName() const override;
    bool isRemote() const override { return true; }
    void open() override;
    void close() override;
    QFuture<Result<QDBusConnection>> connectBus() override;
    QFuture<Result<QByteArray>> readTable() override;
    QFuture<Result<QByteArray>> readConnections() override;
    QFuture<Result<HostFiles>> readHostFiles() override;
    QFuture<Result<HostFiles>> readOwnerFiles() override;
    QFuture<Result<TextFiles>> readTextFiles(const QStringList &patterns) override;
    QFuture<Result<quint32>> tryConnections(const ServerKey &endpoint, quint32 count) override;
    QFuture<Result<void>> startAgent() override;
    void stopAgent() override;
    std::optional<ErrorCode> takeAgentFailure() override;

private:
    using BusPromise = QPromise<Result<QDBusConnection>>;

    SshCommand command() const;
    /// What a command on the host writes; LinkLost if ssh could not run it.
    QFuture<Result<CommandOutput>> run(const QStringList &remote, const OutputLimits &limits);
    Asker asker() const;
    void openBusSocket(const QString &path, const std::shared_ptr<BusPromise> &promise);
    void dropBus();
    QFuture<Result<QVariantMap>> readCredentials();
    QFuture<Result<void>> startAgentFor(const Result<QVariantMap> &credentials);

    SshTarget m_target;
    SshSettings m_settings;
    LoginPrompter &m_prompter;
    std::function<Environment()> m_environment;
    std::unique_ptr<QTemporaryDir> m_directory; ///< of the login
    SshLogin *m_login = nullptr;                ///< null: closed
    QThread m_relayThread;
    BusRelay *m_relay = nullptr; ///< lives on m_relayThread
    int m_busCount = 0;
    QString m_busName; ///< QtDBus's name of the connection; empty without one
    std::unique_ptr<TerminalAgent> m_agent;
    std::vector<QPromise<Result<void>>> m_awaitingAgent; ///< until the agent that is being started is there
};

} // namespace lvs
