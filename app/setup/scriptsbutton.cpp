// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/scriptsbutton.h"

#include "app/keepalived/configtextdialog.h"
#include "app/theme/icons.h"
#include "core/setup/setupexport.h"

#include <QMenu>

namespace lvs {

namespace {

/// Where nothing is known of a machine, it is called as most are.
const InterfaceName &usualInterface()
{
    static const InterfaceName eth0 = *InterfaceName::fromText(u"eth0");
    return eth0;
}

} // namespace

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
            const QString name = server.server.key.toString();
            QAction *action =
                menu()->addAction(server.host.isEmpty() ? tr("%1, not reachable", "real server").arg(name) : name);
            connect(action, &QAction::triggered, this, [this, server] { show(server); });
        }
    }
    setVisible(!menu()->isEmpty());
}

void ScriptsButton::show(const SetupServer &server)
{
    const ExportedServer exported{
        .server = server, .gateway = gatewayFor(m_wish, server, m_director), .interface = usualInterface()};
    std::vector<keepalived::ConfigFile> files;
    for (const SetupFormat format : everySetupFormat) {
        const QString text = exportSetup(m_wish, exported, format);
        if (!text.isEmpty())
            files.push_back({.path = suggestedPath(m_wish, format), .text = text});
    }
    QString introduction = tr("Run the script on %1 (start, stop, status), or put the lines of one of the network "
                              "programs where it finds them. Nothing is written anywhere else.")
                               .arg(server.server.key.address.toString());
    if (putsVipOnServers(m_wish.method))
        introduction += u' ' + tr("Where a machine's ARP can't be restricted, a static ARP entry for the VIP on the "
                                  "router, or arptables on the real server, does the same.");
    else
        introduction +=
            u' ' +
            tr("If its interface is not called %1, change that in the lines.").arg(exported.interface.toString());
    auto *dialog =
        new ConfigTextDialog(tr("Set up %1 by hand").arg(server.server.key.address.toString()), introduction, window());
    dialog->show(files, {});
}

} // namespace lvs
