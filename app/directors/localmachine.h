// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/machine.h"

#include <memory>

namespace lvs {

class LocalAgent;
class LoginPrompter;

/// This computer.
class LocalMachine : public Machine
{
    Q_OBJECT
public:
    explicit LocalMachine(LoginPrompter &prompter, QObject *parent = nullptr);
    ~LocalMachine() override;

    QString id() const override;
    QString hostName() const override { return {}; }
    bool isRemote() const override { return false; }
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
    LoginPrompter &m_prompter;
    QString m_busName; ///< QtDBus's name of the connection; empty without one
    std::unique_ptr<LocalAgent> m_agent;
};

} // namespace lvs
