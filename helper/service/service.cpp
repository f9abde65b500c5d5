// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/service.h"

#include "helper/interface/methodtable.h"
#include "helper/interface/names.h"
#include "helper/interface/wire.h"
#include "helper/service/words.h"

#include <QFile>
#include <QSysInfo>

/// Resources of a static library are found only after this, which must stand outside of namespaces.
static void loadInterface()
{
    Q_INIT_RESOURCE(interface);
}

namespace lvs {

using namespace Qt::StringLiterals;

HelperService::HelperService(const QDBusConnection &bus, const QDBusConnection &inquiries, Authority &authority,
                             Journal &journal, const BackendFactory &backends, std::chrono::milliseconds planLifetime,
                             QObject *parent)
    : QDBusVirtualObject(parent)
    , m_bus(bus)
    , m_authority(authority)
    , m_journal(journal)
    , m_callers(inquiries)
    , m_reads(m_generation, m_reader)
    , m_plans(authority, m_reader, m_editor, planLifetime)
    , m_reader(backends)
    , m_editor(backends)
    , m_alive(std::make_shared<int>())
{
    loadInterface();
    bus::registerWireTypes();
    const Register add = [this](QLatin1StringView name, Prepare prepare) { this->add(name, std::move(prepare)); };
    m_reads.registerAt(add);
    m_plans.registerAt(add);
    connect(&m_callers, &Callers::gone, this, &HelperService::callerGone);
    connect(&m_plans, &Plans::forgotten, this, &HelperService::settled);
    connect(&m_plans, &Plans::applied, this, &HelperService::announceChange);
    // Comes from the editor's thread; sending is thread-safe, and waiting for this thread would delay it.
    connect(&m_plans, &Plans::progress, this, &HelperService::announceProgress, Qt::DirectConnection);
}

HelperService::~HelperService()
{
    m_alive.reset();
    m_bus.unregisterObject(bus::objectPath);
}

bool HelperService::registerObject()
{
    return m_bus.registerVirtualObject(bus::objectPath, this, QDBusConnection::SingleNode);
}

std::set<QString> HelperService::methods() const
{
    std::set<QString> names;
    for (const auto &[name, prepare] : m_methods)
        names.insert(name);
    return names;
}

void HelperService::add(QLatin1StringView name, Prepare prepare)
{
    if (!bus::methodNamed(QString(name)))
        qFatal("%s is not in the table of methods", name.latin1());
    m_methods[name] = std::move(prepare);
}

QString HelperService::introspect(const QString &) const
{
    QFile xml(QStringLiteral(":/org.lvsconsole.Helper1.xml"));
    if (!xml.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(xml.readAll());
    // QtDBus writes the node itself and wants what stands inside.
    const qsizetype begin = text.indexOf("<interface"_L1);
    const qsizetype end = text.lastIndexOf("</node>"_L1);
    return text.sliced(begin, end - begin);
}

bool HelperService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.interface() == "org.freedesktop.DBus.Introspectable"_L1)
        return false; // QtDBus answers with introspect()
    const auto method = m_methods.find(message.member());
    if (message.interface() != bus::interfaceName)
        m_bus.send(message.createErrorReply(QDBusError::UnknownInterface, QString()));
    else if (method == m_methods.end())
        m_bus.send(message.createErrorReply(QDBusError::UnknownMethod, QString()));
    else if (message.signature() != bus::methodNamed(message.member())->arguments)
        m_bus.send(message.createErrorReply(QDBusError::InvalidArgs, QString()));
    else
        admit(message, method->second);
    return true;
}

void HelperService::admit(const QDBusMessage &message, const Prepare &prepare)
{
    const QString busName = message.service();
    const auto call = std::make_shared<Call>(m_bus, message, [this, alive = std::weak_ptr(m_alive)](const Call &c) {
        if (!alive.expired())
            answered(c);
    });
    call->attempt.generationBefore = m_generation;
    if (!m_calls.enter(busName))
        return call->fail(Error{.code = ErrorCode::TooManyRequests});
    m_callers.find(busName).then(this, [this, call, prepare](const std::optional<Caller> &caller) {
        if (!caller)
            return call->fail(errorOf(Verdict::Denied, Action::View));
        call->caller = *caller;
        if (!m_calls.identify(*caller))
            return call->fail(Error{.code = ErrorCode::TooManyRequests});
        prepareCall(call, prepare);
    });
}

void HelperService::prepareCall(const CallPtr &call, const Prepare &prepare)
{
    if (auto act = prepare(*call))
        authorise(call, *act);
    else
        call->fail(act.error());
}

void HelperService::authorise(const CallPtr &call, const Act &act)
{
    ask(call, {.action = Action::View, .caller = call->caller}, [this, call, act] {
        if (bus::methodNamed(call->attempt.method)->guard != bus::Guard::Connections)
            return act(call);
        ask(call,
            {.action = Action::ViewConnections,
             .caller = call->caller,
             .interactive = call->mayAsk(),
             .details = {{u"host"_s, QSysInfo::machineHostName()}}},
            [call, act] { act(call); });
    });
}

void HelperService::ask(const CallPtr &call, const AuthorityRequest &request, const std::function<void()> &allowed)
{
    AuthorityRequest silent = request;
    silent.interactive = false;
    m_authority.check(silent).then(this, [this, call, request, allowed](Verdict verdict) {
        if (verdict != Verdict::NeedsPassword || !request.interactive)
            return decide(call, request.action, verdict, allowed);
        m_authority.check(request).then(this, [this, call, action = request.action, allowed](Verdict asked) {
            decide(call, action, asked, allowed);
        });
    });
}

void HelperService::decide(const CallPtr &call, Action action, Verdict verdict, const std::function<void()> &allowed)
{
    if (!m_callers.isPresent(call->caller.busName))
        verdict = Verdict::Denied; // nobody is left to do it for, and to clean up after
    call->attempt.action = idOf(action);
    call->attempt.verdict = nameOf(verdict);
    if (verdict == Verdict::Allowed)
        allowed();
    else
        call->fail(errorOf(verdict, action));
}

/// Allowed looks are recorded once for each caller and guard, for a view looks every second; everything else each time.
void HelperService::answered(const Call &call)
{
    const QString busName = call.message().service();
    m_calls.leave(busName, call.caller.uid);
    const bus::Guard guard = bus::methodNamed(call.attempt.method)->guard;
    const bool firstLook = m_callers.isPresent(busName) && !m_recorded[busName].contains(guard);
    if (firstLook)
        m_recorded[busName].insert(guard);
    if (call.attempt.refused || guard == bus::Guard::Plan || firstLook) {
        Attempt attempt = call.attempt;
        attempt.generationAfter = m_generation;
        m_journal.record(attempt);
    }
    Q_EMIT settled();
}

void HelperService::callerGone(const QString &busName)
{
    m_recorded.erase(busName);
    m_authority.cancel(busName);
    m_plans.callerGone(busName);
    Q_EMIT settled();
}

void HelperService::announceChange()
{
    ++m_generation;
    auto signal = QDBusMessage::createSignal(bus::objectPath, bus::interfaceName, u"Changed"_s);
    m_bus.send(signal << m_generation);
}

void HelperService::announceProgress(const StagedPlan &plan, qsizetype done, qsizetype total) const
{
    auto signal =
        QDBusMessage::createTargetedSignal(plan.owner.busName, bus::objectPath, bus::interfaceName, u"Progress"_s);
    m_bus.send(signal << plan.id << quint32(done) << quint32(total));
}

} // namespace lvs
