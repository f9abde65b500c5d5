// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/boot/bootstate.h"
#include "core/boot/keptsetup.h"
#include "core/keepalived/configfile.h"
#include "core/model/connectionentry.h"
#include "core/model/firewall.h"
#include "core/model/hostinfo.h"
#include "core/model/settings.h"
#include "core/model/tableowner.h"
#include "core/probe/probe.h"
#include "core/rules/ruleplanner.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>

namespace lvs {

/// How it stands with the way to a director.
enum class LinkState : quint8 {
    Closed, ///< not connected, and nobody wants to be
    Connecting,
    Live,
    Stale, ///< connected, but the last answer is older than expected
    Lost,  ///< ended with an error that reconnecting can't mend; see DirectorStatus::error
    Reconnecting,
};

/// Whether calls reach the director.
inline bool isConnected(LinkState link)
{
    return link == LinkState::Live || link == LinkState::Stale;
}

/// What a director lets this console do.
enum class Access : quint8 {
    ReadOnly, ///< no helper there: the table is read from /proc, without counters or edits
    Locked,   ///< could be edited; opened read-only until the person unlocks it
    Editable,
};

struct DirectorStatus {
    LinkState link = LinkState::Closed;
    Access access = Access::ReadOnly;
    QDateTime lastAnswer{};       ///< UTC; invalid before the first
    std::optional<Error> error{}; ///< why Lost or Reconnecting, only ReadOnly, or unreadable
    friend bool operator==(const DirectorStatus &, const DirectorStatus &) = default;
};

/// What a view wants to see: all services always, servers only of some.
struct Interest {
    bool allServers = false;
    std::vector<ServiceKey> serversOf{}; ///< ignored when allServers
    friend bool operator==(const Interest &, const Interest &) = default;
};

/// One reading of a table.
struct Snapshot {
    std::vector<ServiceState> services{}; ///< ordered by key
    std::vector<ServerList> servers{};    ///< of the wanted services that exist; ordered by key
    bool hasTraffic = true;               ///< false: counters and rates were not available (read from /proc)
    std::optional<Traffic> totals{};      ///< of the machine (/proc/net/ip_vs_stats); nothing where they were not read
    std::chrono::milliseconds uptime{};   ///< of the machine when its figures were read (CLOCK_BOOTTIME); 0: not known
    QDateTime readAt{};                   ///< UTC, on this computer's clock; a moment of the reading
    std::chrono::milliseconds took{};     ///< from the first request to the last answer
};

/// Whether a person may be asked for a password: only for what they clicked, never for what a timer does.
enum class Asking : quint8 { Never, Allowed };

/// One machine, asynchronously: the only thing the GUI knows of it. Lives on the GUI thread; futures finish on some
/// thread and are to be continued with `.then(context, …)`. Every future finishes, with LinkLost (apply() also:
/// OutcomeUnknown) when the way breaks.
class Director : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Stable id, also the key of stored settings: "sandbox", "local", "ssh:USER@HOST:PORT".
    virtual QString id() const = 0;
    /// Name for people: the host as they wrote it; empty for sandbox and local, which the GUI names itself.
    virtual QString hostName() const = 0;
    virtual DirectorStatus status() const = 0;

    /// Starts connecting; a no-op while connecting or live.
    virtual void open() = 0;
    /// Ends the connection and stays closed.
    virtual void close() = 0;
    /// Locked to Editable; no-op otherwise. Needs no authorisation: polkit is asked when something is applied.
    virtual void unlock() = 0;
    /// Editable to Locked; no-op otherwise. An apply under way goes on.
    virtual void lock() = 0;

    virtual QFuture<Result<Snapshot>> read(const Interest &interest) = 0;
    virtual QFuture<Result<KernelInfo>> readInfo() = 0;
    virtual QFuture<Result<Timeouts>> readTimeouts() = 0;
    virtual QFuture<Result<std::vector<SyncDaemon>>> readSyncDaemons() = 0;
    /// The beginning of the connection table. Client addresses are nobody's business by default: without a password
    /// NotAuthorized, which a click may overcome (then it may take minutes).
    virtual QFuture<Result<ConnectionSample>> readConnections(Asking asking) = 0;
    /// Kernel support, tunables, addresses; also of a machine without IPVS.
    virtual QFuture<Result<HostInfo>> readHost() = 0;
    /// What the packet filter does with marks. NotSupported, unless overridden: without the helper it can't be read.
    virtual QFuture<Result<FirewallState>> readFirewall();
    /// Programs that may undo what is changed here. Nobody, unless overridden: a table in this process has no other
    /// owner.
    virtual QFuture<Result<TableOwners>> readOwners();
    /// The configuration of the machine's keepalived with the files it includes, the main one first. FileNotRead where
    /// there is none that may be read; NotSupported, unless overridden.
    virtual QFuture<Result<std::vector<keepalived::ConfigFile>>> readKeepalived();
    // Looks from the machine at the others of its table. They send packets, so polkit may ask for a password if
    // `asking` allows it (then it may take minutes). NotATarget for an address that is not in the table.

    /// Whether that can be done: NoProbe, unless overridden.
    virtual QFuture<Result<void>> findProbe();
    virtual QFuture<Result<ProbeReport>> probe(const ProbeRequest &request, Asking asking);
    /// Who answers for a VIP on the networks of the machine: on the named interface, or where the VIP could be.
    virtual QFuture<Result<ArpCensus>> takeCensus(const IpAddress &vip, const InterfaceName &interface, Asking asking);

    /// Makes `count` connections by TCP from the machine, each from a port of its own, as any program that the person
    /// starts there could, and hangs up. Gives how many came about. NotSupported, unless overridden.
    virtual QFuture<Result<quint32>> tryConnections(const ServerKey &endpoint, quint32 count);

    /// The only way to change anything. An error means that the plan did not reach the machine's Applier, except
    /// OutcomeUnknown; what the Applier did stands in the report. May wait minutes for a password.
    virtual QFuture<Result<ApplyReport>> apply(const ChangePlan &plan) = 0;

    // What the next boot restores. Writing needs Access::Editable and may wait minutes for a password; it touches
    // nothing of the table that is in the kernel. BootIncomplete: it was written, but not all of it would come back.

    /// Files and units that decide it, as far as this console may see them.
    virtual QFuture<Result<BootState>> readBoot() = 0;
    /// Makes what the kernel has now come back after a boot.
    virtual QFuture<Result<void>> saveBoot() = 0;
    /// Takes saveBoot() and every keepSetup() back.
    virtual QFuture<Result<void>> forgetBoot() = 0;
    // NotSupported, unless overridden.
    virtual QFuture<Result<KeptState>> readKept();
    /// Makes what a set-up needs on the machine come back after a boot, in the place of what was kept for it before.
    /// Stale if any of it is not so at the moment.
    virtual QFuture<Result<void>> keepSetup(const KeptSetup &setup);
    /// Takes keepSetup() back; nothing there is as good.
    virtual QFuture<Result<void>> forgetSetup(const QString &id);
    /// Writes the distribution's files of that layout so that they restore `state`. Stale if they are no longer as they
    /// are in `seen`.
    virtual QFuture<Result<void>> writeBootFiles(BootLayout layout, const RuleState &state, const BootState &seen) = 0;

Q_SIGNALS:
    void statusChanged();
    /// Something was applied by somebody through the helper; reading now shows it.
    void changed();
    void applyProgress(qsizetype done, qsizetype total);
};

} // namespace lvs
