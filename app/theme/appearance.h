// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lvs {

enum class Theme : quint8 { System, Light, Dark };

/// "light", "dark"; anything else is System.
Theme themeFromText(QStringView text);

/// Sets colours, and, where no desktop brings its own, style, icon theme and font: Breeze and Noto Sans.
/// Call once, before the first widget.
void setAppearance(Theme theme);

/// Setting of whether changed values are pointed out; true where it is not set.
inline const QString glowKey = QStringLiteral("view/glow");

/// False where the desktop, the style or the person asked for no animations.
bool animationsWanted();

} // namespace lvs
