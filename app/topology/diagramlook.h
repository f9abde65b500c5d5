// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"

#include <QFont>
#include <QFontInfo>
#include <QPalette>

namespace lvs {

/// Colours and fonts of a diagram: those of its view. Fonts are measured in pixels, so that a picture for another
/// device is the same.
struct DiagramLook {
    static QFont inPixels(QFont font)
    {
        font.setPixelSize(QFontInfo(font).pixelSize());
        return font;
    }

    QPalette palette{};
    QFont font = inPixels({});
    QFont fixed = inPixels({}); ///< of addresses

    QColor background() const { return palette.color(QPalette::Base); }
    QColor text() const { return palette.color(QPalette::Text); }
    QColor dim() const { return palette.color(QPalette::PlaceholderText); }
    QColor chosen() const { return palette.color(QPalette::Link); } ///< enough contrast on a dark background, too
    // Neighbours, blue and teal.
    QColor requests() const { return seriesColor(0, palette); }
    QColor replies() const { return seriesColor(5, palette); }
    friend bool operator==(const DiagramLook &, const DiagramLook &) = default;
};

/// How a part of a diagram takes part in the step of a packet's way that is looked at.
enum class StepMark : quint8 { None, Here, Fails };

/// Another one than requests, replies and the chosen card have.
inline QColor colorOf(StepMark mark, const DiagramLook &look)
{
    return mark == StepMark::Fails ? stateColor(State::Unreachable, look.palette) : seriesColor(1, look.palette);
}

} // namespace lvs
