// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace lvs::test {

/// How much two pictures of the same may differ. Another version of the font rasteriser gives other greys at the edges
/// of letters, and puts one a pixel aside; it does not move a card, lose a line, or change a colour or a word.
struct PictureTolerance {
    int cell = 6;   ///< side of the squares whose mean colours are compared, in pixels
    int shift = 1;  ///< a square may lie so many pixels aside in any direction
    int level = 12; ///< by so much may a channel of a square differ, of 255
};

struct PictureDifference {
    QString said{}; ///< in what they differ; empty: they look the same
    QImage shown{}; ///< the actual picture, pale, with the squares that differ framed
};

/// Of pictures without transparency. Ones of other sizes never look the same, by more than the shift.
PictureDifference compare(const QImage &expected, const QImage &actual, const PictureTolerance &tolerance = {});

} // namespace lvs::test
