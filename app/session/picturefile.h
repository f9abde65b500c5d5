// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QSize>
#include <QString>

#include <functional>

class QImage;
class QPaintDevice;

namespace lvs {

enum class PictureFormat : quint8 { Png, Svg, Pdf };

/// Something that can be drawn at the size that it has in the window, or painted as an image.
struct Picture {
    QSize size{}; ///< pixels of the window
    std::function<QImage()> image{};
    std::function<void(QPaintDevice *)> draw{};
};

/// Writes it, with the title in the file's own description. FileNotWritten, also where nothing came of the picture.
Result<void> savePicture(const Picture &picture, PictureFormat format, const QString &path, const QString &title);

} // namespace lvs
