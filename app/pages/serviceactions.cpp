// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/serviceactions.h"

#include "app/text/format.h"
#include "app/theme/icons.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QWidget>

namespace lvs {

namespace {

const QString lookUpKey = QStringLiteral("services/lookUpNames");

QAction *make(ServiceActions *owner, const char *name, const char *icon, const QString &text, const QKeySequence &key,
              const QString &explanation)
{
    auto *action = new QAction(themeIcon(QLatin1StringView(icon)), text, owner);
    action->setObjectName(QLatin1StringView(name));
    action->setIconText(format::withoutMnemonic(text));
    action->setShortcut(key);
    action->setStatusTip(explanation);
    ServiceActions::explain(action, {});
    return action;
}

} // namespace

ServiceActions::ServiceActions(QObject *parent)
    : QObject(parent)
    , addService(make(this, "addService", "list-add", tr("Add &service…"), Qt::CTRL | Qt::Key_T,
                      tr("Draft a new virtual service")))
    , addMarkedService(make(this, "addMarkedService", "list-add", tr("Add marked ser&vice…"),
                            Qt::CTRL | Qt::SHIFT | Qt::Key_K,
                            tr("Draft a service over several ports, with the firewall rule that leads to it")))
    , addServer(make(this, "addServer", "network-server", tr("Add &real server…"), Qt::CTRL | Qt::Key_R,
                     tr("Draft a new real server for the selected service")))
    , edit(make(this, "edit", "document-edit", tr("&Edit…"), Qt::Key_Return,
                tr("Edit the selected service or real server")))
    , editWeight(make(this, "editWeight", "document-edit", tr("Change &weight"), Qt::Key_F2,
                      tr("Change the weight of the real server in place")))
    , drain(make(this, "drain", "media-playback-pause", tr("&Drain"), Qt::Key_D,
                 tr("Set the weight to 0: connections go on, new ones go elsewhere")))
    , undrain(make(this, "undrain", "media-playback-start", tr("&Undrain"), Qt::SHIFT | Qt::Key_D,
                   tr("Give the real server back the weight from before the drain")))
    , remove(make(this, "remove", "edit-delete", tr("Re&move"), Qt::Key_Delete,
                  tr("Draft the removal of the selected services or real servers")))
    , expand(make(this, "expand", "view-list-tree", tr("E&xpand or collapse"), Qt::Key_Space,
                  tr("Show or hide the real servers of the selected service")))
    , checkHealth(make(this, "checkHealth", "network-connect", tr("Check &health"), Qt::Key_H,
                       tr("Look from the director at the selected real servers: ping, TCP and, on web ports, HTTP")))
    , checkHealthWith(make(this, "checkHealthWith", "network-connect", tr("Check health &by…"), {},
                           tr("Choose port, page and site that are asked for by HTTP, and check")))
    , keepChecking(make(this, "keepChecking", "view-refresh", tr("&Keep checking"), Qt::SHIFT | Qt::Key_H,
                        tr("Check the health of the selected real servers again and again while the page is open")))
    , annotate(make(this, "annotate", "document-edit", tr("&Name and note…"), Qt::CTRL | Qt::Key_M,
                    tr("Give the selected service or real server a name and a note, kept by this console")))
    , exportNames(make(this, "exportNames", "document-export", tr("E&xport names and notes…"), {},
                       tr("Write the names and notes of this director to a file for another console")))
    , importNames(make(this, "importNames", "document-import", tr("&Import names and notes…"), {},
                       tr("Add the names and notes of another console's file")))
    , compareKeepalived(make(this, "compareKeepalived", "document-import", tr("Compare with &keepalived.conf…"), {},
                             tr("Show how the table differs from keepalived's configuration, and why")))
    , exportKeepalived(make(this, "exportKeepalived", "document-export", tr("Export as keep&alived.conf…"), {},
                            tr("Show the table as a configuration for keepalived, with matching checks")))
    , setUpServers(make(this, "setUpServers", "network-server", tr("Set up rea&l servers…"),
                        Qt::CTRL | Qt::SHIFT | Qt::Key_R,
                        tr("Prepare director and real servers for a service: addresses, ARP, forwarding")))
    , copy(make(this, "copy", "edit-copy", tr("&Copy"), QKeySequence::Copy, tr("Copy the selected rows as a table")))
    , filter(make(this, "filterServices", "view-filter", tr("&Filter"), Qt::CTRL | Qt::Key_F,
                  tr("Show only the rows that match")))
    , lookUpNames(make(this, "lookUpNames", "network-server", tr("Look up &host names"), {},
                       tr("Ask the name service of this computer for the names of the addresses in sight")))
    , refresh(make(this, "refresh", "view-refresh", tr("&Read now"), Qt::Key_F5, tr("Read the table now")))
    , exactValues(make(this, "exactValues", "view-list-details", tr("E&xact values"), Qt::CTRL | Qt::Key_E,
                       tr("Write all digits of large numbers, as ipvsadm does with --exact")))
    , drainEverywhere(make(this, "drainEverywhere", "media-playback-pause", tr("Drain in &all services"),
                           Qt::CTRL | Qt::SHIFT | Qt::Key_D,
                           tr("Set the weight of the selected servers to 0 in every service that has them")))
    , undrainEverywhere(make(this, "undrainEverywhere", "media-playback-start", tr("U&ndrain in all services"), {},
                             tr("Give the selected servers their weights back in every service that has them")))
    , setWeights(make(this, "setWeights", "document-edit", tr("Set we&ights…"), Qt::Key_W,
                      tr("Set or multiply the weights of the selected servers")))
    , move(make(this, "move", "network-server", tr("Move &to another service…"), Qt::Key_M,
                tr("Add the selected servers to another service and remove them here")))
    , duplicate(make(this, "duplicate", "list-add", tr("Du&plicate service…"), Qt::CTRL | Qt::SHIFT | Qt::Key_T,
                     tr("Draft the service and its real servers once more under another address or port")))
    , zeroSelected(make(this, "zeroSelected", "edit-clear", tr("&Zero counters"), {},
                        tr("Zero the counters of the selected services and their servers; can't be undone")))
    , zeroAll(make(this, "zeroAll", "edit-clear", tr("Zero all &counters"), {},
                   tr("Zero every counter of the director; can't be undone")))
    , clear(make(this, "clear", "edit-delete", tr("C&lear the table…"), {}, tr("Draft the removal of every service")))
    , paste(make(this, "paste", "edit-paste", tr("Paste ipvsadm c&ommands…"), Qt::CTRL | Qt::SHIFT | Qt::Key_V,
                 tr("Draft what commands, shell history or saved rules in the clipboard would change")))
    , pasteRules(make(this, "pasteRules", "edit-paste", tr("Paste rules"), QKeySequence::Paste,
                      tr("Paste ipvsadm commands, if the clipboard holds any")))
    , showDrains(make(this, "showDrains", "media-playback-pause", tr("&Watch drained servers…"), Qt::CTRL | Qt::Key_D,
                      tr("Show what is left on drained servers, and when to remove them")))
{
    keepChecking->setCheckable(true);
    lookUpNames->setCheckable(true);
    lookUpNames->setChecked(QSettings().value(lookUpKey, false).toBool());
    connect(lookUpNames, &QAction::toggled, this, [](bool wanted) { QSettings().setValue(lookUpKey, wanted); });
    exactValues->setCheckable(true);
    exactValues->setChecked(QSettings().value(format::exactKey, false).toBool());
    format::setUsualDigits(exactValues->isChecked() ? format::Digits::All : format::Digits::Few);
    connect(exactValues, &QAction::toggled, this, [](bool wanted) {
        format::setUsualDigits(wanted ? format::Digits::All : format::Digits::Few);
        QSettings().setValue(format::exactKey, wanted);
    });
    filter->setShortcuts({filter->shortcut(), Qt::Key_Slash});
    for (const CopyFormat format : copyFormats) {
        const auto [name, text, explanation] = [&] {
            switch (format) {
            case CopyFormat::Csv:
                return std::tuple("Csv", tr("&CSV"),
                                  tr("Comma-separated values with plain numbers, for a spreadsheet"));
            case CopyFormat::Commands:
                return std::tuple("Commands", tr("&ipvsadm commands"),
                                  tr("The commands that make them; a service with all its real servers"));
            case CopyFormat::Table:
                break;
            }
            return std::tuple("Table", tr("&Table"), tr("Text in columns, also as a table for documents"));
        }();
        const QByteArray suffix(name);
        m_copySelectedAs[std::size_t(format)] =
            make(this, ("copySelectedAs" + suffix).constData(), "edit-copy", text, {}, explanation);
        m_copyAllAs[std::size_t(format)] =
            make(this, ("copyAllAs" + suffix).constData(), "edit-copy", text, {}, explanation);
    }
    for (QAction *action : {edit, editWeight, drain, undrain, remove, expand, checkHealth, keepChecking, copy,
                            setWeights, move, pasteRules})
        action->setShortcutContext(Qt::WidgetShortcut);
}

void ServiceActions::explain(QAction *action, const QString &reason)
{
    const QString keyText = action->shortcut().toString(QKeySequence::NativeText);
    const QString text = reason.isEmpty() ? action->statusTip() : reason;
    action->setToolTip(keyText.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keyText));
}

