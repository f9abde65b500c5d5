// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/director/director.h"
#include "core/director/pendingresult.h"

#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace lvs {

class SandboxWire;

/// A Director on a Backend in this process (the sandbox; tests). The backend and the boot files beside it are made by
/// open(), used and, after close(), destroyed on a thread of its own.
class LocalDirector : public Director
{
    Q_OBJECT
public:
    using BackendFactory = std::function<std::unique_ptr<Backend>()>;

    LocalDirector(QString id, BackendFactory factory, QObject *parent = nullptr);
    /// Waits for the backend to finish what it is doing.
    ~LocalDirector() override;

    /// What a probe is to find: no program listens there. For good; all other ports of the table are open.
    void closePort(const ServerKey &port);
    /// The machine stands on that wire with others, as it was read last. To be called before open().
    void join(std::shared_ptr<SandboxWire> wire);

    QString id() const override;
    QString hostName() const override;
    DirectorStatus status() const override;
    void open() override;
    void close() override;
    void unlock() override;
    void lock() override;
    QFuture<Result<Snapshot>> read(const Interest &interest) override;
    QFuture<Result<KernelInfo>> readInfo() override;
    QFuture<Result<Timeouts>> readTimeouts() override;
    QFuture<Result<std::vector<SyncDaemon>>> readSyncDaemons() override;
    QFuture<Result<ConnectionSample>> readConnections(Asking asking) override;
    QFuture<Result<HostInfo>> readHost() override;
    QFuture<Result<void>> findProbe() override;
    QFuture<Result<ProbeReport>> probe(const ProbeRequest &request, Asking asking) override;
    QFuture<Result<ArpCensus>> takeCensus(const IpAddress &vip, const InterfaceName &interface, Asking asking) override;
    QFuture<Result<FirewallState>> readFirewall() override;
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan) override;
    QFuture<Result<BootState>> readBoot() override;
    QFuture<Result<void>> saveBoot() override;
    QFuture<Result<void>> forgetBoot() override;
    QFuture<Result<KeptState>> readKept() override;
    QFuture<Result<void>> keepSetup(const KeptSetup &setup) override;
    QFuture<Result<void>> forgetSetup(const QString &id) override;
    QFuture<Result<void>> writeBootFiles(BootLayout layout, const RuleState &state, const BootState &seen) override;

private:
    struct Worker; ///< holds the backend and the boot files; lives on m_thread

    /// Runs `call`, which takes the backend or the worker and gives a Result<T>, on the worker's thread.
    template<class T> QFuture<Result<T>> ask(auto call);
    /// The same for what needs Access::Editable.
    template<class T> QFuture<Result<T>> askForChange(auto call);
    /// On the thread of the director: the worker has answered.
    void answered(const Worker *worker, const std::optional<Error> &openError = {});
    void setStatus(const DirectorStatus &status);

    QString m_id;
    BackendFactory m_factory;
    std::vector<ServerKey> m_closedPorts;
    std::shared_ptr<SandboxWire> m_wire;
    QThread m_thread;
    Worker *m_worker = nullptr; ///< nullptr while closed
    PendingCalls m_pending;
    qsizetype m_unanswered = 0;
    QTimer m_patience; ///< runs while an answer is awaited
    DirectorStatus m_status;
};

} // namespace lvs
