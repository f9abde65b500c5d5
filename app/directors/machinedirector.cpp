// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/machinedirector.h"

#include "app/directors/bootclient.h"
#include "app/directors/configreading.h"
#include "app/directors/machine.h"
#include "app/directors/probeclient.h"
#include "app/directors/procsnapshot.h"
#include "core/proc/connectionsproc.h"
#include "core/proc/ownertraces.h"

#include <QElapsedTimer>
#include <QtConcurrentRun>

#include <utility>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// Errors that trying again won't mend: a person has to do something.
bool needsPerson(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadHostName:
    case ErrorCode::HostKeyUnknown:
    case ErrorCode::HostKeyChanged:
    case ErrorCode::HostKeyRefused:
    case ErrorCode::LoginFailed:
    case ErrorCode::LoginCancelled:
    case ErrorCode::SshMissing:
        return true;
    default:
        return false;
    }
}

bool meansRefused(ErrorCode code)
{
    return code == ErrorCode::NotAuthorized || code == ErrorCode::NoAuthenticationAgent;
}

} // namespace

MachineDirector::MachineDirector(std::unique_ptr<Machine> machine, QObject *parent)
    : MachineDirector(std::move(machine), Times(), parent)
{
}

MachineDirector::MachineDirector(std::unique_ptr<Machine> machine, const Times &times, QObject *parent)
    : Director(parent)
    , m_machine(std::move(machine))
    , m_search(m_machine.get(), times.searchPause)
{
    m_retry.setSingleShot(true);
    m_stale.setSingleShot(true);
    m_stale.setInterval(times.staleAfter);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (m_machineOpen)
            connectBus();
        else
            connectMachine();
    });
    connect(&m_search, &HelperSearch::found, this, &MachineDirector::useFoundHelper);
    connect(&m_stale, &QTimer::timeout, this, [this] {
        if (m_status.link == LinkState::Live)
            setStatus({.link = LinkState::Stale,
                       .access = m_status.access,
                       .lastAnswer = m_status.lastAnswer,
                       .error = m_status.error});
    });
    connect(m_machine.get(), &Machine::opened, this, [this] {
        m_machineOpen = true;
        connectBus();
    });
    connect(m_machine.get(), &Machine::broken, this, &MachineDirector::onBroken);
    connect(m_machine.get(), &Machine::busLost, this, [this](const Error &error) {
        if (m_search.isLooking())
            m_search.busLost();
        else if (m_helper) // /proc is read without a bus
            reconnect(error);
    });
}

MachineDirector::~MachineDirector()
{
    m_machine->disconnect(this);
    dropHelper();
    m_machine->close();
}

QString MachineDirector::id() const
{
    return m_machine->id();
}

QString MachineDirector::hostName() const
{
    return m_machine->hostName();
}

void MachineDirector::open()
{
    if (isConnected(m_status.link) && m_status.access == Access::ReadOnly)
        return m_search.lookNow();
    if (m_status.link != LinkState::Closed && m_status.link != LinkState::Lost)
        return;
    m_wasLive = false;
    m_locked = m_machine->isRemote();
    m_pause = firstPause;
    setStatus({.link = LinkState::Connecting, .access = editAccess()});
    connectMachine();
}

void MachineDirector::close()
{
    ++m_attempt;
    m_retry.stop();
    dropHelper();
    m_machineOpen = false;
    m_machine->close();
    setStatus({.lastAnswer = m_status.lastAnswer});
}

void MachineDirector::unlock()
{
    if (m_status.access != Access::Locked)
        return;
    m_locked = false;
    DirectorStatus status = m_status;
    status.access = Access::Editable;
    setStatus(status);
    if (m_helper)
        m_machine->startAgent(); // so that it is there by the first apply
}

void MachineDirector::lock()
{
    if (m_status.access != Access::Editable)
        return;
    m_locked = true;
    DirectorStatus status = m_status;
    status.access = Access::Locked;
    setStatus(status);
    m_machine->stopAgent();
}

Access MachineDirector::editAccess() const
{
    return m_locked ? Access::Locked : Access::Editable;
}

void MachineDirector::connectMachine()
{
    ++m_attempt;
    m_machine->open();
}

