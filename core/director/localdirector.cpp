// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/localdirector.h"

#include "core/apply/applier.h"
#include "core/boot/memoryboot.h"
#include "core/boot/restoration.h"
#include "core/director/readsnapshot.h"
#include "core/probe/memoryprobe.h"
#include "core/sandbox/sandboxwire.h"

namespace lvs {

/// A backend in memory answers at once; after this long something is wrong.
constexpr auto answersWithin = std::chrono::seconds(3);

struct LocalDirector::Worker : QObject {
    std::unique_ptr<Backend> backend;
    MemoryBoot boot;
    MemoryProbe probe;
};

LocalDirector::LocalDirector(QString id, BackendFactory factory, QObject *parent)
    : Director(parent)
    , m_id(std::move(id))
    , m_factory(std::move(factory))
{
    m_thread.setObjectName(m_id);
    m_patience.setSingleShot(true);
    m_patience.setInterval(answersWithin);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_status.link == LinkState::Live) {
            DirectorStatus stale = m_status;
            stale.link = LinkState::Stale;
            setStatus(stale);
        }
    });
}

LocalDirector::~LocalDirector()
{
    m_pending.failAll({.code = ErrorCode::LinkLost});
    if (m_worker)
        m_worker->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

QString LocalDirector::id() const
{
    return m_id;
}

QString LocalDirector::hostName() const
{
    return {};
}

DirectorStatus LocalDirector::status() const
{
    return m_status;
}

void LocalDirector::open()
{
    if (m_worker)
        return;
    setStatus({.link = LinkState::Connecting});
    m_worker = new Worker;
    for (const ServerKey &port : m_closedPorts)
        m_worker->probe.setClosed(port);
    if (m_wire)
        m_worker->probe.join(m_wire, m_id);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, factory = m_factory] {
        worker->backend = factory();
        const auto info = worker->backend->readInfo();
        const auto error = info ? std::nullopt : std::optional(info.error());
        QMetaObject::invokeMethod(this, [this, worker, error] { answered(worker, error); });
    });
    ++m_unanswered;
}

void LocalDirector::close()
{
    if (m_worker)
        m_worker->deleteLater();
    m_worker = nullptr;
    m_unanswered = 0;
    m_patience.stop();
    setStatus({.link = LinkState::Closed});
    m_pending.failAll({.code = ErrorCode::LinkLost});
}

void LocalDirector::unlock()
{
    DirectorStatus status = m_status;
    if (status.access == Access::Locked)
        status.access = Access::Editable;
    setStatus(status);
}

void LocalDirector::lock()
{
    DirectorStatus status = m_status;
    if (status.access == Access::Editable)
        status.access = Access::Locked;
    setStatus(status);
}

template<class T> QFuture<Result<T>> LocalDirector::ask(auto call)
{
    if (!m_worker)
        return failedFuture<T>({.code = ErrorCode::LinkLost});
    const auto pending = std::make_shared<PendingResult<T>>();
    m_pending.add(pending);
    if (++m_unanswered == 1)
        m_patience.start();
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker, pending, call] {
        Result<T> result = [&]() -> Result<T> {
            if constexpr (std::is_invocable_v<decltype(call), Worker &>)
                return call(*worker);
            else
                return call(*worker->backend);
        }();
        // The status first, so that whoever gets the result sees it up to date.
        QMetaObject::invokeMethod(this, [this, worker] { answered(worker); });
        pending->finish(std::move(result));
    });
    return pending->future();
}

template<class T> QFuture<Result<T>> LocalDirector::askForChange(auto call)
{
    if (m_worker && m_status.access != Access::Editable)
        return failedFuture<T>({.code = ErrorCode::ReadOnly});
    return ask<T>(call);
}

QFuture<Result<Snapshot>> LocalDirector::read(const Interest &interest)
{
    return ask<Snapshot>([interest](Backend &backend) { return readSnapshot(backend, interest); });
}

QFuture<Result<KernelInfo>> LocalDirector::readInfo()
{
    return ask<KernelInfo>([](Backend &backend) { return backend.readInfo(); });
}

QFuture<Result<Timeouts>> LocalDirector::readTimeouts()
{
    return ask<Timeouts>([](Backend &backend) { return backend.readTimeouts(); });
}

QFuture<Result<std::vector<SyncDaemon>>> LocalDirector::readSyncDaemons()
{
    return ask<std::vector<SyncDaemon>>([](Backend &backend) { return backend.readSyncDaemons(); });
}

