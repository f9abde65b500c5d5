// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/appearance.h"

#include "app/theme/statecolors.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QIcon>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>

namespace lvs {

namespace {

bool hasDesktop()
{
    return !qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORMTHEME");
}

void bringOwnStyle(bool dark)
{
    if (QStyleFactory::keys().contains(u"Breeze", Qt::CaseInsensitive)) {
        // Breeze takes its hover and focus colours from this file and all others from the palette.
        const QString scheme = dark ? QStringLiteral("BreezeDark") : QStringLiteral("BreezeLight");
        qApp->setProperty("KDE_COLOR_SCHEME_PATH", QStringLiteral("/usr/share/color-schemes/%1.colors").arg(scheme));
        QApplication::setStyle(QStringLiteral("Breeze"));
    }
    QIcon::setThemeName(dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    if (QFontDatabase::hasFamily(QStringLiteral("Noto Sans"))) {
        QFont font(QStringLiteral("Noto Sans"), 10);
        font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC")});
        QApplication::setFont(font);
    }
    QApplication::setPalette(dark ? darkPalette() : lightPalette());
}

} // namespace

Theme themeFromText(QStringView text)
{
    if (text == u"light")
        return Theme::Light;
    return text == u"dark" ? Theme::Dark : Theme::System;
}

void setAppearance(Theme theme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    if (theme != Theme::System)
        hints->setColorScheme(theme == Theme::Dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    if (!hasDesktop())
        bringOwnStyle(theme == Theme::Dark);
    else if (theme != Theme::System && isDark(QApplication::palette()) != (theme == Theme::Dark))
        QApplication::setPalette(theme == Theme::Dark ? darkPalette() : lightPalette());
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
}

bool animationsWanted()
{
    return QSettings().value(glowKey, true).toBool() &&
           QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace lvs
