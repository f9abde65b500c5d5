// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/helper/privatebus.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

constexpr char configuration[] = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:dir=%1</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

} // namespace

PrivateBus::~PrivateBus()
{
    for (const QString &name : std::as_const(m_names))
        QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

bool PrivateBus::start()
{
    QFile file(m_folder.filePath(u"bus.conf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QString::fromLatin1(configuration).arg(m_folder.path()).toUtf8());
    file.close();
    m_daemon.start(u"dbus-daemon"_s, {u"--nofork"_s, u"--print-address"_s, u"--config-file"_s, file.fileName()});
    if (!m_daemon.waitForReadyRead()) {
        qWarning("dbus-daemon does not start: %s\n%s", qPrintable(m_daemon.errorString()),
                 m_daemon.readAllStandardError().constData());
        return false;
    }
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    return true;
}

QDBusConnection PrivateBus::connect()
{
    static int connections = 0; // QtDBus knows connections by name, in the whole process
    m_names.append(u"test-%1"_s.arg(++connections));
    return QDBusConnection::connectToBus(m_address, m_names.constLast());
}

void PrivateBus::disconnect(const QDBusConnection &connection)
{
    QDBusConnection::disconnectFromBus(connection.name());
}

} // namespace lvs
