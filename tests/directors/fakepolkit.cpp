// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/fakepolkit.h"

#include <QDBusArgument>
#include <QDBusMetaType>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const QString polkitName = u"org.freedesktop.PolicyKit1"_s;
const QString polkitPath = u"/org/freedesktop/PolicyKit1/Authority"_s;

struct Identity {
    QString kind{};
    QVariantMap details{};
};

QDBusArgument &operator<<(QDBusArgument &argument, const Identity &identity)
{
    argument.beginStructure();
    argument << identity.kind << identity.details;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Identity &identity)
{
    argument.beginStructure();
    argument >> identity.kind >> identity.details;
    argument.endStructure();
    return argument;
}

} // namespace

class FakePolkit::Authority : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() == "RegisterAuthenticationAgent"_L1) {
            Identity subject;
            message.arguments().value(0).value<QDBusArgument>() >> subject;
            set({.busName = message.service(),
                 .path = message.arguments().value(2).toString(),
                 .subjectKind = subject.kind,
                 .pid = subject.details.value(u"pid"_s).toUInt()});
        } else if (message.member() == "UnregisterAuthenticationAgent"_L1) {
            set({});
        } else {
            return false;
        }
        return connection.send(message.createReply());
    }
    Agent agent() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_agent;
    }

private:
    void set(const Agent &agent)
    {
        const std::scoped_lock lock(m_mutex);
        m_agent = agent;
    }

    mutable std::mutex m_mutex;
    Agent m_agent;
};

FakePolkit::FakePolkit(const QDBusConnection &bus)
    : m_bus(bus)
    , m_authority(std::make_unique<Authority>())
{
    qDBusRegisterMetaType<Identity>();
    qDBusRegisterMetaType<QList<Identity>>();
    qDBusRegisterMetaType<QMap<QString, QString>>();
    m_authority->moveToThread(&m_thread);
    m_thread.start();
    if (!m_bus.registerVirtualObject(polkitPath, m_authority.get(), QDBusConnection::SingleNode) ||
        !m_bus.registerService(polkitName))
        qFatal("no polkit");
}

FakePolkit::~FakePolkit()
{
    m_bus.unregisterService(polkitName);
    m_bus.unregisterObject(polkitPath);
    m_thread.quit();
    m_thread.wait();
}

FakePolkit::Agent FakePolkit::agent() const
{
    return m_authority->agent();
}

QDBusPendingCall FakePolkit::callAgent(const QString &method, const QVariantList &arguments) const
{
    const Agent agent = m_authority->agent();
    QDBusMessage call = QDBusMessage::createMethodCall(agent.busName, agent.path,
                                                       u"org.freedesktop.PolicyKit1.AuthenticationAgent"_s, method);
    call.setArguments(arguments);
    return m_bus.asyncCall(call);
}

QDBusPendingCall FakePolkit::beginAuthentication(const QString &cookie, const QList<quint32> &users) const
{
    QList<Identity> identities;
    for (const quint32 user : users)
        identities.append({.kind = u"unix-user"_s, .details = {{u"uid"_s, user}}});
    return callAgent(u"BeginAuthentication"_s,
                     {u"org.lvsconsole.helper1.edit-servers"_s, u"Change real servers"_s, QString(),
                      QVariant::fromValue(QMap<QString, QString>()), cookie, QVariant::fromValue(identities)});
}

QDBusPendingCall FakePolkit::cancelAuthentication(const QString &cookie) const
{
    return callAgent(u"CancelAuthentication"_s, {cookie});
}

} // namespace lvs::test
