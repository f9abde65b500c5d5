// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/exportmenu.h"

#include "app/theme/icons.h"

#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace lvs {

QMenu *addExportMenu(QToolBar *bar, const QString &objectName, const QString &text, const QString &explanation)
{
    auto *menu = new QMenu(bar);
    auto *button = new QToolButton(bar);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(explanation);
    button->setIcon(themeIcon(QStringLiteral("document-export")));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    button->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(button);
    return menu;
}

} // namespace lvs
