// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/helper/mockpolkit.h"

#include <QDBusArgument>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

const QString polkitName = u"org.freedesktop.PolicyKit1"_s;
const QString polkitPath = u"/org/freedesktop/PolicyKit1/Authority"_s;

QMap<QString, QString> mapFrom(const QVariant &argument)
{
    return qdbus_cast<QMap<QString, QString>>(argument.value<QDBusArgument>());
}

} // namespace

MockPolkit::MockPolkit(const QDBusConnection &bus)
    : m_bus(bus)
{
    m_bus.registerVirtualObject(polkitPath, this, QDBusConnection::SingleNode);
    setPresent(true);
    setEveryAnswer(Answer::No);
}

MockPolkit::~MockPolkit()
{
    setPresent(false);
    m_bus.unregisterObject(polkitPath);
}

void MockPolkit::setPresent(bool present)
{
    if (present)
        m_bus.registerService(polkitName);
    else
        m_bus.unregisterService(polkitName);
}

void MockPolkit::setEveryAnswer(Answer answer)
{
    m_answers.clear();
    for (const auto &action : {u"view"_s, u"view-connections"_s, u"edit-servers"_s, u"edit-services"_s,
                               u"clear-table"_s, u"tune-kernel"_s, u"manage-addresses"_s, u"manage-marks"_s,
                               u"sync-daemon"_s, u"write-boot-files"_s, u"probe"_s, u"set-up-host"_s})
        setAnswer(action, answer);
}

QList<MockPolkit::Question> MockPolkit::prompts() const
{
    QList<Question> prompts;
    for (const Question &question : m_questions) {
        if (question.interactive)
            prompts.append(question);
    }
    return prompts;
}

void MockPolkit::answerPrompts(bool yes)
{
    for (const QDBusMessage &message : std::exchange(m_waiting, {}))
        reply(message, yes, false);
}

void MockPolkit::forget()
{
    m_questions.clear();
    m_cancelled.clear();
}

bool MockPolkit::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    if (message.member() == "CancelCheckAuthorization"_L1) {
        m_cancelled.append(message.arguments().first().toString());
        m_bus.send(message.createReply());
    } else if (message.member() == "CheckAuthorization"_L1 && message.signature() == "(sa{sv})sa{ss}us"_L1) {
        check(message);
    } else {
        return false;
    }
    return true;
}

void MockPolkit::check(const QDBusMessage &message)
{
    const auto arguments = message.arguments();
    const auto subject = arguments[0].value<QDBusArgument>();
    QString kind;
    QVariantMap names;
    subject.beginStructure();
    subject >> kind >> names;
    subject.endStructure();
    QString action = arguments[1].toString();
    const Answer answer = m_answers.value(action.remove(u"org.lvsconsole.helper1."_s), Answer::No);
    const bool interactive = arguments[3].toUInt() == 1;
    const bool asks = answer != Answer::Yes && answer != Answer::No && answer != Answer::Fails;
    m_questions.append({.busName = kind == "system-bus-name"_L1 ? names.value(u"name"_s).toString() : QString(),
                        .action = action,
                        .details = mapFrom(arguments[2]),
                        .interactive = interactive && asks,
                        .cancellationId = arguments[4].toString()});
    switch (answer) {
    case Answer::Yes:
        return reply(message, true, false);
    case Answer::No:
        return reply(message, false, false);
    case Answer::Fails:
        m_bus.send(message.createErrorReply(u"org.freedesktop.PolicyKit1.Error.Failed"_s, u"broken"_s));
        return;
    case Answer::Nonsense:
        m_bus.send(message.createReply(true));
        return;
    case Answer::Silent:
        return;
    default:
        break;
    }
    if (!interactive || answer == Answer::NoAgent)
        return reply(message, false, true);
    if (answer == Answer::Waits)
        m_waiting.append(message);
    else
        reply(message, answer == Answer::YesAfterPassword, false, answer == Answer::Dismissed);
}

void MockPolkit::reply(const QDBusMessage &message, bool authorized, bool challenge, bool dismissed)
{
    QMap<QString, QString> details;
    if (dismissed)
        details.insert(u"polkit.dismissed"_s, u"true"_s);
    QDBusArgument result;
    result.beginStructure();
    result << authorized << challenge << details;
    result.endStructure();
    m_bus.send(message.createReply(QVariant::fromValue(result)));
}

} // namespace lvs
