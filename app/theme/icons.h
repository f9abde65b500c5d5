// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/statecolors.h"

#include <QIcon>

namespace lvs {

/// The icon theme's icon of that name (freedesktop icon naming), or our own drawing of it in the palette's text colour.
QIcon themeIcon(const QString &name);

/// A state's shape in its colour; the shapes differ, so that they can be told apart without colour.
QIcon stateIcon(State state, const QPalette &palette);
QIcon linkIcon(LinkState link, const QPalette &palette);

} // namespace lvs