void MachineDirector::connectBus()
{
    dropHelper();
    m_machine->connectBus().then(this, [this, attempt = ++m_attempt](const Result<QDBusConnection> &connection) {
        if (attempt != m_attempt)
            return;
        if (!connection) {
            if (connection.error().code == ErrorCode::NoHelper)
                useProc(connection.error());
            else
                reconnect(connection.error());
            return;
        }
        m_helper = std::make_unique<HelperClient>(*connection);
        greetHelper();
    });
}

void MachineDirector::greetHelper()
{
    m_helper->readTimeouts().then(this, [this, attempt = m_attempt](const Result<Timeouts> &answer) {
        if (attempt != m_attempt)
            return;
        if (answer || !helper::isUnreachable(answer.error().code))
            useHelper(); // an error of its own, such as NoIpvs, is an answer too
        else if (answer.error().code == ErrorCode::NoHelper)
            useProc(answer.error());
        else
            reconnect(answer.error());
    });
}

void MachineDirector::useHelper()
{
    connect(m_helper.get(), &HelperClient::changed, this, &Director::changed);
    connect(m_helper.get(), &HelperClient::applyProgress, this, &Director::applyProgress);
    m_wasLive = true;
    m_pause = firstPause;
    setStatus({.link = LinkState::Live, .access = editAccess(), .lastAnswer = QDateTime::currentDateTimeUtc()});
    if (!m_locked)
        m_machine->startAgent();
}

void MachineDirector::useProc(const Error &reason)
{
    dropHelper();
    m_wasLive = true;
    m_pause = firstPause;
    setStatus({.link = LinkState::Live,
               .access = Access::ReadOnly,
               .lastAnswer = QDateTime::currentDateTimeUtc(),
               .error = Error{.code = ErrorCode::NoHelper, .values = reason.values}});
    m_search.start();
}

/// Beside the readings of /proc, which went on.
void MachineDirector::useFoundHelper()
{
    ++m_attempt; // readings under way end as they would have, and count no more
    m_pendingReads = 0;
    m_stale.stop();
    m_helper = m_search.takeHelper();
    useHelper();
}

void MachineDirector::onBroken(const Error &error)
{
    m_machineOpen = false;
    reconnect(error);
}

void MachineDirector::reconnect(const Error &error)
{
    ++m_attempt;
    dropHelper();
    DirectorStatus status = m_status;
    status.error = error;
    if (needsPerson(error.code) || !m_wasLive) {
        m_machineOpen = false;
        m_machine->close();
        status.link = LinkState::Lost;
    } else {
        status.link = LinkState::Reconnecting;
        m_retry.start(m_pause);
        m_pause = std::min(m_pause * 2, longestPause);
    }
    setStatus(status);
}

void MachineDirector::dropHelper()
{
    m_stale.stop();
    m_search.stop();
    m_pendingReads = 0;
    m_helper.reset();
    m_reads.failAll({.code = ErrorCode::LinkLost});
    m_applies.failAll({.code = ErrorCode::OutcomeUnknown});
    m_asked = QtFuture::makeReadyVoidFuture();
}

void MachineDirector::setStatus(DirectorStatus status)
{
    if (status == m_status)
        return;
    m_status = std::move(status);
    Q_EMIT statusChanged();
}

Error MachineDirector::absence() const
{
    return m_status.error.value_or(Error{.code = ErrorCode::LinkLost});
}

/// Every answer shows that the link is alive; a broken one starts reconnecting.
void MachineDirector::noteAnswer(const std::optional<Error> &error)
{
    if (error && helper::isUnreachable(error->code)) {
        reconnect(*error);
        return;
    }
    DirectorStatus status = m_status;
    status.link = LinkState::Live;
    if (m_helper)
        status.error = error; // the helper answers, but can't read
    if (!error)
        status.lastAnswer = m_status.lastAnswer = QDateTime::currentDateTimeUtc(); // each second: nothing to tell of
    setStatus(status);
}

/// The future of a caller: finished with the answer once it was `seen`, or as `calls` are as soon as the way ends.
template<class T> QFuture<Result<T>> MachineDirector::promised(QFuture<Result<T>> answer, PendingCalls &calls,
                                                               std::function<void(const Result<T> &)> seen)
{
    const auto call = std::make_shared<PendingResult<T>>();
    calls.add(call);
    answer.then(this, [call, seen = std::move(seen)](Result<T> given) {
        if (seen)
            seen(given);
        call->finish(std::move(given));
    });
    return call->future();
}

