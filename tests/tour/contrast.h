// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lvs::tour {

/// WCAG 2 contrast ratio of a text with its ground, measured on a picture of it: the ground is the commonest colour,
/// the text the colour that differs most from it (strokes reach their full colour somewhere; smoothed edges do not
/// count). 1 for a picture of one colour.
double contrastOf(const QImage &picture);

} // namespace lvs::tour
