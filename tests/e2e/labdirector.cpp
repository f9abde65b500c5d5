// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/labdirector.h"

#include "tests/lab/labhost.h"

#include <QFile>
#include <QTest>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(u"%1 can't be read"_s.arg(fileName)), __FILE__, __LINE__);
    return file.readAll();
}

} // namespace

LabDirector::LabDirector(Acquaintance acquaintance)
{
    const QString state = lab::stateDirectory();
    m_password = QString::fromUtf8(contents(state + u"/password"_s).trimmed());
    QFile configuration(m_directory.filePath(u"ssh_config"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        QTest::qFail("the ssh configuration can't be written", __FILE__, __LINE__);
    // ssh takes the first value it meets.
    if (acquaintance == Acquaintance::New)
        configuration.write("UserKnownHostsFile " + m_directory.filePath(u"known_hosts"_s).toLocal8Bit() + '\n');
    configuration.write(contents(state + u"/ssh_config"_s));
}

QStringList LabDirector::connectArguments(const QString &user) const
{
    return {u"--ssh-config"_s, m_directory.filePath(u"ssh_config"_s), u"--connect"_s, user + u"@director"_s};
}

} // namespace lvs::e2e