template<class T> QFuture<Result<T>> MachineDirector::watched(QFuture<Result<T>> answer)
{
    if (m_pendingReads++ == 0)
        m_stale.start();
    return promised<T>(std::move(answer), m_reads, [this, attempt = m_attempt](const Result<T> &given) {
        if (attempt != m_attempt)
            return;
        if (--m_pendingReads == 0)
            m_stale.stop();
        else
            m_stale.start();
        noteAnswer(given ? std::nullopt : std::optional(given.error()));
    });
}

template<class T> QFuture<Result<T>> MachineDirector::throughHelper(QFuture<Result<T>> (HelperClient::*call)())
{
    return m_helper ? watched((m_helper.get()->*call)()) : failedFuture<T>(absence());
}

QFuture<Result<Snapshot>> MachineDirector::read(const Interest &interest)
{
    if (!isConnected(m_status.link))
        return failedFuture<Snapshot>(absence());
    if (m_helper)
        return watched(m_helper->read(interest));
    QElapsedTimer clock;
    clock.start();
    return watched(
        m_machine->readTable().then(QThreadPool::globalInstance(), [interest, clock](const Result<QByteArray> &text) {
            auto snapshot = procSnapshot(text, interest);
            if (snapshot)
                snapshot->took = std::chrono::milliseconds(clock.elapsed());
            return snapshot;
        }));
}

QFuture<Result<KernelInfo>> MachineDirector::readInfo()
{
    return throughHelper(&HelperClient::readInfo);
}

QFuture<Result<Timeouts>> MachineDirector::readTimeouts()
{
    return throughHelper(&HelperClient::readTimeouts);
}

QFuture<Result<std::vector<SyncDaemon>>> MachineDirector::readSyncDaemons()
{
    return throughHelper(&HelperClient::readSyncDaemons);
}

QFuture<Result<ConnectionSample>> MachineDirector::readConnections(Asking asking)
{
    if (!isConnected(m_status.link))
        return failedFuture<ConnectionSample>(absence());
    if (!m_helper) {
        return watched(m_machine->readConnections().then(
            QThreadPool::globalInstance(), [](const Result<QByteArray> &text) -> Result<ConnectionSample> {
                return text.and_then([](const QByteArray &t) { return parseConnections(t); });
            }));
    }
    return asked<ConnectionSample>(asking, [asking](HelperClient &helper) { return helper.readConnections(asking); });
}

QFuture<Result<HostInfo>> MachineDirector::readHost()
{
    if (!isConnected(m_status.link))
        return failedFuture<HostInfo>(absence());
    if (m_helper)
        return watched(m_helper->readHost());
    return watched(m_machine->readHostFiles().then(
        QThreadPool::globalInstance(), [](const Result<HostFiles> &files) { return files.transform(hostInfoFrom); }));
}

QFuture<Result<FirewallState>> MachineDirector::readFirewall()
{
    if (!isConnected(m_status.link))
        return failedFuture<FirewallState>(absence());
    if (!m_helper)
        return Director::readFirewall();
    return promised<FirewallState>(m_helper->readFirewall(), m_reads);
}

QFuture<Result<TableOwners>> MachineDirector::readOwners()
{
    if (!isConnected(m_status.link))
        return failedFuture<TableOwners>(absence());
    return promised<TableOwners>(
        m_machine->readOwnerFiles().then([](const Result<HostFiles> &files) { return files.transform(ownersFrom); }),
        m_reads);
}

QFuture<Result<std::vector<keepalived::ConfigFile>>> MachineDirector::readKeepalived()
{
    using Files = std::vector<keepalived::ConfigFile>;
    if (!isConnected(m_status.link))
        return failedFuture<Files>(absence());
    return promised<Files>(ConfigReading::start(m_machine.get()), m_reads);
}

/// A call that looks at what polkit guards. Not watched: a refusal says nothing of the director, and a person may take
/// their time.
template<class T>
QFuture<Result<T>> MachineDirector::asked(Asking asking, std::function<QFuture<Result<T>>(HelperClient &)> call)
{
    if (!m_helper)
        return failedFuture<T>(absence());
    return promised<T>(asking == Asking::Never ? call(*m_helper) : withAgent<T>(std::move(call)), m_reads);
}

QFuture<Result<void>> MachineDirector::findProbe()
{
    if (!m_helper)
        return failedFuture<void>(absence());
    return promised<void>(probeclient::find(m_helper->connection()), m_reads);
}

