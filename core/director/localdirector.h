// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/director/director.h"

#include <QThread>

#include <functional>
#include <memory>

namespace lvs {

/// A Director on a Backend in this process (the sandbox; tests). The backend is made and used on a thread of its own.
class LocalDirector : public Director
{
    Q_OBJECT
public:
    using BackendFactory = std::function<std::unique_ptr<Backend>()>;

    LocalDirector(QString id, BackendFactory factory, QObject *parent = nullptr);
    ~LocalDirector() override;

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
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan) override;

private:
    class Worker;
    QString m_id;
    BackendFactory m_factory;
    QThread m_thread;
    Worker *m_worker = nullptr; ///< lives on m_thread
    DirectorStatus m_status;
};

/// Reads what `interest` asks for through a backend.
Result<Snapshot> readSnapshot(Backend &backend, const Interest &interest);

} // namespace lvs