QFuture<Result<ConnectionSample>> LocalDirector::readConnections(Asking)
{
    return ask<ConnectionSample>([](Backend &backend) { return backend.readConnections(); });
}

QFuture<Result<HostInfo>> LocalDirector::readHost()
{
    return ask<HostInfo>([wire = m_wire, id = m_id](Backend &backend) {
        Result<HostInfo> host = backend.readHost();
        if (wire && host)
            wire->put(id, *host);
        return host;
    });
}

void LocalDirector::join(std::shared_ptr<SandboxWire> wire)
{
    m_wire = std::move(wire);
}

void LocalDirector::closePort(const ServerKey &port)
{
    m_closedPorts.push_back(port);
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, port] { worker->probe.setClosed(port); });
}

QFuture<Result<void>> LocalDirector::findProbe()
{
    return ask<void>([](Backend &) -> Result<void> { return {}; });
}

QFuture<Result<ProbeReport>> LocalDirector::probe(const ProbeRequest &request, Asking)
{
    return ask<ProbeReport>([request](Worker &worker) { return worker.probe.look(*worker.backend, request); });
}

QFuture<Result<ArpCensus>> LocalDirector::takeCensus(const IpAddress &vip, const InterfaceName &, Asking)
{
    return ask<ArpCensus>([vip](Worker &worker) { return worker.probe.census(*worker.backend, vip); });
}

QFuture<Result<FirewallState>> LocalDirector::readFirewall()
{
    return ask<FirewallState>([](Backend &backend) { return backend.readFirewall(); });
}

QFuture<Result<ApplyReport>> LocalDirector::apply(const ChangePlan &plan)
{
    return askForChange<ApplyReport>([this, plan](Backend &backend) -> Result<ApplyReport> {
        const auto progress = [this](qsizetype done, qsizetype total) {
            QMetaObject::invokeMethod(this, [this, done, total] { Q_EMIT applyProgress(done, total); });
        };
        ApplyReport report = Applier(backend).apply(plan, progress);
        if (report.outcome != ApplyOutcome::Refused && report.outcome != ApplyOutcome::AlreadySo)
            QMetaObject::invokeMethod(this, &Director::changed);
        return report;
    });
}

QFuture<Result<BootState>> LocalDirector::readBoot()
{
    return ask<BootState>([](Worker &worker) { return worker.boot.state(); });
}

QFuture<Result<void>> LocalDirector::saveBoot()
{
    return askForChange<void>([](Worker &worker) {
        return readRuleState(*worker.backend).and_then([&](const RuleState &state) { return worker.boot.save(state); });
    });
}

QFuture<Result<void>> LocalDirector::forgetBoot()
{
    return askForChange<void>([](Worker &worker) -> Result<void> {
        worker.boot.forget();
        return {};
    });
}

QFuture<Result<KeptState>> LocalDirector::readKept()
{
    return ask<KeptState>([](Worker &worker) {
        const BootState &state = worker.boot.state();
        return Result<KeptState>(KeptState{state.setups, state.ownUnit});
    });
}

QFuture<Result<void>> LocalDirector::keepSetup(const KeptSetup &setup)
{
    return askForChange<void>([setup](Worker &worker) -> Result<void> {
        if (Applier(*worker.backend).check(planOf(setup)).outcome != ApplyOutcome::AlreadySo)
            return failure(ErrorCode::Stale);
        return worker.boot.keep(setup);
    });
}

QFuture<Result<void>> LocalDirector::forgetSetup(const QString &id)
{
    return askForChange<void>([id](Worker &worker) { return worker.boot.forgetSetup(id); });
}

QFuture<Result<void>> LocalDirector::writeBootFiles(BootLayout layout, const RuleState &state, const BootState &seen)
{
    return askForChange<void>([layout, state, seen](Worker &worker) { return worker.boot.write(layout, state, seen); });
}

void LocalDirector::answered(const Worker *worker, const std::optional<Error> &openError)
{
    if (worker != m_worker)
        return; // closed meanwhile
    if (--m_unanswered > 0)
        m_patience.start();
    else
        m_patience.stop();
    m_status.lastAnswer = QDateTime::currentDateTimeUtc();
    DirectorStatus status = m_status;
    if (status.link == LinkState::Connecting) {
        status.link = openError ? LinkState::Lost : LinkState::Live;
        status.access = openError ? Access::ReadOnly : Access::Editable;
        status.error = openError;
    } else if (status.link == LinkState::Stale) {
        status.link = LinkState::Live;
    }
    setStatus(status);
}

void LocalDirector::setStatus(const DirectorStatus &status)
{
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

} // namespace lvs
