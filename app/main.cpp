// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/commandline.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    QApplication qt(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("lvs-console"));
    QApplication::setApplicationName(QStringLiteral("lvs-console"));
    QApplication::setApplicationVersion(QStringLiteral(LVS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.lvsconsole.LvsConsole"));

    const lvs::CommandLine commandLine = lvs::readCommandLine();
    lvs::setAppearance(commandLine.theme);
    lvs::Application application(commandLine);
    return QApplication::exec();
}
