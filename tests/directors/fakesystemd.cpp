// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/fakesystemd.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto systemd = "org.freedesktop.systemd1"_L1;

} // namespace

/// An element of the property ExecStart.
struct Command {
    QStringList words{};
};

static QDBusArgument &operator<<(QDBusArgument &argument, const Command &command)
{
    argument.beginStructure();
    argument << command.words.value(0) << command.words << false << qulonglong(0) << qulonglong(0) << qulonglong(0)
             << qulonglong(0) << uint(0) << int(0) << int(0);
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, Command &)
{
    return argument; // never read here
}

FakeSystemd::FakeSystemd(const PrivateBus &bus, Unit unit)
    : m_unit(std::move(unit))
    , m_name(u"systemd-%1"_s.arg(quintptr(this)))
    , m_connection(QDBusConnection::connectToBus(bus.address(), m_name))
{
    qDBusRegisterMetaType<Command>();
    qDBusRegisterMetaType<QList<Command>>();
    if (!m_connection.registerVirtualObject(u"/org/freedesktop/systemd1"_s, this, QDBusConnection::SubPath) ||
        !m_connection.registerService(systemd))
        qFatal("no systemd");
}

FakeSystemd::~FakeSystemd()
{
    QDBusConnection::disconnectFromBus(m_name);
}

bool FakeSystemd::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    m_connection.send(answer(message));
    return true;
}

QDBusMessage FakeSystemd::answer(const QDBusMessage &message) const
{
    const bool exists = !m_unit.fileState.isEmpty();
    if (message.member() == "GetUnitFileState"_L1) {
        return exists ? message.createReply(m_unit.fileState)
                      : message.createErrorReply(u"org.freedesktop.DBus.Error.FileNotFound"_s, u"no such file"_s);
    }
    if (message.member() == "LoadUnit"_L1)
        return message.createReply(QVariant::fromValue(QDBusObjectPath(u"/org/freedesktop/systemd1/unit/x"_s)));
    return message.createReply(properties(message.arguments().value(0).toString()));
}

QVariantMap FakeSystemd::properties(const QString &interface) const
{
    const bool ran = !m_unit.result.isEmpty();
    const bool condition = m_unit.result != "condition"_L1;
    if (interface == systemd + ".Unit"_L1) {
        return {{u"ActiveState"_s, m_unit.result == "success"_L1 ? u"active"_s : u"inactive"_s},
                {u"ConditionTimestamp"_s, qulonglong(ran ? 1 : 0)},
                {u"ConditionResult"_s, ran && condition}};
    }
    QList<Command> commands;
    if (!m_unit.program.isEmpty())
        commands.append({m_unit.program});
    return {{u"Result"_s, ran && condition ? m_unit.result : u"success"_s},
            {u"ExecStart"_s, QVariant::fromValue(commands)}};
}

} // namespace lvs::test
