// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace lvs {

CommandLine readCommandLine()
{
    // Not translated: the language is one of the options.
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Desktop console for Linux Virtual Server (IPVS)"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption connect(QStringLiteral("connect"),
                                     QStringLiteral("Connect to a director by SSH; may be repeated."),
                                     QStringLiteral("USER@HOST[:PORT]"));
    const QCommandLineOption sshConfig(QStringLiteral("ssh-config"),
                                       QStringLiteral("Configuration file for ssh, instead of ~/.ssh/config."),
                                       QStringLiteral("FILE"));
    const QCommandLineOption select(
        QStringLiteral("select"),
        QStringLiteral("Director to start with: sandbox, local or the id of one that is known."), QStringLiteral("ID"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Language: en or zh_CN."),
                                      QStringLiteral("LANGUAGE"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("Colours: light, dark or system."),
                                   QStringLiteral("THEME"), QStringLiteral("system"));
    parser.addOptions({connect, sshConfig, select, language, theme});
    parser.process(*QCoreApplication::instance());
    return {.connect = parser.values(connect),
            .sshConfig = parser.value(sshConfig),
            .select = parser.value(select),
            .language = parser.value(language),
            .theme = themeFromText(parser.value(theme))};
}

} // namespace lvs
