// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/environment.h"
#include "core/director/director.h"
#include "core/model/severity.h"

#include <QColor>
#include <QPalette>

namespace lvs {

/// What a mark in the interface says about an object.
enum class State : quint8 { Serving, Drained, Overloaded, Unreachable, Unknown, Drafted, Foreign };
inline constexpr int stateCount = 7;

/// Colours of states, readable (contrast at least 4.5:1) on the window, base and alternate base of light and dark
/// palettes. Every colour of the interface that is not the palette's own stands in this file's source.
QColor stateColor(State state, const QPalette &palette);
/// Lines of a graph, to be told apart beside each other and on the base of the palette (contrast at least 3:1). They
/// repeat after seriesColorCount.
inline constexpr int seriesColorCount = 10;
QColor seriesColor(int index, const QPalette &palette);
/// Background of a value that has just changed.
QColor glowColor(const QPalette &palette);
bool isDark(const QPalette &palette);

/// Stripe of a director that is marked; invalid for an unmarked one.
QColor environmentColor(Environment environment, const QPalette &palette);

/// A director's link as a state: live serves, stale and reconnecting warn, lost is unreachable.
State stateOf(LinkState link);
State stateOf(Severity severity);

/// WCAG 2 contrast ratio, 1 to 21.
double contrastRatio(const QColor &one, const QColor &other);

/// Breeze's palettes, for platforms that bring none.
QPalette lightPalette();
QPalette darkPalette();

} // namespace lvs
