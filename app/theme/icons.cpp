// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace lvs {

namespace {

/// Draws a bundled SVG with `currentColor` replaced: by `color`, and in a selected row by `selectedColor`.
QIcon drawn(const QString &path, const QColor &color, const QColor &selectedColor)
{
    static QHash<QString, QIcon> cache;
    QIcon &icon = cache[path + color.name() + selectedColor.name()];
    if (!icon.isNull())
        return icon;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray drawing = file.readAll();
    for (const auto &[mode, ink] : {std::pair(QIcon::Normal, color), std::pair(QIcon::Selected, selectedColor)}) {
        QSvgRenderer renderer(QByteArray(drawing).replace("currentColor", ink.name().toLatin1()));
        for (const int size : {16, 22, 32, 44, 64}) {
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            renderer.render(&painter);
            painter.end();
            icon.addPixmap(pixmap, mode);
        }
    }
    return icon;
}

/// For a mark in a list: in the text's colour where the row is selected.
QIcon marked(const QString &shape, State state, const QPalette &palette)
{
    return drawn(QStringLiteral(":/icons/states/%1.svg").arg(shape), stateColor(state, palette),
                 palette.color(QPalette::HighlightedText));
}

QString stateShape(State state)
{
    switch (state) {
    case State::Serving:
        return QStringLiteral("serving");
    case State::Drained:
        return QStringLiteral("drained");
    case State::Overloaded:
        return QStringLiteral("overloaded");
    case State::Unreachable:
        return QStringLiteral("unreachable");
    case State::Drafted:
        return QStringLiteral("drafted");
    case State::Foreign:
        return QStringLiteral("foreign");
    case State::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString linkShape(LinkState link)
{
    switch (link) {
    case LinkState::Live:
        return QStringLiteral("serving");
    case LinkState::Stale:
        return QStringLiteral("stale");
    case LinkState::Connecting:
    case LinkState::Reconnecting:
        return QStringLiteral("connecting");
    case LinkState::Lost:
        return QStringLiteral("unreachable");
    case LinkState::Closed:
        break;
    }
    return QStringLiteral("closed");
}

} // namespace

QIcon themeIcon(const QString &name)
{
    if (QIcon::hasThemeIcon(name))
        return QIcon::fromTheme(name);
    const QPalette palette = QGuiApplication::palette();
    return drawn(QStringLiteral(":/icons/actions/%1.svg").arg(name), palette.color(QPalette::ButtonText),
                 palette.color(QPalette::HighlightedText));
}

QIcon stateIcon(State state, const QPalette &palette)
{
    return marked(stateShape(state), state, palette);
}

QIcon linkIcon(LinkState link, const QPalette &palette)
{
    return marked(linkShape(link), stateOf(link), palette);
}

} // namespace lvs
