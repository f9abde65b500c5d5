// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/director/pendingresult.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace lvs {

class HelperClient;
class Machine;

/// The director of a machine: through the helper on its system bus, or, where there is none, read-only from
/// /proc/net/ip_vs (then DirectorStatus::error says why). Reconnects by itself after it was live once, and looks again
/// and again for a helper where there was none.
class MachineDirector : public Director
{
    Q_OBJECT
public:
    /// `searchPause` is the time between two looks for a helper while there is none.
    explicit MachineDirector(std::unique_ptr<Machine> machine,
                             std::chrono::milliseconds searchPause = std::chrono::seconds(45),
                             QObject *parent = nullptr);
    ~MachineDirector() override;

    /// A reading that takes longer makes the director stale.
    static constexpr std::chrono::seconds staleAfter{4};
    /// Pauses between attempts to reconnect.
    static constexpr std::chrono::seconds firstPause{1};
    static constexpr std::chrono::seconds longestPause{15};

    QString id() const override;
    QString hostName() const override;
    DirectorStatus status() const override { return m_status; }
    /// While there is no helper: looks for one now.
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
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan) override;

private:
    void connectMachine();
    void connectBus();
    void greetHelper();
    void useHelper();
    void useProc(const Error &reason);
    void searchHelper();
    void endSearch(bool found);
    void onBroken(const Error &error);
    void reconnect(const Error &error);
    void dropHelper();
    void setStatus(DirectorStatus status);
    Access editAccess() const;
    void noteAnswer(const std::optional<Error> &error);

    template<class T> QFuture<Result<T>> promised(QFuture<Result<T>> answer, PendingCalls &calls,
                                                  std::function<void(const Result<T> &)> seen = {});
    template<class T> QFuture<Result<T>> watched(QFuture<Result<T>> answer);
    template<class T> QFuture<Result<T>> throughHelper(QFuture<Result<T>> (HelperClient::*call)());
    template<class T> QFuture<Result<T>> withAgent(std::function<QFuture<Result<T>>(HelperClient &)> call);
    template<class T>
    QFuture<Result<T>> callThroughHelper(const std::function<QFuture<Result<T>>(HelperClient &)> &call,
                                         std::optional<ErrorCode> agentFailure);
    /// Why a call can't be made.
    Error absence() const;

    std::unique_ptr<Machine> m_machine;
    std::unique_ptr<HelperClient> m_helper;    ///< null while not connected to one
    std::unique_ptr<HelperClient> m_candidate; ///< of the search, not known to answer yet
    DirectorStatus m_status;
    PendingCalls m_reads;   ///< end with LinkLost when the way does
    PendingCalls m_applies; ///< end with OutcomeUnknown
    QTimer m_retry;
    QTimer m_search; ///< runs between two searches
    QTimer m_stale;
    std::chrono::seconds m_pause = firstPause;
    int m_attempt = 0; ///< answers of an earlier attempt to connect are not for this one
    int m_pendingReads = 0;
    bool m_machineOpen = false;
    bool m_searching = false;
    bool m_wasLive = false; ///< since open()
    bool m_locked = true;   ///< set by open(): a remote machine begins so
};

} // namespace lvs
