// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/helpersearch.h"
#include "core/director/director.h"
#include "core/director/pendingresult.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace lvs {

/// The director of a machine: through the helper on its system bus, or, where there is none, read-only from
/// /proc/net/ip_vs (then DirectorStatus::error says why). Reconnects by itself after it was live once, and looks again
/// and again for a helper where there was none.
class MachineDirector : public Director
{
    Q_OBJECT
public:
    struct Times {
        std::chrono::milliseconds searchPause = std::chrono::seconds(45); ///< between two looks for a helper
        std::chrono::milliseconds staleAfter = std::chrono::seconds(4);   ///< of a reading without an answer
    };
    explicit MachineDirector(std::unique_ptr<Machine> machine, QObject *parent = nullptr);
    MachineDirector(std::unique_ptr<Machine> machine, const Times &times, QObject *parent = nullptr);
    ~MachineDirector() override;

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
    QFuture<Result<FirewallState>> readFirewall() override;
    /// By way of the machine itself: the helper does not see other users' processes, and reads no files.
    QFuture<Result<TableOwners>> readOwners() override;
    QFuture<Result<std::vector<keepalived::ConfigFile>>> readKeepalived() override;
    QFuture<Result<void>> findProbe() override;
    QFuture<Result<ProbeReport>> probe(const ProbeRequest &request, Asking asking) override;
    QFuture<Result<quint32>> tryConnections(const ServerKey &endpoint, quint32 count) override;
    QFuture<Result<ArpCensus>> takeCensus(const IpAddress &vip, const InterfaceName &interface, Asking asking) override;
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan) override;
    QFuture<Result<BootState>> readBoot() override;
    QFuture<Result<void>> saveBoot() override;
    QFuture<Result<void>> forgetBoot() override;
    QFuture<Result<KeptState>> readKept() override;
    QFuture<Result<void>> keepSetup(const KeptSetup &setup) override;
    QFuture<Result<void>> forgetSetup(const QString &id) override;
    QFuture<Result<void>> writeBootFiles(BootLayout layout, const RuleState &state, const BootState &seen) override;

private:
    void connectMachine();
    void connectBus();
    void greetHelper();
    void useHelper();
    void useProc(const Error &reason);
    void useFoundHelper();
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
    template<class T> QFuture<Result<T>> change(std::function<QFuture<Result<T>>(HelperClient &)> call);
    template<class T> QFuture<Result<T>> asked(Asking asking, std::function<QFuture<Result<T>>(HelperClient &)> call);
    template<class T> QFuture<Result<T>> withAgent(std::function<QFuture<Result<T>>(HelperClient &)> call);
    template<class T>
    QFuture<Result<T>> callThroughHelper(const std::function<QFuture<Result<T>>(HelperClient &)> &call,
                                         std::optional<ErrorCode> agentFailure);
    /// Why a call can't be made.
    Error absence() const;

    std::unique_ptr<Machine> m_machine;
    std::unique_ptr<HelperClient> m_helper; ///< null while not connected to one
    HelperSearch m_search;                  ///< while there is none
    DirectorStatus m_status;
    PendingCalls m_reads;                                    ///< end with LinkLost when the way does
    PendingCalls m_applies;                                  ///< end with OutcomeUnknown
    QFuture<void> m_asked = QtFuture::makeReadyVoidFuture(); ///< the last call for which polkit may ask is answered
    QTimer m_retry;
    QTimer m_stale;
    std::chrono::seconds m_pause = firstPause;
    int m_attempt = 0; ///< answers of an earlier attempt to connect are not for this one
    int m_pendingReads = 0;
    bool m_machineOpen = false;
    bool m_wasLive = false; ///< since open()
    bool m_locked = true;   ///< set by open(): a remote machine begins so
};

} // namespace lvs
