// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/polkitcheck.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

using Details = QMap<QString, QString>;

/// (sa{sv}), org.freedesktop.PolicyKit1.Authority's Subject.
struct Subject {
    QString kind{};
    QVariantMap details{};
};

QDBusArgument &operator<<(QDBusArgument &argument, const Subject &subject)
{
    argument.beginStructure();
    argument << subject.kind << subject.details;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Subject &subject)
{
    argument.beginStructure();
    argument >> subject.kind >> subject.details;
    argument.endStructure();
    return argument;
}

/// (bba{ss}), its AuthorizationResult.
struct Answer {
    bool authorized = false;
    bool challenge = false;
    Details details{};
};

constexpr quint32 allowUserInteraction = 1;

QDBusMessage polkitCall(const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.freedesktop.PolicyKit1"_s, u"/org/freedesktop/PolicyKit1/Authority"_s,
                                          u"org.freedesktop.PolicyKit1.Authority"_s, method);
}

/// No polkit on this machine, in contrast to one that fails.
bool isAbsent(const QString &error)
{
    return error == "org.freedesktop.DBus.Error.ServiceUnknown"_L1 ||
           error == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1 ||
           error == "org.freedesktop.systemd1.NoSuchUnit"_L1 || error == "org.freedesktop.systemd1.UnitMasked"_L1 ||
           error == "org.freedesktop.DBus.Error.Spawn.ServiceNotFound"_L1;
}

bool isTimeout(const QString &error)
{
    return error == "org.freedesktop.DBus.Error.NoReply"_L1 || error == "org.freedesktop.DBus.Error.Timeout"_L1 ||
           error == "org.freedesktop.DBus.Error.TimedOut"_L1;
}

Answer answerFrom(const QVariant &argument)
{
    Answer answer;
    const auto structure = argument.value<QDBusArgument>();
    structure.beginStructure();
    structure >> answer.authorized >> answer.challenge >> answer.details;
    structure.endStructure();
    return answer;
}

Verdict verdictOf(const Answer &answer, bool asked)
{
    if (answer.authorized)
        return Verdict::Allowed;
    if (answer.details.contains(u"polkit.dismissed"_s))
        return Verdict::Dismissed;
    if (answer.challenge)
        return asked ? Verdict::NoAgent : Verdict::NeedsPassword;
    return Verdict::Denied;
}

} // namespace

} // namespace lvs

Q_DECLARE_METATYPE(lvs::Subject)

namespace lvs {

void PolkitCheck::registerTypes()
{
    qDBusRegisterMetaType<Subject>();
    qDBusRegisterMetaType<Details>();
}

PolkitCheck::PolkitCheck(const QDBusConnection &bus, const AuthorityRequest &request, const QString &cancellationId,
                         QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_request(request)
    , m_cancellationId(cancellationId)
{
    m_promise.start();
}

QFuture<Verdict> PolkitCheck::start(std::chrono::milliseconds limit)
{
    const Subject subject{.kind = u"system-bus-name"_s, .details = {{u"name"_s, busName()}}};
    QDBusMessage call = polkitCall(u"CheckAuthorization"_s);
    call << QVariant::fromValue(subject) << idOf(m_request.action) << QVariant::fromValue(m_request.details)
         << (m_request.interactive ? allowUserInteraction : 0U) << m_cancellationId;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, int(limit.count())), this);
    connect(
        watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] { answered(*watcher); },
        Qt::SingleShotConnection);
    return m_promise.future();
}

void PolkitCheck::cancel()
{
    withdraw();
    finish(Verdict::Denied);
}

void PolkitCheck::answered(const QDBusPendingCallWatcher &watcher)
{
    Verdict verdict = Verdict::Denied;
    const QDBusMessage reply = watcher.reply();
    if (reply.type() == QDBusMessage::ReplyMessage && reply.signature() == "(bba{ss})"_L1)
        verdict = verdictOf(answerFrom(reply.arguments().constFirst()), m_request.interactive);
    else if (isAbsent(reply.errorName()) && m_request.caller.uid == 0)
        verdict = Verdict::Allowed;
    else if (isTimeout(reply.errorName()))
        withdraw();
    finish(verdict);
}

/// Closes the password question that may still be open.
void PolkitCheck::withdraw()
{
    QDBusMessage call = polkitCall(u"CancelCheckAuthorization"_s);
    call << m_cancellationId;
    m_bus.send(call);
}

void PolkitCheck::finish(Verdict verdict)
{
    if (m_finished)
        return;
    m_finished = true;
    m_promise.addResult(verdict);
    m_promise.finish();
    deleteLater();
}

} // namespace lvs
