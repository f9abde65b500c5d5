// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/scriptsbutton.h"

#include "app/keepalived/configtextdialog.h"
#include "app/theme/icons.h"

#include <QMenu>

namespace lvs {

ScriptsButton::ScriptsButton(QWidget *parent)
    : QPushButton(themeIcon(QStringLiteral("document-export")), tr("Script and &files"), parent)
{
    setObjectName(QStringLiteral("setupScripts"));
    setToolTip(tr("The steps of a real server as a script and as lines for its network programs: for machines that "
                  "can't be reached, and to have it back after a reboot"));
    setMenu(new QMenu(this));
    hide();
}

void ScriptsButton::setWish(const SetupWish &wish, const HostInfo &director)
{
    m_wish = wish;
    m_director = director;
    menu()->clear();
    if (wish.method != SetupMethod::FullNat) {
        for (const SetupServer &server : wish.servers) {
            if (server.host == wish.director)
                continue; // needs nothing, and must not hide the VIP
            const QString name = server.server.key.toString();
            QAction *action =
                menu()->addAction(server.host.isEmpty() ? tr("%1, not reachable", "real server").arg(name) : name);
            connect(action, &QAction::triggered, this, [this, server] { show(server); });
        }
    }
    setVisible(!menu()->isEmpty());
}

/// Of lines for a file that exists, which belong where the interface of the real server stands.
QString ScriptsButton::linesTitle(SetupFormat format)
{
    switch (format) {
    case SetupFormat::Networkd:
        return tr("Lines for its .network file");
    case SetupFormat::NetworkManager:
        return tr("Lines for its .nmconnection file");
    case SetupFormat::Ifupdown:
        return tr("Lines for its stanza in interfaces");
    case SetupFormat::Script:
    case SetupFormat::SysctlFile:
        break; // files of their own
    }
    return tr("Lines");
}

void ScriptsButton::show(const SetupServer &server)
{
    const ExportedServer exported{.server = server, .gateway = gatewayOf(m_wish, server, m_director)};
    std::vector<keepalived::ConfigFile> files;
    for (const SetupFormat format : everySetupFormat) {
        for (const ExportedFile &file : exportSetup(m_wish, exported, format))
            files.push_back({.path = file.path.isEmpty() ? linesTitle(format) : file.path, .text = file.text});
    }
    QString introduction = tr("Run the script on %1 (start, stop, status), or put the lines of one of the network "
                              "programs where it finds them. Nothing is written anywhere else.")
                               .arg(server.server.key.address.toString());
    if (putsVipOnServers(m_wish.method))
        introduction += u' ' + tr("Where a machine's ARP can't be restricted, a static ARP entry for the VIP on the "
                                  "router, or arptables on the real server, does the same.");
    auto *dialog =
        new ConfigTextDialog(tr("Set up %1 by hand").arg(server.server.key.address.toString()), introduction, window());
    dialog->show(files, {});
}

} // namespace lvs
