// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatebus.h"

#include <QFile>
#include <QTest>

#include <stdexcept>

#include <sys/stat.h>
#include <unistd.h>

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

constexpr uid_t nobody = 65534;

}

PrivateBus::PrivateBus()
{
    QFile config(m_directory.filePath(u"config"_s));
    if (!config.open(QIODevice::WriteOnly))
        throw std::runtime_error("no place for a bus");
    config.write("<busconfig><type>session</type><listen>" + address().toUtf8() +
                 "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow user=\"*\"/><allow "
                 "send_destination=\"*\" eavesdrop=\"true\"/>"
                 "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    config.close();
    start();
}

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    stop();
}

QDBusConnection PrivateBus::connect()
{
    static int connections = 0; // QtDBus knows connections by name, in the whole process
    m_names.append(u"test-%1"_s.arg(++connections));
    return QDBusConnection::connectToBus(address(), m_names.constLast());
}

QDBusConnection PrivateBus::connectAsOrdinaryUser()
{
    if (geteuid() != 0)
        return connect();
    if (chmod(QFile::encodeName(m_directory.path()).constData(), 0711) != 0 || seteuid(nobody) != 0)
        throw std::runtime_error("can't become another user");
    const QDBusConnection connection = connect();
    if (seteuid(0) != 0)
        throw std::runtime_error("can't be root again");
    return connection;
}

void PrivateBus::disconnect(const QDBusConnection &connection)
{
    QDBusConnection::disconnectFromBus(connection.name());
}

QString PrivateBus::address() const
{
    return u"unix:path="_s + m_directory.filePath(u"bus"_s);
}

void PrivateBus::start()
{
    m_process.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s, u"--config-file"_s,
                                       m_directory.filePath(u"config"_s)});
    if (!m_process.waitForStarted() || !m_process.waitForReadyRead())
        throw std::runtime_error("dbus-daemon does not start: " + m_process.readAllStandardError().toStdString());
}

void PrivateBus::stop()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace lvs::test
