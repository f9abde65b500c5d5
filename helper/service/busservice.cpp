// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/busservice.h"

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

namespace {

/// What a method needs beside Action::View; nothing where the method sees to it itself.
std::optional<Action> actionOf(bus::Guard guard)
{
    switch (guard) {
    case bus::Guard::Connections:
        return Action::ViewConnections;
    case bus::Guard::BootFiles:
        return Action::WriteBootFiles;
    case bus::Guard::Probe:
        return Action::Probe;
    case bus::Guard::View:
    case bus::Guard::Plan:
        break;
    }
    return {};
}

/// Looks may be recorded once for each caller; what changes something is recorded each time.
bool isLook(bus::Guard guard)
{
    return guard == bus::Guard::View || guard == bus::Guard::Connections || guard == bus::Guard::Probe;
}

} // namespace

BusService::BusService(const bus::Service &what, const QDBusConnection &bus, const QDBusConnection &inquiries,
                       Authority &authority, Journal &journal, QObject *parent)
    : QDBusVirtualObject(parent)
    , m_what(what)
    , m_bus(bus)
    , m_authority(authority)
    , m_journal(journal)
    , m_callers(inquiries)
    , m_alive(std::make_shared<int>())
{
    loadInterface();
    bus::registerWireTypes();
    connect(&m_callers, &Callers::gone, this, [this](const QString &busName) {
        m_recorded.erase(busName);
        m_authority.cancel(busName);
        callerGone(busName);
        Q_EMIT settled();
    });
}

BusService::~BusService()
{
    retire();
}

void BusService::retire()
{
    m_alive.reset();
    m_bus.unregisterObject(m_what.path);
}

bool BusService::registerObject()
{
    return m_bus.registerVirtualObject(m_what.path, this, QDBusConnection::SingleNode);
}

void BusService::callerGone(const QString &) {}

std::set<QString> BusService::methods() const
{
    std::set<QString> names;
    for (const auto &[name, prepare] : m_methods)
        names.insert(name);
    return names;
}

void BusService::add(QLatin1StringView name, Prepare prepare, Check check)
{
    if (!m_what.method(QString(name)))
        qFatal("%s is not in the table of methods", name.latin1());
    m_methods[name] = std::move(prepare);
    if (check)
        m_checks[name] = std::move(check);
}

QString BusService::introspect(const QString &) const
{
    QFile xml(":/"_L1 + m_what.name + ".xml"_L1);
    if (!xml.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(xml.readAll());
    // QtDBus writes the node itself and wants what stands inside.
    const qsizetype begin = text.indexOf("<interface"_L1);
    const qsizetype end = text.lastIndexOf("</node>"_L1);
    return text.sliced(begin, end - begin);
}

bool BusService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.interface() == "org.freedesktop.DBus.Introspectable"_L1)
        return false; // QtDBus answers with introspect()
    const auto method = m_methods.find(message.member());
    if (message.interface() != m_what.name)
        m_bus.send(message.createErrorReply(QDBusError::UnknownInterface, QString()));
    else if (method == m_methods.end())
        m_bus.send(message.createErrorReply(QDBusError::UnknownMethod, QString()));
    else if (message.signature() != m_what.method(message.member())->arguments)
        m_bus.send(message.createErrorReply(QDBusError::InvalidArgs, QString()));
    else
        admit(message, method->second);
    return true;
}

void BusService::admit(const QDBusMessage &message, const Prepare &prepare)
{
    const QString busName = message.service();
    const auto call = std::make_shared<Call>(m_bus, message, [this, alive = std::weak_ptr(m_alive)](const Call &c) {
        if (!alive.expired())
            answered(c);
    });
    call->attempt.generationBefore = generation();
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

void BusService::prepareCall(const CallPtr &call, const Prepare &prepare)
{
    if (auto act = prepare(*call))
        authorise(call, *act);
    else
        call->fail(act.error());
}

void BusService::authorise(const CallPtr &call, const Act &act)
{
    ask(call, {.action = Action::View, .caller = call->caller}, [this, call, act] {
        const auto action = actionOf(m_what.method(call->attempt.method)->guard);
        if (!action)
            return act(call);
        const auto check = m_checks.find(call->attempt.method);
        if (const auto verdict = check == m_checks.end() ? Result<void>() : check->second(*call); !verdict)
            return call->fail(verdict.error());
        ask(call,
            {.action = *action,
             .caller = call->caller,
             .interactive = call->mayAsk(),
             .details = {{u"host"_s, QSysInfo::machineHostName()}}},
            [call, act] { act(call); });
    });
}

void BusService::ask(const CallPtr &call, const AuthorityRequest &request, const std::function<void()> &allowed)
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

void BusService::decide(const CallPtr &call, Action action, Verdict verdict, const std::function<void()> &allowed)
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
void BusService::answered(const Call &call)
{
    const QString busName = call.message().service();
    m_calls.leave(busName, call.caller.uid);
    const bus::Guard guard = m_what.method(call.attempt.method)->guard;
    const bool firstLook = m_callers.isPresent(busName) && !m_recorded[busName].contains(guard);
    if (firstLook)
        m_recorded[busName].insert(guard);
    if (call.attempt.refused || !isLook(guard) || firstLook) {
        Attempt attempt = call.attempt;
        attempt.generationAfter = generation();
        m_journal.record(attempt);
    }
    Q_EMIT settled();
}

} // namespace lvs
