// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/director/pendingresult.h"

namespace lvs::test {

/// Answers when the test says so.
class FakeDirector : public Director
{
public:
    QString id() const override { return QStringLiteral("fake"); }
    QString hostName() const override { return {}; }
    DirectorStatus status() const override { return m_status; }
    void open() override { setLink(LinkState::Live); }
    void close() override { setLink(LinkState::Closed); }
    void unlock() override { setAccess(Access::Editable); }
    void lock() override { setAccess(Access::Locked); }
    QFuture<Result<Snapshot>> read(const Interest &interest) override
    {
        m_asked.push_back(interest);
        m_pending = std::make_shared<PendingResult<Snapshot>>();
        return m_pending->future();
    }
    QFuture<Result<KernelInfo>> readInfo() override { return failedFuture<KernelInfo>({}); }
    QFuture<Result<Timeouts>> readTimeouts() override { return failedFuture<Timeouts>({}); }
    QFuture<Result<std::vector<SyncDaemon>>> readSyncDaemons() override
    {
        return failedFuture<std::vector<SyncDaemon>>({});
    }
    QFuture<Result<ConnectionSample>> readConnections(Asking asking) override
    {
        m_connectionsAsked.push_back(asking);
        m_pendingConnections = std::make_shared<PendingResult<ConnectionSample>>();
        return m_pendingConnections->future();
    }
    QFuture<Result<HostInfo>> readHost() override { return failedFuture<HostInfo>({}); }
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan) override
    {
        m_applied.push_back(plan);
        m_pendingApply = std::make_shared<PendingResult<ApplyReport>>();
        return m_pendingApply->future();
    }

    QFuture<Result<BootState>> readBoot() override { return failedFuture<BootState>({}); }
    QFuture<Result<void>> saveBoot() override { return failedFuture<void>({}); }
    QFuture<Result<void>> forgetBoot() override { return failedFuture<void>({}); }
    QFuture<Result<void>> writeBootFiles(BootLayout, const RuleState &, const BootState &) override
    {
        return failedFuture<void>({});
    }

    void setLink(LinkState link)
    {
        m_status.link = link;
        Q_EMIT statusChanged();
    }
    void setAccess(Access access)
    {
        m_status.access = access;
        Q_EMIT statusChanged();
    }
    /// The readings that were begun.
    const std::vector<Interest> &asked() const { return m_asked; }
    /// Answers the newest of them.
    void answer(Result<Snapshot> result) { std::exchange(m_pending, {})->finish(std::move(result)); }
    const std::vector<Asking> &connectionsAsked() const { return m_connectionsAsked; }
    void answerConnections(Result<ConnectionSample> result)
    {
        std::exchange(m_pendingConnections, {})->finish(std::move(result));
    }
    const std::vector<ChangePlan> &applied() const { return m_applied; }
    void answerApply(Result<ApplyReport> result) { std::exchange(m_pendingApply, {})->finish(std::move(result)); }

private:
    DirectorStatus m_status;
    std::vector<Interest> m_asked;
    std::shared_ptr<PendingResult<Snapshot>> m_pending;
    std::vector<Asking> m_connectionsAsked;
    std::shared_ptr<PendingResult<ConnectionSample>> m_pendingConnections;
    std::vector<ChangePlan> m_applied;
    std::shared_ptr<PendingResult<ApplyReport>> m_pendingApply;
};

} // namespace lvs::test
