// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

class QGraphicsScene;

namespace lvs::test {

/// A text as it was painted.
struct PaintedText {
    QString text{};
    QRectF rect{}; ///< around its ink, in the scene
};

/// Every text that a scene paints, whatever items paint it and however, at full size.
std::vector<PaintedText> paintedTexts(QGraphicsScene &scene);

/// Pairs of them that lie upon each other, in words.
QStringList overlaps(std::vector<PaintedText> texts);

} // namespace lvs::test
