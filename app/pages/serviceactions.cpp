// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/serviceactions.h"

#include "app/text/format.h"
#include "app/theme/icons.h"

#include <QAction>
#include <QWidget>

namespace lvs {

namespace {

QAction *make(ServiceActions *owner, const char *name, const char *icon, const QString &text, const QKeySequence &key,
              const QString &explanation)
{
    auto *action = new QAction(themeIcon(QLatin1StringView(icon)), text, owner);
    action->setObjectName(QLatin1StringView(name));
    action->setIconText(format::withoutMnemonic(text));
    action->setShortcut(key);
    const QString keyText = key.toString(QKeySequence::NativeText);
    action->setToolTip(keyText.isEmpty() ? explanation : QStringLiteral("%1 (%2)").arg(explanation, keyText));
    action->setStatusTip(explanation);
    return action;
}

} // namespace

ServiceActions::ServiceActions(QObject *parent)
    : QObject(parent)
    , addService(make(this, "addService", "list-add", tr("Add &service…"), Qt::CTRL | Qt::Key_T,
                      tr("Draft a new virtual service")))
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
    , refresh(make(this, "refresh", "view-refresh", tr("&Read now"), Qt::Key_F5, tr("Read the table now")))
{
    for (QAction *action : {edit, editWeight, drain, undrain, remove, expand})
        action->setShortcutContext(Qt::WidgetShortcut);
}

QList<QAction *> ServiceActions::all() const
{
    return {addService, addServer, edit, editWeight, drain, undrain, remove, expand};
}

void ServiceActions::addTo(QWidget *view) const
{
    view->addActions({edit, editWeight, drain, undrain, remove, expand});
}

} // namespace lvs
