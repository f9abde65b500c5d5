// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramexport.h"

#include "app/topology/diagramscene.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lvs {

namespace {

constexpr double pngScale = 2;
constexpr double mostPixels = 40e6; ///< a large diagram is drawn smaller rather than not at all

void draw(DiagramScene &scene, QPaintDevice *device, const QSizeF &size)
{
    QPainter painter(device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, QRectF(QPointF(), size), scene.sceneRect());
}

/// null where there is not enough memory for it.
QImage imageOf(DiagramScene &scene)
{
    const QSizeF area = scene.sceneRect().size();
    const double scale = std::min(pngScale, std::sqrt(mostPixels / (area.width() * area.height())));
    QImage image((area * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return image;
    image.fill(Qt::transparent);
    draw(scene, &image, image.size());
    return image;
}

} // namespace

Result<void> saveDiagram(DiagramScene &scene, PictureFormat format, const QString &path, const QString &title)
{
    const QSizeF area = scene.sceneRect().size();
    const QSize size(int(std::ceil(area.width())), int(std::ceil(area.height())));
    return savePicture({.size = size,
                        .image = [&] { return imageOf(scene); },
                        .draw = [&](QPaintDevice *device) { draw(scene, device, size); }},
                       format, path, title);
}

} // namespace lvs