QFuture<Result<ProbeReport>> MachineDirector::probe(const ProbeRequest &request, Asking asking)
{
    return asked<ProbeReport>(asking, [request, asking](HelperClient &helper) {
        return probeclient::look(helper.connection(), request, asking);
    });
}

QFuture<Result<ArpCensus>> MachineDirector::takeCensus(const IpAddress &vip, const InterfaceName &interface,
                                                       Asking asking)
{
    return asked<ArpCensus>(asking, [vip, interface, asking](HelperClient &helper) {
        return probeclient::takeCensus(helper.connection(), vip, interface, asking);
    });
}

QFuture<Result<quint32>> MachineDirector::tryConnections(const ServerKey &endpoint, quint32 count)
{
    if (!isConnected(m_status.link))
        return failedFuture<quint32>(absence());
    return promised<quint32>(m_machine->tryConnections(endpoint, count), m_reads);
}

/// A call that changes the machine.
template<class T> QFuture<Result<T>> MachineDirector::change(std::function<QFuture<Result<T>>(HelperClient &)> call)
{
    if (!isConnected(m_status.link))
        return failedFuture<T>(absence());
    if (m_status.access != Access::Editable)
        return failedFuture<T>({.code = ErrorCode::ReadOnly});
    return promised<T>(withAgent<T>(std::move(call)), m_applies);
}

QFuture<Result<ApplyReport>> MachineDirector::apply(const ChangePlan &plan)
{
    return change<ApplyReport>([plan](HelperClient &helper) { return helper.apply(plan); });
}

QFuture<Result<BootState>> MachineDirector::readBoot()
{
    if (!m_helper)
        return failedFuture<BootState>(absence());
    return promised<BootState>(boot::read(*m_helper), m_reads);
}

QFuture<Result<void>> MachineDirector::saveBoot()
{
    return change<void>([](HelperClient &helper) { return helper.saveBoot(); });
}

QFuture<Result<void>> MachineDirector::forgetBoot()
{
    return change<void>([](HelperClient &helper) { return helper.forgetBoot(); });
}

QFuture<Result<KeptState>> MachineDirector::readKept()
{
    if (!m_helper)
        return failedFuture<KeptState>(absence());
    return promised<KeptState>(boot::readKept(*m_helper), m_reads);
}

QFuture<Result<void>> MachineDirector::keepSetup(const KeptSetup &setup)
{
    return change<void>([setup](HelperClient &helper) { return helper.keepSetup(setup); });
}

QFuture<Result<void>> MachineDirector::forgetSetup(const QString &id)
{
    return change<void>([id](HelperClient &helper) { return helper.forgetSetup(id); });
}

QFuture<Result<void>> MachineDirector::writeBootFiles(BootLayout layout, const RuleState &state, const BootState &seen)
{
    return change<void>([layout, state, seen](HelperClient &helper) {
        return boot::writeFiles(helper.connection(), layout, state, seen);
    });
}

/// Makes a call for which polkit may ask, once those before it are answered: an agent shows one question at a time and
/// refuses others meanwhile, and one password often answers both. Without an agent a call may still be allowed, or need
/// no password; the helper knows.
template<class T> QFuture<Result<T>> MachineDirector::withAgent(std::function<QFuture<Result<T>>(HelperClient &)> call)
{
    const auto answered = std::make_shared<QPromise<void>>();
    answered->start();
    return std::exchange(m_asked, answered->future())
        .then(this, [this] { return m_machine->startAgent(); })
        .unwrap()
        .then(this,
              [this, call = std::move(call)](const Result<void> &agent) {
                  return callThroughHelper<T>(call, agent ? std::nullopt : std::optional(agent.error().code));
              })
        .unwrap()
        .then(this, [answered](Result<T> answer) {
            answered->finish();
            return answer;
        });
}

template<class T>
QFuture<Result<T>> MachineDirector::callThroughHelper(const std::function<QFuture<Result<T>>(HelperClient &)> &call,
                                                      std::optional<ErrorCode> agentFailure)
{
    if (!m_helper)
        return failedFuture<T>(absence());
    m_machine->takeAgentFailure();
    return call(*m_helper).then(this, [this, agentFailure](Result<T> answer) {
        const auto reason = agentFailure.or_else([this] { return m_machine->takeAgentFailure(); });
        if (!answer && reason && meansRefused(answer.error().code))
            answer.error().code = *reason; // the agent knows why polkit said no
        return answer;
    });
}

} // namespace lvs