void ServiceActions::addCopyTo(QMenu *menu) const
{
    menu->addAction(copy);
    QMenu *selected = menu->addMenu(themeIcon(QStringLiteral("edit-copy")), tr("Copy &as"));
    QMenu *all = menu->addMenu(themeIcon(QStringLiteral("edit-copy")), tr("Copy a&ll as"));
    selected->addActions({m_copySelectedAs.begin(), m_copySelectedAs.end()});
    all->addActions({m_copyAllAs.begin(), m_copyAllAs.end()});
    for (QMenu *formats : {selected, all})
        formats->setToolTipsVisible(true);
}

QList<QAction *> ServiceActions::all() const
{
    QList<QAction *> actions{
        addService,
        addMarkedService,
        addServer,
        edit,
        editWeight,
        drain,
        undrain,
        remove,
        expand,
        annotate,
        exportNames,
        importNames,
        copy,
        drainEverywhere,
        undrainEverywhere,
        setWeights,
        move,
        duplicate,
        zeroSelected,
        zeroAll,
        clear,
        paste,
        pasteRules,
        showDrains,
        checkHealth,
        checkHealthWith,
        keepChecking,
    };
    for (const auto &copies : {m_copySelectedAs, m_copyAllAs})
        actions.append({copies.begin(), copies.end()});
    return actions;
}

void ServiceActions::addTo(QWidget *view) const
{
    view->addActions({edit, editWeight, drain, undrain, remove, expand, checkHealth, keepChecking, copy, setWeights,
                      move, pasteRules});
}

} // namespace lvs
